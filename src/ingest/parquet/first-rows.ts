import { parquetHeader } from "hyparquet/src/column.js";
import { DEFAULT_LIST_SEPARATOR } from "../cell-texts.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { geometryColumn } from "./geometry-column.ts";
import { cellOf } from "./parquet-cell.ts";
import { type Chunk, layoutOf, type ParquetLayout, type RowGroup } from "./parquet-layout.ts";
import { textRoom } from "./read-chunk.ts";
import { readColumn } from "./read-column.ts";
import { brokenBy } from "./stumbled.ts";
import { thriftEnd } from "./thrift-end.ts";

/** First byte, and the one behind the last. */
export type ByteRange = readonly [from: number, to: number];

export interface FirstRowsQuestion {
  readonly byteLength: number;
  /** The end of the file, the footer in it. */
  readonly tail: Uint8Array<ArrayBuffer>;
  /** What has come of the file. */
  readonly pieces: readonly { readonly at: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
  readonly rows: number;
}

export type FirstRows =
  /** These bytes are needed for it. */
  | { readonly needs: readonly ByteRange[] }
  | { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[]; readonly leftOut: number }
  | { readonly broken: string };

/** Columns that are shown; of each other one there would be one request more. */
const MOST_COLUMNS = 20;
/** Up to here the whole row group is asked for at once. */
const SMALL_GROUP = 1024 ** 2;
/** Asked for at first, and for the head of the next page. */
const GUESS = 65_536;
/** A column whose first page is larger is not shown. */
const LARGEST_START = 4 * 1024 ** 2;
/** Requests are worth more than the bytes between two ranges. */
const GAP = 8192;
const LONGEST_TEXT = 200;

/** The first rows of a Parquet file of which only parts are there: says which are needed, until they are there. */
export async function firstRows(question: FirstRowsQuestion): Promise<FirstRows> {
  try {
    const { tail, byteLength, rows } = question;
    const layout = layoutOf(tail.slice().buffer, byteLength);
    const geometry = geometryColumn(layout.metadata)?.name;
    const all = layout.tree.children.map(({ element }, at) => ({ name: element.name, at }));
    const shown = all.filter(({ name }) => name !== geometry).slice(0, MOST_COLUMNS);
    const group = layout.groups.find((each) => each.rows > 0);
    if (!group) return { columns: shown.map(({ name }) => name), rows: [], leftOut: 0 };
    const pieces = [...question.pieces, { at: byteLength - tail.length, bytes: tail }];
    const found = beginnings(pieces, rows, layout, group, new Set(shown.map(({ at }) => at)));
    if ("needs" in found) return found;
    const room = textRoom();
    const columns: string[] = [];
    const texts: string[][] = [];
    for (const { name, at } of shown) {
      if (found.tooLarge.has(at)) continue;
      const parts = await readColumn(layout, group, at, (chunk) => found.bytes.get(chunk) as ArrayBuffer, room, rows);
      const cells = parts.flatMap((part) => Array.from(part.slice(0, rows) as ArrayLike<unknown>)).slice(0, rows);
      columns.push(name);
      texts.push(cells.map((cell) => cellOf(cell, DEFAULT_LIST_SEPARATOR).text.slice(0, LONGEST_TEXT)));
    }
    const count = Math.min(rows, group.rows, ...texts.map(({ length }) => length));
    return {
      columns,
      rows: Array.from({ length: count }, (_, row) => texts.map((column) => column[row] ?? "")),
      leftOut: all.length - columns.length - (geometry === undefined ? 0 : 1),
    };
  } catch (error) {
    return brokenBy(error);
  }
}

/** The first pages of each column, or what is missing of them. */
function beginnings(
  pieces: FirstRowsQuestion["pieces"],
  rows: number,
  { leavesOf }: ParquetLayout,
  group: RowGroup,
  shown: ReadonlySet<number>,
):
  | { readonly needs: readonly ByteRange[] }
  | { readonly bytes: ReadonlyMap<Chunk, ArrayBuffer>; readonly tooLarge: ReadonlySet<number> } {
  const wanted = [...shown].flatMap((column) =>
    (leavesOf[column] ?? []).map((i) => ({ chunk: group.chunks[i] as Chunk, column })),
  );
  const start = Math.min(...wanted.map(({ chunk }) => chunk.start));
  const isSmall = Math.max(...wanted.map(({ chunk }) => chunk.end)) - start <= SMALL_GROUP;
  const bytes = new Map<Chunk, ArrayBuffer>();
  const tooLarge = new Set<number>();
  const needs: ByteRange[] = [];
  for (const { chunk, column } of wanted) {
    const length = chunk.end - chunk.start;
    const there = pieces
      .filter(({ at, bytes: { length: count } }) => at <= chunk.start && at + count > chunk.start)
      .map(({ at, bytes: all }) => all.slice(chunk.start - at, chunk.end - at))
      .sort((a, b) => b.length - a.length)[0];
    const needed = isSmall ? length : there ? beginningLength(there, length, rows) : Math.min(length, GUESS);
    if (there && needed <= there.length) bytes.set(chunk, there.slice(0, needed).buffer);
    else if (needed > LARGEST_START && !isSmall) tooLarge.add(column);
    else needs.push([chunk.start, chunk.start + needed]);
  }
  return needs.length > 0 ? { needs: joinedRanges(needs, GAP) } : { bytes, tooLarge };
}

/** Bytes of the pages that hold the first rows, or more than there are where that is not yet to be seen. */
function beginningLength(bytes: Uint8Array<ArrayBuffer>, length: number, rows: number): number {
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  let seen = 0;
  while (reader.offset < length && seen < rows) {
    const more = Math.min(length, reader.offset + GUESS);
    if (reader.offset >= bytes.length) return more;
    try {
      thriftEnd(reader.view, reader.offset);
    } catch (error) {
      // The head of a page is cut; one that is longer than that is none.
      if (more > bytes.length) return more;
      throw error;
    }
    const header = parquetHeader(reader);
    const packed = header.compressed_page_size;
    if (!(packed >= 0 && packed <= length - reader.offset)) throw new UnreadableFile("broken");
    reader.offset += packed;
    seen += header.data_page_header?.num_values ?? header.data_page_header_v2?.num_rows ?? 0;
  }
  return reader.offset;
}

/** Ranges in the order of the file, those that nearly touch as one. */
export function joinedRanges(ranges: readonly ByteRange[], gap: number, most = Number.POSITIVE_INFINITY): ByteRange[] {
  const joined: [number, number][] = [];
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from - last[1] <= gap && Math.max(to, last[1]) - last[0] <= most) last[1] = Math.max(to, last[1]);
    else joined.push([from, to]);
  }
  return joined;
}
