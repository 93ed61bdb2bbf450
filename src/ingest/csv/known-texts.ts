const SLOTS = 2 ** 16;
/** Longer cells are names and sentences: they seldom come twice. */
const LONGEST = 12;
/** A column that is looked up in vain so often is looked up no more: that takes as long as everything else together. */
const NEVER_AGAIN = -20_000;

/**
 * Cells that come again are one string: most cells of a table of numbers are among the few thousand that were met before, and three
 * million rows then need half the memory. A fixed number of slots, the last one of a slot stays: nothing grows with the table.
 */
export class KnownTexts {
  /** How many more cells of a column were met before than were not; so far below nothing, it is one of keys or coordinates. */
  readonly #balance: number[] = [];
  readonly #slots: string[] = new Array<string>(SLOTS).fill("");

  /** The same text as `text.slice(from, to)`. */
  slice(text: string, from: number, to: number, column = 0): string {
    const length = to - from;
    const balance = this.#balance[column] ?? 0;
    if (length > LONGEST || balance < NEVER_AGAIN) return text.slice(from, to);
    let hash = length;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    const slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    const known = this.#slots[slot] as string;
    if (known.length === length && isAt(text, from, known)) {
      this.#balance[column] = balance + 1;
      return known;
    }
    this.#balance[column] = balance - 1;
    const own = text.slice(from, to);
    this.#slots[slot] = own;
    return own;
  }
}

function isAt(text: string, from: number, known: string): boolean {
  for (let k = 0; k < known.length; k++) if (text.charCodeAt(from + k) !== known.charCodeAt(k)) return false;
  return true;
}
