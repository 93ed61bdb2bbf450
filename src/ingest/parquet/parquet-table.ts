import type { AsyncBuffer, DecodedArray } from "hyparquet";
import { isGeometry } from "../geojson/geojson-parts.ts";
import type { IssueLog } from "../issue-log.ts";
import { goesOn, type RawColumn, type RawTable, type TableOptions, wantedRows } from "../raw-table.ts";
import { UnreadableFile } from "../unreadable-file.ts";
import { geometryColumn } from "./geometry-column.ts";
import { cellOf } from "./parquet-cell.ts";
import { type ParquetLayout, readLayout } from "./parquet-layout.ts";
import { textRoom } from "./read-chunk.ts";
import { readColumn } from "./read-column.ts";

/** Letters of cells that are put together from many values: each of them can be named a million times. */
const MOST_LETTERS = 2 ** 28;

/** A Parquet file, wherever its bytes come from. @throws UnreadableFile, or what the source of the bytes throws */
export async function parquetTable(file: AsyncBuffer, options: TableOptions, log: IssueLog): Promise<RawTable> {
  const layout = await readLayout(file);
  const { tree } = layout;
  const rowCount = wantedRows(options, layout.rowCount, file.byteLength);
  const geometry = geometryColumn(layout.metadata);
  const columns: RawColumn[] = [];
  const room = textRoom();
  let geometries: (GeoJSON.Geometry | null)[] | undefined;
  for (const [at, { element }] of tree.children.entries()) {
    const cells = cellsOf(file, layout, at, rowCount, room, (rows) =>
      options.onRows?.(Math.floor((at * rowCount + rows) / tree.children.length)),
    );
    if (element.name === geometry?.name && !geometries) geometries = await geometriesOf(cells, rowCount, log);
    else columns.push(await columnOf(element.name, cells, rowCount, options.listSeparator));
  }
  return {
    columns,
    rowCount,
    geometries,
    crs: geometries && geometry?.crs,
    lineOf: (row) => row + 1,
    rejected: 0,
    goesOn: goesOn(rowCount, layout.rowCount),
    issues: log.list(),
  };
}

type Cells = AsyncGenerator<{ readonly rowStart: number; readonly cells: DecodedArray }>;

/** One row group after the other: what was read of the one before need not be kept. */
async function* cellsOf(
  file: AsyncBuffer,
  layout: ParquetLayout,
  column: number,
  rowCount: number,
  room: ReturnType<typeof textRoom>,
  onRows: (rows: number) => void,
): Cells {
  for (const group of layout.groups) {
    const wanted = Math.min(group.rows, rowCount - group.rowStart);
    if (wanted <= 0) continue;
    const first = wanted < group.rows ? wanted : undefined;
    const end = group.rowStart + wanted;
    let row = group.rowStart;
    const load = ({ start, end }: { start: number; end: number }) => file.slice(start, end);
    for (const cells of await readColumn(layout, group, column, load, room, first)) {
      // The last page that is needed may hold more.
      const needed = cells.length > end - row ? cells.slice(0, end - row) : cells;
      yield { rowStart: row, cells: needed };
      row += needed.length;
    }
    // Whoever is left would be missing silently.
    if (row !== end) throw new UnreadableFile("broken", layout.tree.children[column]?.path[0]);
    onRows(row);
  }
}

async function columnOf(name: string, parts: Cells, rowCount: number, listSeparator: string): Promise<RawColumn> {
  const texts = new Array<string>(rowCount).fill("");
  let numbers: Float64Array | undefined;
  let letters = 0;
  for await (const { rowStart, cells } of parts) {
    for (let i = 0; i < cells.length; i++) {
      const value = cells[i] as unknown;
      const { text, number } = cellOf(value, listSeparator);
      texts[rowStart + i] = text;
      if (typeof value === "object") letters += text.length;
      if (letters > MOST_LETTERS) throw new UnreadableFile("too-large", name);
      if (Number.isNaN(number)) continue;
      numbers ??= new Float64Array(rowCount).fill(Number.NaN);
      numbers[rowStart + i] = number;
    }
  }
  return { name, texts, numbers };
}

async function geometriesOf(parts: Cells, rowCount: number, log: IssueLog): Promise<(GeoJSON.Geometry | null)[]> {
  const geometries = new Array<GeoJSON.Geometry | null>(rowCount).fill(null);
  for await (const { rowStart, cells } of parts) {
    for (let i = 0; i < cells.length; i++) {
      const value = cells[i] as unknown;
      if (isGeometry(value)) geometries[rowStart + i] = value;
      else if (value !== null && value !== undefined)
        log.add("geometry-unusable", { row: rowStart + i + 1, context: { reason: "malformed" } });
    }
  }
  return geometries;
}
