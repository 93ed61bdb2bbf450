import type { Issue } from "../domain/issue.ts";

/** A column as the file has it: every cell as text, and beside it the numbers of formats that have numbers of their own. */
export interface RawColumn {
  readonly name: string;
  /** One entry per row; "" = empty. */
  readonly texts: readonly string[];
  /** NaN where the cell is no number in the format itself; absent when the format knows only text (CSV). */
  readonly numbers?: Float64Array | undefined;
}

/** What a reader makes of a file, whatever the format: columns of text, geometry beside them, nothing interpreted yet. */
export interface RawTable {
  readonly columns: readonly RawColumn[];
  readonly rowCount: number;
  /** One entry per row, coordinates as in the file. */
  readonly geometries?: readonly (GeoJSON.Geometry | null)[] | undefined;
  /** Reference system that the file itself names. */
  readonly crs?: string | undefined;
  /** Line in the file as a spreadsheet shows it (header = 1), or the number of the feature (first = 1). */
  lineOf(row: number): number;
  /** Rows that could not be taken apart. */
  readonly rejected: number;
  readonly encoding?: string | undefined;
  readonly issues: readonly Issue[];
}

export interface TableOptions {
  /** Path of the file, for issues. */
  readonly source: string;
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly quoteChar?: string | undefined;
  readonly escapeChar?: string | undefined;
  /** Names of the columns when the file has no header. */
  readonly columnNames?: readonly string[] | undefined;
  /** Decimal comma: a comma is then no candidate when the delimiter is guessed. */
  readonly decimalChar?: string | undefined;
  /** Joins lists of formats that have lists. */
  readonly listSeparator: string;
  /** Hears every few thousand rows how many were taken apart. */
  readonly onRows?: ((rows: number) => void) | undefined;
}

/** Rows between two words about how far it is: seldom enough to cost nothing. A power of two. */
export const ROWS_PER_WORD = 8192;

/** One folder per format, one reader each, this one interface. */
export type TableReader = (bytes: Uint8Array, options: TableOptions) => RawTable;
