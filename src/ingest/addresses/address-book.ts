import { type AddressRows, addressInWords } from "./address-rows.ts";
import { plainWords, streetKey } from "./street-key.ts";

/** The addresses of one file. */
export interface AddressFile {
  readonly title: string;
  readonly rows: AddressRows;
}

/** One address of the book. */
export interface BookEntry {
  readonly file: AddressFile;
  readonly row: number;
}

/** The addresses of all files, to be looked up by street. */
export class AddressBook {
  readonly files: readonly AddressFile[];
  /** Per spelling that all writings of a street have in common: its number. */
  readonly #streets = new Map<string, number>();
  /** Entries of street s: `#entries` from `#starts[s]` to `#starts[s + 1]`, each counted through all files. */
  readonly #starts: Int32Array;
  readonly #entries: Int32Array;
  /** First entry of each file. */
  readonly #firsts: number[] = [];

  constructor(files: readonly AddressFile[]) {
    this.files = files;
    const streetOf: Int32Array[] = [];
    let count = 0;
    for (const { rows } of files) {
      this.#firsts.push(count);
      count += rows.count;
      const numbers = Int32Array.from(rows.street.texts, (text) => this.#numberOf(streetKey(text)));
      streetOf.push(rows.street.codes.map((code) => numbers[code] as number));
    }
    const starts = new Int32Array(this.#streets.size + 1);
    for (const streets of streetOf) for (const street of streets) (starts[street + 1] as number)++;
    for (let street = 0; street < this.#streets.size; street++) {
      starts[street + 1] = (starts[street + 1] as number) + (starts[street] as number);
    }
    const next = starts.slice();
    this.#entries = new Int32Array(count);
    let entry = 0;
    for (const streets of streetOf) {
      for (const street of streets) {
        this.#entries[next[street] as number] = entry++;
        next[street] = (next[street] as number) + 1;
      }
    }
    this.#starts = starts;
  }

  #numberOf(key: string): number {
    const known = this.#streets.get(key);
    if (known !== undefined) return known;
    this.#streets.set(key, this.#streets.size);
    return this.#streets.size - 1;
  }

  /** Addresses of all files. */
  get size(): number {
    return this.#entries.length;
  }

  /** The spellings of the streets, to look for one that is nearly the same. */
  get streetKeys(): Iterable<string> {
    return this.#streets.keys();
  }

  /** All addresses of a street, by what its spellings have in common. */
  inStreet(key: string): BookEntry[] {
    const street = this.#streets.get(key);
    if (street === undefined) return [];
    return [...this.#entries.subarray(this.#starts[street], this.#starts[street + 1])].map((entry) => this.#at(entry));
  }

  /** How many addresses a street has, by what its spellings have in common. */
  countIn(key: string): number {
    const street = this.#streets.get(key);
    return street === undefined ? 0 : (this.#starts[street + 1] as number) - (this.#starts[street] as number);
  }

  #at(entry: number): BookEntry {
    let file = this.#firsts.length - 1;
    while (file > 0 && entry < (this.#firsts[file] as number)) file--;
    return { file: this.files[file] as AddressFile, row: entry - (this.#firsts[file] as number) };
  }
}

export const numberOf = ({ file, row }: BookEntry): number => file.rows.number[row] as number;
export const lonOf = ({ file, row }: BookEntry): number => file.rows.lon[row] as number;
export const latOf = ({ file, row }: BookEntry): number => file.rows.lat[row] as number;
export const lineOf = ({ file, row }: BookEntry): number => file.rows.line[row] as number;
export const wordsOf = ({ file, row }: BookEntry): string => addressInWords(file.rows, row);

type TextPart = "street" | "addition" | "postcode" | "place" | "district";

export function textOf({ file, row }: BookEntry, part: TextPart): string {
  const { codes, texts } = file.rows[part];
  return texts[codes[row] as number] ?? "";
}

/** Whether what a row says of its town can mean the town of an entry: the same words, or all words of one in the other. */
export type PlaceFit = "same" | "part" | "unknown" | "other";

export function placeFit(wanted: string, entry: BookEntry): PlaceFit {
  if (wanted === "") return "unknown";
  const known = (["place", "district"] as const).map((part) => textOf(entry, part)).filter((text) => text !== "");
  if (known.length === 0) return "unknown";
  const words = wordSet(wanted);
  const sets = known.map(wordSet);
  if (sets.some((set) => set.size === words.size && holds(set, words))) return "same";
  return sets.some((set) => holds(set, words) || holds(words, set)) ? "part" : "other";
}

/** „Ortsteil“ and its short form only say that the next word is one. */
function wordSet(text: string): Set<string> {
  return new Set(plainWords(text).filter((word) => word !== "ot" && word !== "ortsteil"));
}

function holds(set: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  for (const word of words) if (!set.has(word)) return false;
  return words.size > 0;
}
