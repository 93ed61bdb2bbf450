import { decodeSingleBytes, guessSingleByteEncoding, type SingleByteEncoding } from "./single-byte-encodings.ts";

export interface DecodedText {
  readonly text: string;
  /** The encoding that was used, as browsers name it. */
  readonly encoding: string;
  /** Nothing was declared, or what was declared did not fit. */
  readonly guessed: boolean;
  /** Whether other encodings make as much sense. */
  readonly isSure: boolean;
  /** Lines (first = 1) of a file in UTF-8 that are in another encoding: somebody wrote into it with another program. */
  readonly strayLines?: { readonly encoding: string; readonly lines: readonly number[] } | undefined;
}

/**
 * Bytes → text. A byte order mark decides; else the declared encoding, if it fits; else UTF-16 by its zeros; else UTF-8, if it fits, but for a
 * few lines; else the old encoding that makes German words of the bytes. Names of Python, Frictionless, Excel and shapefiles
 * (`utf_8_sig`, `cp1252`, `ANSI 1252`, `cp850`, `mac_roman`) are understood.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked, guessed: false, isSure: true };
  if (declared) {
    const text = tryDecode(bytes, declared);
    if (text !== undefined) return { text, encoding: declared.toLowerCase(), guessed: false, isSure: true };
  }
  const wide = looksLikeUtf16(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, guessed: true, isSure: true };
  const text = tryDecode(bytes, "utf-8");
  if (text !== undefined) return { text, encoding: "utf-8", guessed: declared !== undefined, isSure: true };
  const mixed = decodeMixed(bytes);
  if (mixed) return mixed;
  const { encoding, isSure } = guessSingleByteEncoding(bytes);
  return { text: decodeSingleBytes(bytes, encoding), encoding, guessed: true, isSure };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** What is read by our own tables; browsers know some of them under other names, or not at all. */
const OWN_NAMES: readonly (readonly [RegExp, SingleByteEncoding])[] = [
  [/^(windows|cp|ansi|win|x-cp)?-?1252$|^ansi$/, "windows-1252"],
  // Browsers read all of these as Windows-1252, which is the same above 0x9F.
  [/^(iso)?-?8859-?1$|^iso-?8859-?1$|^latin-?1$|^88591$/, "windows-1252"],
  [/^(ibm|cp|dos|oem|ms-?dos)?-?(850|437)$|^oem$|^dos$/, "ibm850"],
  [/^(x-)?mac(intosh)?(-?roman)?$|^mac-os-roman$|^cp10000$|^10000$/, "macintosh"],
  [/^(iso)?-?8859-?15$|^latin-?9$|^885915$/, "iso-8859-15"],
];

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  const label = encoding
    .trim()
    .toLowerCase()
    .replace(/[_\s]+/g, "-")
    .replace(/-sig$/, "");
  const own = OWN_NAMES.find(([pattern]) => pattern.test(label))?.[1];
  if (own) return decodeSingleBytes(bytes, own);
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
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

/** In another encoding German hardly ever yields three lines that are UTF-8 by chance: „Ã“ before „¼“ is in no word. */
const FEWEST_GOOD = 3;
const MOST_BAD = 0.2;

/** UTF-8 but for a few lines: those are read in the old encoding that makes words of their bytes, the others as they are. */
function decodeMixed(bytes: Uint8Array): DecodedText | undefined {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const bad: { readonly line: number; readonly start: number; readonly end: number }[] = [];
  let good = 0;
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const cut = bytes.indexOf(10, start);
    const end = cut < 0 ? bytes.length : cut + 1;
    const part = bytes.subarray(start, end);
    if (part.some((byte) => byte >= 0x80)) {
      try {
        strict.decode(part);
        good++;
      } catch {
        bad.push({ line, start, end });
        if (bad.length > 1000 && bad.length > good) return undefined;
      }
    }
    start = end;
  }
  if (good < FEWEST_GOOD || bad.length > (good + bad.length) * MOST_BAD) return undefined;
  const lines = bad.map(({ start, end }) => bytes.subarray(start, end));
  const { encoding, isSure } = guessSingleByteEncoding(joined(lines.map(withoutUtf8)));
  let text = "";
  let from = 0;
  for (const { start, end } of bad) {
    text += strict.decode(bytes.subarray(from, start)) + decodeStray(bytes.subarray(start, end), encoding);
    from = end;
  }
  text += strict.decode(bytes.subarray(from));
  return {
    text,
    encoding: "utf-8",
    guessed: true,
    isSure,
    strayLines: { encoding, lines: bad.map((each) => each.line) },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** How many bytes the character in UTF-8 has that begins here; 0 when none does. */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const length =
    first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

/** What of a line is UTF-8 says nothing of the other encoding: letters in its place keep the neighbours what they are. */
function withoutUtf8(bytes: Uint8Array): Uint8Array {
  const rest: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    rest.push(length > 0 ? 0x61 : (bytes[at] as number));
    at += Math.max(1, length);
  }
  return Uint8Array.from(rest);
}

function decodeStray(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  const utf8 = new TextDecoder();
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const length = utf8Length(bytes, at);
    const part = bytes.subarray(at, at + Math.max(1, length));
    text += length > 0 ? utf8.decode(part) : decodeSingleBytes(part, encoding);
    at += part.length;
  }
  return text;
}
