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
  /** The file writes the northing first, as its system demands; `geometries` have the easting first all the same. */
  readonly axesTurned?: boolean | undefined;
  /** Line in the file as a spreadsheet shows it (header = 1), or the number of the feature (first = 1). */
  lineOf(row: number): number;
  /** Rows that could not be taken apart. */
  readonly rejected: number;
  readonly encoding?: string | undefined;
  /** Only the beginning was read, as asked; with the rows of the whole where the format tells them. */
  readonly goesOn?: { readonly rows?: number | undefined } | undefined;
  readonly issues: readonly Issue[];
}

/** As much of a table is enough to look at: so many rows, or those that lie in about so many bytes. */
export interface Beginning {
  readonly rows: number;
  readonly bytes: number;
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
  /** Sheet or layer by its name; the first one of the file when absent. */
  readonly table?: string | undefined;
  /** Lines of the header (first = 1), where it is not simply the first; what stands above the last of them is no row. */
  readonly headerRows?: readonly number[] | undefined;
  /** Joins the parts of a header of several lines; a space when absent. */
  readonly headerJoin?: string | undefined;
  /** Lines that are no rows: titles, remarks, sums at the foot. */
  readonly commentRows?: readonly number[] | undefined;
  /** All rows are read when absent. Formats that are read as a whole in any case (workbooks) take no notice of it. */
  readonly beginning?: Beginning | undefined;
  /** Hears every few thousand rows how many were taken apart. */
  readonly onRows?: ((rows: number) => void) | undefined;
}

/** How many of `rows` rows that lie in `bytes` bytes are read. */
export function wantedRows({ beginning }: Pick<TableOptions, "beginning">, rows: number, bytes: number): number {
  if (!beginning) return rows;
  return Math.min(rows, beginning.rows, Math.ceil((rows * beginning.bytes) / Math.max(1, bytes)));
}

/** That a table goes on behind the rows that were wanted. */
export function goesOn(wanted: number, rows: number): RawTable["goesOn"] {
  return wanted < rows ? { rows } : undefined;
}

/** Rows between two words about how far it is: seldom enough to cost nothing. A power of two. */
export const ROWS_PER_WORD = 8192;

/** One folder per format, one reader each, this one interface. A reader that cannot read says so in the issues of an empty table. */
export type TableReader = (bytes: Uint8Array<ArrayBuffer>, options: TableOptions) => RawTable | Promise<RawTable>;

/** A sheet, or a layer. */
export interface TableInFile {
  readonly name: string;
  /** As far as the format knows it without reading it. */
  readonly rows?: number | undefined;
  readonly hasGeometry?: boolean | undefined;
  /** Whoever made the file has hidden it. */
  readonly isHidden?: boolean | undefined;
}

/** The first lines of a sheet as they stand there, before one is taken for the header. */
export interface FirstLines {
  /** Cells as text, blank lines too; merged cells hold the text of the first of them. */
  readonly lines: readonly (readonly string[])[];
  /** Lines of the whole sheet, as far as known. */
  readonly lineCount?: number | undefined;
  readonly encoding?: string | undefined;
  /** Absent where nothing had to be guessed. */
  readonly isEncodingSure?: boolean | undefined;
  readonly delimiter?: string | undefined;
}

/** What can be done with a format. */
export interface FormatReader {
  readonly read: TableReader;
  /** Absent: a file of this format holds one table. */
  readonly tablesIn?: ((bytes: Uint8Array<ArrayBuffer>) => Promise<readonly TableInFile[]>) | undefined;
  /** Absent: the format names its columns itself. */
  readonly firstLines?:
    | ((bytes: Uint8Array<ArrayBuffer>, options: TableOptions, most: number) => FirstLines | Promise<FirstLines>)
    | undefined;
}
