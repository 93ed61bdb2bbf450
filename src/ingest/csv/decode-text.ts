export interface DecodedText {
  readonly text: string;
  /** The encoding that was used, as browsers name it. */
  readonly encoding: string;
  /** Nothing was declared, or what was declared did not fit. */
  readonly guessed: boolean;
}

/**
 * Bytes → text. A byte order mark decides; else the declared encoding, if it fits; else UTF-8, if it fits; else Windows-1252, which
 * fits always and is what German offices export. Names of Python and Frictionless (`utf_8_sig`, `cp1252`) are understood.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, guessed: false };
  if (declared) {
    const text = tryDecode(bytes, declared);
    if (text !== undefined) return { text, encoding: declared.toLowerCase(), guessed: false };
  }
  const wide = looksLikeUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, guessed: true };
  const text = tryDecode(bytes, "utf-8");
  if (text !== undefined) return { text, encoding: "utf-8", guessed: declared !== undefined };
  return { text: tryDecode(bytes, "windows-1252") ?? "", encoding: "windows-1252", guessed: true };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/**
 * 0x80–0x9F of Windows-1252. Node 20 decodes them as ISO-8859-1, as control characters (nodejs/node#56542); browsers do it right, and
 * for them this changes nothing but the five bytes that mean nothing anyway.
 */
const WINDOWS_CHARACTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const CONTROLS = /[\u0080-\u009f]/g;

function windowsCharacter(control: string): string {
  return WINDOWS_CHARACTERS.charAt(control.charCodeAt(0) - 0x80);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  const label = encoding.trim().toLowerCase().replaceAll("_", "-").replace(/-sig$/, "");
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === "windows-1252" ? text.replace(CONTROLS, windowsCharacter) : text;
  } catch {
    return undefined;
  }
}

/** UTF-16 without a mark: nearly every second byte of a table in Latin letters is 0. */
function looksLikeUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 2000) & ~1;
  if (length < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] as number) + 1;
  const [even, odd] = zeros as [number, number];
  if (odd > length * 0.35 && even < length * 0.05) return "utf-16le";
  if (even > length * 0.35 && odd < length * 0.05) return "utf-16be";
  return undefined;
}
