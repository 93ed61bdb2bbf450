/** 0x80–0xFF of the encodings in which German offices wrote before UTF-8, one character per byte; a space that is none for „undefined“. */
const HIGH: Readonly<Record<SingleByteEncoding, string>> = {
  // TextDecoder knows it, but Node 20 reads 0x80–0x9F of it as control characters (nodejs/node#56542).
  "windows-1252":
    "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ" +
    "\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  // DOS in Western Europe; code page 437 has the same German letters. Unknown to TextDecoder.
  ibm850:
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀" +
    "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
  // Mac OS Roman, which Excel on a Mac still writes as „CSV (Macintosh)“.
  macintosh:
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰" +
    "ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
  "iso-8859-15":
    "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008a\u008b\u008c\u008d\u008e\u008f" +
    "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c\u009d\u009e\u009f" +
    "\u00a0¡¢£€¥Š§š©ª«¬\u00ad®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
};

export type SingleByteEncoding = "windows-1252" | "ibm850" | "macintosh" | "iso-8859-15";

/** The character of a byte from 0x80 on. */
export function highCharacter(encoding: SingleByteEncoding, byte: number): string {
  return HIGH[encoding].charAt(byte - 0x80);
}

/** Bytes → text; every byte means something. */
export function decodeSingleBytes(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  // The decoder of the browser sets the pace; bytes above 0x7F, which are few, are put right.
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/[\u0080-\uffff]/g, (_, at: number) => highCharacter(encoding, bytes[at] as number));
}

export interface EncodingGuess {
  readonly encoding: SingleByteEncoding;
  /** Whether one encoding makes German of the bytes and no other does. */
  readonly isSure: boolean;
}

/** More bytes above 0x7F do not change what the first ones say. */
const LOOKED_AT = 20_000;
const ENOUGH = 0.5;
const CANDIDATES: readonly SingleByteEncoding[] = ["windows-1252", "ibm850", "macintosh"];

/**
 * The encoding in which the bytes above 0x7F are German letters beside letters: the highest mean of the points below, Windows-1252 on a
 * draw. ISO-8859-15 differs from it in eight signs and is taken only where its euro sign stands and nothing that it lacks.
 */
export function guessSingleByteEncoding(bytes: Uint8Array): EncodingGuess {
  const found = CANDIDATES.map((encoding) => ({ encoding, mean: meanPoints(bytes, encoding) }));
  // Sorting keeps the order of equals.
  const [best, next] = found.sort((a, b) => b.mean - a.mean) as [(typeof found)[0], (typeof found)[0]];
  const isSure = best.mean > ENOUGH && best.mean > next.mean;
  if (best.encoding !== "windows-1252") return { encoding: best.encoding, isSure };
  const isLatin9 = bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
  return { encoding: isLatin9 ? "iso-8859-15" : "windows-1252", isSure };
}

function meanPoints(bytes: Uint8Array, encoding: SingleByteEncoding): number {
  const at = (i: number): string => {
    const byte = bytes[i];
    return byte === undefined ? "" : byte < 0x80 ? String.fromCharCode(byte) : highCharacter(encoding, byte);
  };
  let sum = 0;
  let count = 0;
  for (let i = 0; i < bytes.length && count < LOOKED_AT; i++) {
    if ((bytes[i] as number) < 0x80) continue;
    sum += pointsOf(at(i - 1), at(i), at(i + 1));
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

const LETTER = /^\p{L}$/u;
const SMALL = /^\p{Ll}$/u;

/** How German a character is where it stands: 2 = a letter in a word (1.5 = a small one
 * at its beginning), 0.5 = a sign that tables have, −2 = neither. */
function pointsOf(before: string, character: string, after: string): number {
  if (/[äöüß]/.test(character)) {
    if (LETTER.test(before)) return 2;
    return character !== "ß" && SMALL.test(after) ? 1.5 : -1;
  }
  if (/[ÄÖÜ]/.test(character)) {
    if (!LETTER.test(before)) return LETTER.test(after) ? 2 : 0;
    return SMALL.test(before) || SMALL.test(after) ? -2 : 2;
  }
  if (/[§°²³€–—„“”‚‘’…•«»×½\u00a0©éèàáçñóôêëíúâîæøåÉ]/.test(character)) return 0.5;
  return -2;
}
