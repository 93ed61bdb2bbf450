import type { DataPageHeader, SchemaElement } from "hyparquet";
import { deltaBinaryUnpack } from "hyparquet/src/delta.js";
import type { DataPageHeaderV2 } from "hyparquet/src/types.js";
import { UnreadableFile } from "../unreadable-file.ts";
import { checkDeltas } from "./delta-end.ts";
import { walkRuns } from "./level-runs.ts";

/** What a page must fit to. */
export interface PagePlace {
  readonly element: SchemaElement;
  readonly mostDefined: number;
  readonly mostRepeated: number;
  /** Values of the dictionary before it; undefined = there is none. */
  readonly dictionary: number | undefined;
  /** Bytes of texts that may still come out of shortened ones. */
  readonly room: number;
}

export interface CheckedPage {
  readonly rows: number;
  /** Its first value goes on with the row before. */
  readonly continues: boolean;
  /** Values that are there. */
  readonly values: number;
  /** Bytes of texts that were shortened. */
  readonly grown: number;
}

/** Longer ones are no numbers; the library computes with them in a time that grows by the square of their length. */
const LONGEST_DECIMAL = 1024;
const FIXED_BYTES: Partial<Record<NonNullable<SchemaElement["type"]>, number>> = {
  INT32: 4,
  INT64: 8,
  INT96: 12,
  FLOAT: 4,
  DOUBLE: 8,
};

/** The values of a dictionary before the library reads them. @throws UnreadableFile */
export function checkDictionary(page: Uint8Array, count: number, element: SchemaElement): void {
  checkPlain(page, 0, count, element);
}

/**
 * A page of the older kind, unpacked: its levels, its values, and that both fit together. The library believes all of it: a run of two
 * billion levels fills memory, a negative number of packed ones never ends.
 * @throws UnreadableFile
 */
export function checkPage(page: Uint8Array, header: DataPageHeader, place: PagePlace): CheckedPage {
  const { num_values: count } = header;
  let at = 0;
  const levels = (most: number, encoding: string, see: (level: number, times: number) => void) => {
    if (most === 0) return;
    // The library takes all of them for runs.
    if (encoding !== "RLE" || page.length - at < 4)
      throw new UnreadableFile("broken", encoding === "RLE" ? "" : encoding);
    const length = new DataView(page.buffer, page.byteOffset + at).getUint32(0, true);
    if (length > page.length - at - 4) throw new UnreadableFile("broken");
    walkLevels(page, at + 4, most, count, see);
    at += 4 + length;
  };
  const found = new Levels(place);
  levels(place.mostRepeated, header.repetition_level_encoding, found.repeated);
  levels(place.mostDefined, header.definition_level_encoding, found.defined);
  const values = place.mostDefined === 0 ? count : found.values;
  return { ...found.rowsOf(count), values, grown: checkValues(page, at, header.encoding, values, place, false) };
}

/**
 * A page of the newer kind: its levels stand before what was packed.
 * @param levels the bytes of both kinds of levels
 * @param page the unpacked values
 */
export function checkPageV2(
  levels: Uint8Array,
  page: Uint8Array,
  header: DataPageHeaderV2,
  place: PagePlace,
): CheckedPage {
  const { num_values: count, num_nulls: nulls, repetition_levels_byte_length: split } = header;
  const found = new Levels(place);
  if (place.mostRepeated > 0) walkLevels(levels, 0, place.mostRepeated, count, found.repeated);
  if (place.mostDefined > 0) walkLevels(levels, split, place.mostDefined, count, found.defined);
  const values = place.mostDefined === 0 ? count : found.values;
  if (values !== count - nulls) throw new UnreadableFile("broken");
  return { ...found.rowsOf(count), values, grown: checkValues(page, 0, header.encoding, values, place, true) };
}

class Levels {
  readonly #mostDefined: number;
  readonly #isRepeated: boolean;
  #first = -1;
  #rows = 0;
  values = 0;

  constructor({ mostDefined, mostRepeated }: PagePlace) {
    this.#mostDefined = mostDefined;
    this.#isRepeated = mostRepeated > 0;
  }

  readonly repeated = (level: number, times: number): void => {
    if (this.#first < 0) this.#first = level;
    if (level === 0) this.#rows += times;
  };

  readonly defined = (level: number, times: number): void => {
    if (level === this.#mostDefined) this.values += times;
  };

  rowsOf(count: number) {
    return { rows: this.#isRepeated ? this.#rows : count, continues: this.#first > 0 };
  }
}

function walkLevels(
  bytes: Uint8Array,
  from: number,
  most: number,
  count: number,
  see: (level: number, times: number) => void,
): void {
  walkRuns(bytes, from, 32 - Math.clz32(most), count, (level, times) => {
    if (level > most) throw new UnreadableFile("broken");
    see(level, times);
  });
}

function checkValues(
  page: Uint8Array,
  at: number,
  encoding: string,
  count: number,
  { element, dictionary, room }: PagePlace,
  isV2: boolean,
): number {
  if (count === 0) return 0;
  switch (encoding) {
    case "PLAIN":
      checkPlain(page, at, count, element);
      return 0;
    case "PLAIN_DICTIONARY":
    case "RLE_DICTIONARY":
      checkIndices(page, at, count, dictionary, isV2);
      return 0;
    case "RLE":
      if (element.type !== "BOOLEAN") throw new UnreadableFile("broken", encoding);
      walkRuns(page, at + 4, 1, count);
      return 0;
    case "BYTE_STREAM_SPLIT": {
      const width = widthOf(element);
      if (width === undefined || element.type === "INT96" || count * width > page.length - at)
        throw new UnreadableFile("broken", encoding);
      return 0;
    }
    case "DELTA_BINARY_PACKED":
      if (element.type !== "INT32" && element.type !== "INT64") throw new UnreadableFile("broken", encoding);
      checkDeltas(page, at, count, element.type === "INT32" ? 32 : 64);
      return 0;
    case "DELTA_LENGTH_BYTE_ARRAY": {
      const [lengths, from] = deltas(page, at, count);
      checkLengths(lengths, page.length - from, element);
      return 0;
    }
    case "DELTA_BYTE_ARRAY": {
      const [prefixes, middle] = deltas(page, at, count);
      const [suffixes, from] = deltas(page, middle, count);
      checkLengths(suffixes, page.length - from, element);
      return grownTexts(prefixes, suffixes, room, element);
    }
    default:
      throw new UnreadableFile("broken", encoding);
  }
}

function checkPlain(page: Uint8Array, from: number, count: number, element: SchemaElement): void {
  const left = page.length - from;
  if (element.type === "BOOLEAN") {
    if (Math.ceil(count / 8) > left) throw new UnreadableFile("broken");
  } else if (element.type === "BYTE_ARRAY") {
    const view = new DataView(page.buffer, page.byteOffset, page.byteLength);
    const most = mostBytes(element);
    let at = from;
    for (let i = 0; i < count; i++) {
      if (page.length - at < 4) throw new UnreadableFile("broken");
      const length = view.getUint32(at, true);
      at += 4 + length;
      if (at > page.length || length > most) throw new UnreadableFile("broken");
    }
  } else {
    const width = widthOf(element);
    if (width === undefined || count * width > left) throw new UnreadableFile("broken");
  }
}

function checkIndices(
  page: Uint8Array,
  at: number,
  count: number,
  dictionary: number | undefined,
  isV2: boolean,
): void {
  const width = page[at];
  if (width === undefined || dictionary === undefined || dictionary === 0) throw new UnreadableFile("broken");
  // Of no bits is the first of all: where the levels stand in the page, nothing more is read.
  if (width === 0 && !isV2) return;
  const isAny = 2 ** width <= dictionary;
  // Behind equal runs there may be more bits than the width.
  walkRuns(page, at + 1, width, count, (index) => {
    if (index >= dictionary && !(isAny && index < 2 ** width)) throw new UnreadableFile("broken");
  });
}

/** Texts of fixed length, numbers; undefined = of any length, or none. */
function widthOf(element: SchemaElement): number | undefined {
  if (element.type === "FIXED_LEN_BYTE_ARRAY") return element.type_length;
  return element.type && FIXED_BYTES[element.type];
}

function mostBytes(element: SchemaElement): number {
  return element.converted_type === "DECIMAL" ? LONGEST_DECIMAL : Number.POSITIVE_INFINITY;
}

/** Lengths, and where they end. */
function deltas(page: Uint8Array, from: number, count: number): readonly [lengths: Int32Array, end: number] {
  checkDeltas(page, from, count, 32);
  const lengths = new Int32Array(count);
  const reader = { view: new DataView(page.buffer, page.byteOffset, page.byteLength), offset: from };
  deltaBinaryUnpack(reader, count, lengths);
  return [lengths, reader.offset];
}

function checkLengths(lengths: Int32Array, left: number, element: SchemaElement): void {
  const most = mostBytes(element);
  let sum = 0;
  for (const length of lengths) {
    if (length < 0 || length > most) throw new UnreadableFile("broken");
    sum += length;
  }
  if (sum > left) throw new UnreadableFile("broken");
}

/** Each text begins as the one before it: a few bytes can make gigabytes. */
function grownTexts(prefixes: Int32Array, suffixes: Int32Array, room: number, element: SchemaElement): number {
  const most = mostBytes(element);
  let before = 0;
  let grown = 0;
  for (const [i, prefix] of prefixes.entries()) {
    if (prefix < 0 || prefix > before) throw new UnreadableFile("broken");
    before = prefix + (suffixes[i] ?? 0);
    grown += prefix;
    if (before > most) throw new UnreadableFile("broken");
    if (grown > room) throw new UnreadableFile("too-large");
  }
  return grown;
}
