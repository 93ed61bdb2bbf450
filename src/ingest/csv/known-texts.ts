const SLOTS = 2 ** 16;
/** Longer cells are names and sentences: they seldom come twice. */
const LONGEST = 12;

/**
 * Cells that come again are one string: most cells of a table of numbers are among the few thousand that were met before, and three
 * million rows then need half the memory. A fixed number of slots, the last one of a slot stays: nothing grows with the table.
 */
export class KnownTexts {
  readonly #slots: string[] = new Array<string>(SLOTS).fill("");

  /** The same text as `text.slice(from, to)`. */
  slice(text: string, from: number, to: number): string {
    const length = to - from;
    if (length > LONGEST) return text.slice(from, to);
    let hash = length;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#slots[slot] as string;
    if (known.length === length && isAt(text, from, known)) return known;
    const own = text.slice(from, to);
    this.#slots[slot] = own;
    return own;
  }
}

function isAt(text: string, from: number, known: string): boolean {
  for (let k = 0; k < known.length; k++) if (text.charCodeAt(from + k) !== known.charCodeAt(k)) return false;
  return true;
}
