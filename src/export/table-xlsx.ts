import { type CellObject, utils, type WorkSheet, write } from "@e965/xlsx";
import type { Language } from "../domain/localized.ts";
import type { OriginLine, SavedCell, SavedColumn, SavedTable } from "../domain/saved-table.ts";
import { exportTexts } from "../i18n/export-texts.ts";
import { dressWorkbook } from "./dress-workbook.ts";
import { writtenNumber } from "./written-number.ts";

/**
 * The table as a workbook: numbers are numbers, shares per cent, texts are cells of the format „Text“ – whatever they begin with, no
 * spreadsheet runs them, also not when somebody edits them. What is missing is an empty cell. The second sheet says where it all comes from.
 * @throws RangeError when a number is not finite; Error when a text is longer than a cell can be (32,767)
 */
export function tableXlsx(
  table: SavedTable,
  provenance: readonly OriginLine[],
  language: Language,
): Uint8Array<ArrayBuffer> {
  const texts = exportTexts[language];
  const origin = texts.provenanceSheet;
  const title = sheetName(table.title, origin);
  const book = utils.book_new();
  utils.book_append_sheet(book, tableSheet(table, language), title);
  utils.book_append_sheet(book, originSheet(provenance), origin);
  book.Props = { Title: table.title };
  // Compressed once, after it was dressed.
  const plain: ArrayBuffer = write(book, { type: "array", bookType: "xlsx", bookSST: true });
  return dressWorkbook(new Uint8Array(plain));
}

function tableSheet({ columns, rows }: SavedTable, language: Language): WorkSheet {
  const formats = columns.map((column, c) =>
    numberFormat(
      column,
      rows.map((row) => row[c]),
      language,
    ),
  );
  const lines = [
    columns.map(({ name }) => textOf(name)),
    ...rows.map((row) => columns.map((column, c) => cellOf(row[c], column, formats[c]))),
  ];
  const widths = columns.map(({ name }, c) =>
    Math.min(48, lines.reduce((widest, line) => Math.max(widest, shownLength(line[c])), name.length) + 2),
  );
  return sheetOf(lines, widths);
}

function originSheet(provenance: readonly OriginLine[]): WorkSheet {
  return sheetOf(
    provenance.map(({ label, text }) => [textOf(label), textOf(text)]),
    [22, 90],
  );
}

type Cell = CellObject | undefined;

function sheetOf(lines: readonly (readonly Cell[])[], widths: readonly number[]): WorkSheet {
  const sheet: WorkSheet = { "!cols": widths.map((wch) => ({ wch })) };
  lines.forEach((line, r) => {
    line.forEach((cell, c) => {
      if (cell) sheet[utils.encode_cell({ r, c })] = cell;
    });
  });
  const last = { r: Math.max(0, lines.length - 1), c: Math.max(0, widths.length - 1) };
  sheet["!ref"] = utils.encode_range({ s: { r: 0, c: 0 }, e: last });
  return sheet;
}

function cellOf(cell: SavedCell | undefined, { digits }: SavedColumn, format: string | undefined): Cell {
  if (cell === undefined || "missing" in cell) return undefined;
  if ("text" in cell) return cell.text === "" ? undefined : textOf(cell.text);
  const value = writtenNumber(cell.number, digits);
  const size = Math.abs(value);
  // Others would fill the cell with #### or be shown as nothing.
  const isShowable = value === 0 || (size < 1e12 && size >= 1e-4);
  return { t: "n", v: value, z: isShowable ? format : "General" } as CellObject;
}

/** Line breaks in cells are line feeds; what looks like an escape of the format (_x000D_) is none (ECMA-376 22.9.2.19). */
function textOf(text: string): CellObject {
  const v = text.replace(/\r\n?/g, "\n").replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return { t: "s", v, z: "@" } as CellObject;
}

/** Separators are those of whoever opens it; the space before the per cent sign is ours. */
function numberFormat(
  { holds, digits, unit }: SavedColumn,
  cells: readonly (SavedCell | undefined)[],
  language: Language,
): string | undefined {
  if (holds === "text") return undefined;
  const space = language === "de" ? " " : "";
  if (unit === "share") return `0.0${space}%`;
  const decimals = digits ?? cells.reduce((most, cell) => Math.max(most, decimalsOf(cell)), 0);
  const plain = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(Math.min(decimals, 4))}`;
  // A sign in quotes stands there and multiplies nothing.
  return unit === "percent" ? `${plain}"${space}%"` : plain;
}

function decimalsOf(cell: SavedCell | undefined): number {
  if (cell === undefined || !("number" in cell) || Number.isInteger(cell.number)) return 0;
  return Math.min(4, (/\.(\d+)/.exec(cell.number.toFixed(4).replace(/0+$/, ""))?.[1] ?? "").length);
}

function shownLength(cell: Cell): number {
  return cell === undefined
    ? 0
    : String(cell.v)
        .split("\n")
        .reduce((most, line) => Math.max(most, line.length), 0);
}

/** What no sheet may be called: more than 31 characters, some marks, apostrophes at the ends, the name of the other one. */
function sheetName(title: string, other: string): string {
  const name = title
    .replace(/[[\]:*?/\\\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$|[\ud800-\udbff]$/g, "")
    .trim();
  return name === "" || name.toLowerCase() === other.toLowerCase() ? "Anlaufpunkt" : name;
}
