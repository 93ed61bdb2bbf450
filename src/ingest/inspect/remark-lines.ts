import type { RawTable } from "../raw-table.ts";
import { PLAIN_NUMBER } from "./number-looks.ts";

/** Words and marks with which a remark begins. */
const REMARK =
  /^\s*(quelle|anmerkung|hinweis|stand\b|©|\(c\)|erläuterung|zeichenerklärung|\*+\)|[\da-z]{1,2}\)|\*+\s|[¹²³⁴-⁹]|\p{L}{1,2}\s*=\s|source|note\b)/iu;
/** A line of hyphens, as lists of SAP have them. */
const RULE = /^[-=_–—]{4,}$/;
const LONG_TEXT = 25;
/** More lines are not named one by one. */
const MOST_LINES = 5000;
/** Remarks stand in so many lines at the foot. */
const FOOT = 40;

/**
 * Lines that are no rows, whatever the table is about: empty ones and rules between rows; at the foot remarks, which fill one cell where the others fill
 * many, or begin with a word that says so.
 */
export function remarkLines(table: RawTable): number[] {
  const lines: number[] = [];
  const width = table.columns.length;
  let isFoot = true;
  for (let row = table.rowCount - 1; row >= 0; row--) {
    const cells = table.geometries?.[row] ? undefined : filledCells(table, row);
    isFoot &&= cells !== undefined;
    if (!cells) continue;
    // Spreadsheets write the delimiters of empty lines, too.
    const isRule = cells.every((cell) => RULE.test(cell)) && width > 1;
    isFoot &&= isRule || (table.rowCount - row <= FOOT && isRemark(cells, width));
    if (isRule || isFoot) lines.push(table.lineOf(row));
  }
  return lines.length > MOST_LINES ? [] : lines.reverse();
}

/** What stands in a row, each text once: merged cells repeat theirs. */
export function filledCells(table: RawTable, row: number): string[] {
  const cells = table.columns.map(({ texts }) => (texts[row] ?? "").trim());
  return [...new Set(cells.filter((cell) => cell !== ""))];
}

function isRemark(cells: readonly string[], width: number): boolean {
  const [first = ""] = cells;
  if (cells.length === 0) return true;
  if (cells.length === 1 && width > 2) return REMARK.test(first) || first.length > LONG_TEXT;
  // A delimiter in the sentence parts it, and it still fills no more than a part of the line.
  const isPart = cells.length === 1 || cells.length <= (width + 1) / 2;
  return width > 1 && isPart && REMARK.test(first) && !cells.some((cell) => PLAIN_NUMBER.test(cell));
}
