import {
  type AsyncBuffer,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
} from "hyparquet";
import { isGeometry } from "../geojson/geojson-parts.ts";
import type { IssueLog } from "../issue-log.ts";
import type { RawColumn, RawTable, TableOptions } from "../raw-table.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { checkedPages } from "./checked-pages.ts";
import { geometryColumn } from "./geometry-column.ts";
import { cellOf } from "./parquet-cell.ts";

/** What a tab can hold, as for zips. */
const MOST_BYTES = 1024 ** 3;
/** Texts of more rows do not fit into the memory of a tab. */
const MOST_ROWS = 20_000_000;
const MOST_COLUMNS = 2000;

/** Codecs that the reader itself knows; the others come with a second library when a file has one. */
const OWN_CODECS = new Set(["UNCOMPRESSED", "SNAPPY"]);

/** A Parquet file, wherever its bytes come from. @throws UnreadableFile, or what the source of the bytes throws */
export async function parquetTable(file: AsyncBuffer, options: TableOptions, log: IssueLog): Promise<RawTable> {
  const metadata = await metadataOf(file);
  const rowCount = checkedRows(metadata);
  const geometry = geometryColumn(metadata);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  const parts = new Map<string, Part[]>(names.map((name) => [name, []]));
  let read = 0;
  await readAll(file, metadata, ({ columnName, columnData, rowStart }) => {
    parts.get(columnName)?.push({ rowStart, cells: columnData });
    read += columnData.length;
    options.onRows?.(Math.floor(read / Math.max(1, names.length)));
  });
  const columns: RawColumn[] = [];
  let geometries: (GeoJSON.Geometry | null)[] | undefined;
  for (const name of names) {
    const cells = parts.get(name) ?? [];
    // Whoever is left would be missing silently.
    if (cells.reduce((sum, part) => sum + part.cells.length, 0) !== rowCount) throw new UnreadableFile("broken", name);
    if (name === geometry?.name) geometries = geometriesOf(cells, rowCount, log);
    else columns.push(columnOf(name, cells, rowCount, options.listSeparator));
    parts.delete(name);
  }
  return {
    columns,
    rowCount,
    geometries,
    crs: geometries && geometry?.crs,
    lineOf: (row) => row + 1,
    rejected: 0,
    issues: log.list(),
  };
}

interface Part {
  readonly rowStart: number;
  readonly cells: DecodedArray;
}

async function metadataOf(file: AsyncBuffer): Promise<FileMetaData> {
  if (file.byteLength < 12) throw new UnreadableFile("no-parquet");
  const [head, tail] = await Promise.all([file.slice(0, 4), file.slice(file.byteLength - 4, file.byteLength)]);
  const isMark = (bytes: ArrayBuffer) => new TextDecoder("latin1").decode(bytes) === "PAR1";
  if (!isMark(head)) throw new UnreadableFile("no-parquet");
  if (!isMark(tail)) throw new UnreadableFile("truncated");
  return parquetMetadataAsync(file);
}

/** Bounds before anything is unpacked: what the footer promises is what will be allocated. */
function checkedRows(metadata: FileMetaData): number {
  const rowCount = Number(metadata.num_rows);
  const groups = metadata.row_groups ?? [];
  const rows = groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
  const chunks = groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data));
  const bytes = chunks.reduce((sum, chunk) => sum + Number(chunk?.total_uncompressed_size ?? 0), 0);
  if (rowCount !== rows || rowCount < 0 || groups.some((group) => Number(group.num_rows) < 0))
    throw new UnreadableFile("broken");
  if (bytes > MOST_BYTES) throw new UnreadableFile("too-large");
  if (rowCount > MOST_ROWS) throw new UnreadableFile("too-many-rows", String(MOST_ROWS));
  if (parquetSchema(metadata).children.length > MOST_COLUMNS) {
    throw new UnreadableFile("too-many-columns", String(MOST_COLUMNS));
  }
  return rowCount;
}

type OnChunk = NonNullable<Parameters<typeof parquetRead>[0]["onChunk"]>;

async function readAll(file: AsyncBuffer, metadata: FileMetaData, onChunk: OnChunk): Promise<void> {
  const codecs = new Set(
    metadata.row_groups.flatMap(({ columns }) => columns.flatMap(({ meta_data }) => meta_data?.codec ?? [])),
  );
  const further = [...codecs].filter((codec) => !OWN_CODECS.has(codec));
  let compressors: Compressors | undefined;
  if (further.length > 0) {
    compressors = (await import("hyparquet-compressors")).compressors;
    for (const codec of further) if (!compressors[codec]) throw new UnreadableFile("compression", codec);
  }
  await parquetRead({ file: checkedPages(file, metadata), metadata, onChunk, ...(compressors ? { compressors } : {}) });
}

function* cellsOf(parts: readonly Part[]): Generator<readonly [row: number, value: unknown]> {
  for (const { rowStart, cells } of parts) {
    for (let i = 0; i < cells.length; i++) yield [rowStart + i, cells[i] as unknown];
  }
}

function columnOf(name: string, parts: readonly Part[], rowCount: number, listSeparator: string): RawColumn {
  const texts = new Array<string>(rowCount).fill("");
  let numbers: Float64Array | undefined;
  for (const [row, value] of cellsOf(parts)) {
    const { text, number } = cellOf(value, listSeparator);
    texts[row] = text;
    if (Number.isNaN(number)) continue;
    numbers ??= new Float64Array(rowCount).fill(Number.NaN);
    numbers[row] = number;
  }
  return { name, texts, numbers };
}

function geometriesOf(parts: readonly Part[], rowCount: number, log: IssueLog): (GeoJSON.Geometry | null)[] {
  const geometries = new Array<GeoJSON.Geometry | null>(rowCount).fill(null);
  for (const [row, value] of cellsOf(parts)) {
    if (isGeometry(value)) geometries[row] = value;
    else if (value !== null && value !== undefined)
      log.add("geometry-unusable", { row: row + 1, context: { reason: "malformed" } });
  }
  return geometries;
}
