import Papa from "papaparse";
import type { Language } from "../domain/localized.ts";

/** A cell is a text, a number (with `digits` decimals, else as many as it has), or missing: then it stays empty. */
export type CsvCell =
  | { readonly text: string }
  | { readonly number: number; readonly digits?: number | undefined }
  | { readonly missing: true };

export const MISSING_CELL: CsvCell = { missing: true };

/** A number that may be missing as a cell. */
export function numberCell(value: number | undefined, digits?: number): CsvCell {
  return value === undefined ? MISSING_CELL : { number: value, digits };
}

const FORMULA = /^[=+\-@\t\r]/;
const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table as CSV after the contract: UTF-8 with BOM, CRLF also after the last row, `;` and decimal comma in German, `,` and decimal
 * point in English, quoted after RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 * Papa Parse sets quotes and separators; its own guard against formulas would also hit the minus of a number with a decimal
 * comma, and lets texts of several lines through.
 * @throws when a number is not finite: missing has a cell of its own
 */
export function tableCsv(
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
  language: Language,
): Uint8Array<ArrayBuffer> {
  const lines = Papa.unparse([header.map(harmless), ...rows.map((row) => row.map((cell) => written(cell, language)))], {
    delimiter: language === "de" ? ";" : ",",
    newline: "\r\n",
  });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines}\r\n`);
}

const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

function written(cell: CsvCell, language: Language): string {
  if ("text" in cell) return harmless(cell.text);
  if ("missing" in cell) return "";
  if (!Number.isFinite(cell.number)) throw new Error(`a number in a table is not finite: ${cell.number}`);
  const { number, digits } = cell;
  const text = plain(digits ?? 0, digits ?? 12).format(number === 0 ? 0 : number);
  return language === "de" ? text.replace(".", ",") : text;
}

const formats = new Map<string, Intl.NumberFormat>();

function plain(least: number, most: number): Intl.NumberFormat {
  const key = `${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat("en-US", {
      useGrouping: false,
      minimumFractionDigits: least,
      maximumFractionDigits: most,
    });
  formats.set(key, format);
  return format;
}
