import type { CityForData, Clue, PreviewColumn } from "../../domain/data-draft.ts";
import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { IssueLog } from "../issue-log.ts";
import type { RawTable } from "../raw-table.ts";
import { clue } from "./clue.ts";
import type { RoleGuess } from "./guess-role.ts";
import { matchNames } from "./match-names.ts";
import type { NumberLook } from "./number-looks.ts";
import { namedTotals, totalLines } from "./total-rows.ts";
import { periodColumn } from "./whole-city.ts";

const REMARK = /^\s*(quelle|anmerkung|hinweis|stand|©|\(c\)|erläuterung|zeichenerklärung|\*\)|\d\)|\*+\s|source|note)/i;
const LONG_TEXT = 25;
const FOOT = 40;
const SHOWN_TEXT = 240;

export interface LeftOutRows {
  /** Lines that are no rows: remarks at the foot, sums of others. */
  readonly lines: readonly number[];
  /** What stands where a row names its Sozialraum, and means the whole city. */
  readonly ofCity: readonly string[];
  /** A row that calls itself a total is not what the others add up to: the user has to say what it is. */
  readonly isAsked: boolean;
}

/**
 * Rows that are no area: remarks, sums, and those that call themselves a total. A total with a name is the value of the whole city;
 * several of them, or one without an entry in the column of Sozialräume, are left out. What they differ by from the sum is said.
 */
export function leftOutRows(
  table: RawTable,
  columns: readonly PreviewColumn[],
  look: NumberLook,
  { role, areas }: RoleGuess,
  city: CityForData,
  log: IssueLog,
  clues: Clue[],
): LeftOutRows {
  const remarks = remarkLines(table);
  const named =
    role === "observations" && areas
      ? namedTotals(table, columns, look, {
          area: areas.column,
          period: periodColumn(table, columns),
          isArea: areaTest(table, areas.column, areas.level, city),
        }).filter(({ line }) => !remarks.includes(line))
      : [];
  const raws = new Set(named.map(({ raw }) => raw));
  const isOfCity = raws.size === 1 && !raws.has("");
  const ofTotals = new Set(named.map(({ line }) => line));
  const sums = table.geometries ? [] : totalLines(table, columns, look);
  const totals = [
    ...sums.filter((line) => !remarks.includes(line) && !ofTotals.has(line)),
    ...(isOfCity ? [] : ofTotals),
  ];
  for (const { line, name, differs } of named) {
    const context = {
      name,
      means: isOfCity ? "city" : "none",
      ...(differs && { total: differs.total, sum: differs.sum }),
    };
    log.add("row-named-total", {
      severity: differs ? "warning" : "notice",
      row: line,
      column: differs?.column,
      context,
    });
  }
  const isAsked = named.some(({ differs }) => differs !== undefined);
  const lines = [...remarks, ...totals].sort((a, b) => a - b);
  if (lines.length > 0) {
    const basis = isAsked && !isOfCity ? "ask" : "likely";
    clues.push(clue("remarks", basis, lines.join(", "), [], { lines: lines.length, totals: totals.length }));
  }
  return { lines, ofCity: isOfCity ? [...raws] : [], isAsked: isAsked && isOfCity };
}

function areaTest(table: RawTable, column: string, level: string, city: CityForData): (raw: string) => boolean {
  const areas = city.levels.find((each) => each.level === level)?.areas ?? [];
  const ids = new Set([WHOLE_CITY, ...areas.map(({ id }) => id)]);
  const texts = table.columns.find(({ name }) => name === column)?.texts ?? [];
  const names = matchNames(new Set(texts.map((text) => text.trim())), areas).matches;
  return (raw) => ids.has(raw) || names.has(raw);
}

/** Lines at the foot of a table that are remarks: one cell filled where the others fill many, or a word that says so. */
function remarkLines(table: RawTable): number[] {
  const lines: number[] = [];
  if (table.columns.length < 3) return lines;
  for (let row = table.rowCount - 1; row >= Math.max(0, table.rowCount - FOOT); row--) {
    const cells = table.columns.map(({ texts }) => (texts[row] ?? "").trim()).filter((text) => text !== "");
    const isRemark =
      cells.length === 0 ||
      (cells.length === 1 && (REMARK.test(cells[0] ?? "") || (cells[0] ?? "").length > LONG_TEXT));
    if (!isRemark) break;
    lines.unshift(table.lineOf(row));
  }
  return lines;
}

/** What stands in a line, as far as it is shown. */
export function textOfLine(table: RawTable, line: number): string {
  for (let row = table.rowCount - 1; row >= 0 && table.lineOf(row) >= line; row--) {
    if (table.lineOf(row) !== line) continue;
    const cells = table.columns.map(({ texts }) => (texts[row] ?? "").trim());
    return cells
      .filter((text) => text !== "")
      .join(" ")
      .slice(0, SHOWN_TEXT);
  }
  return "";
}
