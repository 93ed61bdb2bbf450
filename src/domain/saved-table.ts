import type { Shapes } from "../geo/shapes.ts";

/** A table that leaves the app as a file of its own; the first is the one of the contract. */
export const TABLE_FILE_FORMATS = ["csv", "xlsx", "geojson", "parquet"] as const;

export type TableFileFormat = (typeof TABLE_FILE_FORMATS)[number];

/**
 * A text, a number, or nothing: missing is empty or null in every format, never 0, and a column of the same row says why. `code` is what
 * formats for programs hold instead of the words of one language.
 */
export type SavedCell =
  | { readonly text: string; readonly code?: string | undefined }
  | { readonly number: number }
  | { readonly missing: true };

export interface SavedColumn {
  readonly name: string;
  readonly holds: "text" | "number";
  /** Decimals that its numbers have, the same in every format; absent = all that they need. */
  readonly digits?: number | undefined;
  /** Shown by a spreadsheet as per cent: a share is 0–1, per cent are 0–100. */
  readonly unit?: "share" | "percent" | undefined;
}

export interface SavedTable {
  /** Says what the rows are. */
  readonly title: string;
  readonly columns: readonly SavedColumn[];
  readonly rows: readonly (readonly SavedCell[])[];
  /** Numbers of the method rules that its figures rest on (C1 …). */
  readonly rules: readonly string[];
  /** Sozialraum of each row by its id: their boundaries go along where a format has geometry. */
  readonly sozialraeume: readonly string[];
}

export const MISSING_CELL: SavedCell = { missing: true };

/** A number that may be missing, as a cell; the kernels say NaN for „no value“. */
export function numberCell(value: number | undefined): SavedCell {
  return value === undefined || Number.isNaN(value) ? MISSING_CELL : { number: value };
}

/** A text that may be missing, as a cell; the empty text is none. */
export function textCell(text: string | undefined, code?: string): SavedCell {
  return text ? { text, code } : MISSING_CELL;
}

export const textColumn = (name: string): SavedColumn => ({ name, holds: "text" });

export function numberColumn(name: string, digits?: number, unit?: SavedColumn["unit"]): SavedColumn {
  return { name, holds: "number", digits, unit };
}

/** Boundaries of the rows. */
export interface RowBoundaries {
  readonly shapes: Shapes;
  /** Area of `shapes` per row; undefined = it has none there. */
  readonly areas: readonly (number | undefined)[];
}

/** One thing that a table says of itself, wherever it is sent. */
export interface OriginLine {
  readonly label: string;
  readonly text: string;
}
