import type { AsyncBuffer, ColumnMetaData, FileMetaData, ParquetType, SchemaElement } from "hyparquet";
import { parquetMetadata, parquetSchema } from "hyparquet";
import { getMaxDefinitionLevel, getMaxRepetitionLevel, isFlatColumn } from "hyparquet/src/schema.js";
import type { SchemaTree } from "hyparquet/src/types.js";
import { MOST_CELLS, MOST_COLUMNS } from "../../domain/file-limits.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { thriftEnd } from "./thrift-end.ts";

/** What a tab can hold, as for zips. */
export const MOST_BYTES = 1024 ** 3;
/** Texts of more rows do not fit into the memory of a tab. */
export const MOST_ROWS = 20_000_000;
/** Columns within columns. */
const MOST_LEAVES = 2 * MOST_COLUMNS;
const DEEPEST = 32;
const LONGEST_FOOTER = 32 * 1024 ** 2;
const MARK = "PAR1";
/** Length of the footer and the mark behind it. */
const TRAILER = 8;
/** Where the footer is mostly found as a whole. */
const FIRST_TAIL = 65_536;

/** A column of values, as it lies in the file. */
export interface Leaf {
  readonly path: readonly string[];
  readonly schemaPath: SchemaTree[];
  readonly element: SchemaElement;
  readonly type: ParquetType;
  readonly mostDefined: number;
  readonly mostRepeated: number;
  /** One value a row. */
  readonly isFlat: boolean;
}

export interface Chunk {
  readonly meta: ColumnMetaData;
  readonly start: number;
  readonly end: number;
}

export interface RowGroup {
  readonly rowStart: number;
  readonly rows: number;
  /** One for each leaf. */
  readonly chunks: readonly Chunk[];
}

/** What the end of a file tells of all of it, looked through. */
export interface ParquetLayout {
  readonly metadata: FileMetaData;
  readonly tree: SchemaTree;
  readonly leaves: readonly Leaf[];
  /** Which of the leaves each column of the table has. */
  readonly leavesOf: readonly (readonly number[])[];
  readonly groups: readonly RowGroup[];
  readonly rowCount: number;
}

/** @throws UnreadableFile, or what the source of the bytes throws */
export async function readLayout(file: AsyncBuffer): Promise<ParquetLayout> {
  const { byteLength } = file;
  if (byteLength < 12) throw new UnreadableFile("no-parquet");
  if (markOf(await file.slice(0, 4)) !== MARK) throw new UnreadableFile("no-parquet");
  const tail = await file.slice(Math.max(0, byteLength - FIRST_TAIL), byteLength);
  const needed = footerLength(tail);
  if (needed > byteLength) throw new UnreadableFile("truncated");
  const end = needed > tail.byteLength ? await file.slice(byteLength - needed, byteLength) : tail;
  const layout = layoutOf(end, byteLength);
  checkSize(layout);
  return layout;
}

/** Bounds before anything is unpacked: what the footer promises is what will be allocated. */
function checkSize({ groups, rowCount }: ParquetLayout): void {
  const chunks = groups.flatMap((group) => group.chunks);
  const bytes = chunks.reduce((sum, { meta }) => sum + Number(meta.total_uncompressed_size), 0);
  const values = chunks.reduce((sum, { meta }) => sum + Number(meta.num_values), 0);
  if (rowCount > MOST_ROWS) throw new UnreadableFile("too-many-rows", String(MOST_ROWS));
  if (values > MOST_CELLS) throw new UnreadableFile("too-many-cells", String(MOST_CELLS));
  if (bytes > MOST_BYTES) throw new UnreadableFile("too-large");
}

/**
 * The bytes at the end of a file that hold its footer.
 * @throws UnreadableFile
 */
export function footerLength(tail: ArrayBuffer): number {
  if (tail.byteLength < TRAILER || markOf(tail.slice(-4)) !== MARK) throw new UnreadableFile("truncated");
  const length = new DataView(tail).getUint32(tail.byteLength - TRAILER, true) + TRAILER;
  if (length > LONGEST_FOOTER) throw new UnreadableFile("too-large");
  return length;
}

/**
 * What the footer says, and that it fits together.
 * @param tail the end of the file, the footer in it
 * @param byteLength of the whole file
 * @throws UnreadableFile
 */
export function layoutOf(tail: ArrayBuffer, byteLength: number): ParquetLayout {
  const length = footerLength(tail);
  thriftEnd(new DataView(tail, tail.byteLength - length, length - TRAILER), 0);
  const metadata = parquetMetadata(tail);
  const tree = parquetSchema(metadata);
  const leaves = leavesIn(tree);
  const places = new Map<SchemaTree, number[]>(tree.children.map((child) => [child, []]));
  for (const [i, { schemaPath }] of leaves.entries()) places.get(schemaPath[1] as SchemaTree)?.push(i);
  const rowCount = Number(metadata.num_rows);
  const groups: RowGroup[] = [];
  let rowStart = 0;
  for (const group of metadata.row_groups ?? []) {
    const rows = Number(group.num_rows);
    if (!(rows >= 0) || group.columns.length !== leaves.length) throw new UnreadableFile("broken");
    const chunks = group.columns.map((column, i) => chunkOf(column.meta_data, leaves[i] as Leaf, rows, byteLength));
    if (group.columns.some(({ file_path: path }) => path)) throw new UnreadableFile("broken", "file_path");
    groups.push({ rowStart, rows, chunks });
    rowStart += rows;
  }
  if (rowCount !== rowStart) throw new UnreadableFile("broken");
  return { metadata, tree, leaves, leavesOf: [...places.values()], groups, rowCount };
}

function markOf(bytes: ArrayBuffer): string {
  return new TextDecoder("latin1").decode(bytes);
}

function leavesIn(tree: SchemaTree): Leaf[] {
  if (tree.children.length > MOST_COLUMNS) throw new UnreadableFile("too-many-columns", String(MOST_COLUMNS));
  const leaves: Leaf[] = [];
  const walk = (schemaPath: SchemaTree[]) => {
    const node = schemaPath[schemaPath.length - 1] as SchemaTree;
    if (schemaPath.length > DEEPEST || typeof node.element.name !== "string") throw new UnreadableFile("broken");
    for (const child of node.children) walk([...schemaPath, child]);
    if (node.children.length > 0 || node === tree) return;
    if (leaves.length >= MOST_LEAVES) throw new UnreadableFile("too-many-columns", String(MOST_COLUMNS));
    leaves.push(leafOf(schemaPath, node));
  };
  walk([tree]);
  return leaves;
}

function leafOf(schemaPath: SchemaTree[], { element, path }: SchemaTree): Leaf {
  const { type, type_length: length } = element;
  if (!type) throw new UnreadableFile("broken", path.join("."));
  // Made of bytes one by one, whatever there are.
  const isSized = type !== "FIXED_LEN_BYTE_ARRAY" || (length !== undefined && length > 0);
  const kind = element.logical_type?.type;
  const wanted = kind === "UUID" ? 16 : kind === "FLOAT16" ? 2 : undefined;
  const isTooLong = element.converted_type === "DECIMAL" && (length ?? 0) > 1024;
  if (!isSized || isTooLong || (wanted !== undefined && (type !== "FIXED_LEN_BYTE_ARRAY" || length !== wanted)))
    throw new UnreadableFile("broken", path.join("."));
  // A value of it can name others without end; no office writes it.
  if (schemaPath.some((each) => each.element.logical_type?.type === "VARIANT"))
    throw new UnreadableFile("version", `VARIANT (${path.join(".")})`);
  return {
    ...{ path, schemaPath, element, type },
    mostDefined: getMaxDefinitionLevel(schemaPath),
    mostRepeated: getMaxRepetitionLevel(schemaPath),
    isFlat: isFlatColumn(schemaPath),
  };
}

function chunkOf(meta: ColumnMetaData | undefined, leaf: Leaf, rows: number, byteLength: number): Chunk {
  if (!meta) throw new UnreadableFile("broken", leaf.path.join("."));
  const data = Number(meta.data_page_offset);
  const dictionary = Number(meta.dictionary_page_offset ?? 0n);
  const start = dictionary > 0 && dictionary < data ? dictionary : data;
  const end = start + Number(meta.total_compressed_size);
  const values = Number(meta.num_values);
  const isPossible =
    start >= MARK.length &&
    end >= start &&
    end <= byteLength &&
    Number(meta.total_uncompressed_size) >= 0 &&
    values >= 0 &&
    (leaf.isFlat ? values === rows : values >= rows) &&
    meta.type === leaf.type &&
    meta.path_in_schema.length === leaf.path.length &&
    meta.path_in_schema.every((name, i) => name === leaf.path[i]);
  if (!isPossible) throw new UnreadableFile("broken", leaf.path.join("."));
  return { meta, start, end };
}
