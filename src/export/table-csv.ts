import Papa from "papaparse";
import { harmlessText } from "../domain/harmless-text.ts";
import type { Language } from "../domain/localized.ts";
import type { SavedCell, SavedColumn, SavedTable } from "../domain/saved-table.ts";
import { decimalText, writtenNumber } from "./written-number.ts";

const BYTE_ORDER_MARK = "\ufeff";

/**
 * A table as CSV after the contract: UTF-8 with BOM, CRLF also after the last row, `;` and decimal comma in German, `,` and decimal
 * point in English, quoted after RFC 4180. What is missing is empty. A text that a spreadsheet would run as a formula gets an apostrophe
 * in front. Papa Parse sets quotes and separators; its own guard against formulas would also hit the minus of a number with a decimal
 * comma, and lets texts of several lines through.
 * @throws RangeError when a number is not finite: missing has a cell of its own
 */
export function tableCsv({ columns, rows }: SavedTable, language: Language): Uint8Array<ArrayBuffer> {
  const lines = Papa.unparse(
    [
      columns.map(({ name }) => harmlessText(name)),
      ...rows.map((row) => columns.map((column, i) => written(row[i], column, language))),
    ],
    { delimiter: language === "de" ? ";" : ",", newline: "\r\n" },
  );
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines}\r\n`);
}

function written(cell: SavedCell | undefined, { digits }: SavedColumn, language: Language): string {
  if (cell === undefined || "missing" in cell) return "";
  if ("text" in cell) return harmlessText(cell.text);
  const text = decimalText(writtenNumber(cell.number, digits), digits);
  return language === "de" ? text.replace(".", ",") : text;
}
