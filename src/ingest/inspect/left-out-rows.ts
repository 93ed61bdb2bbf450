import type { CityForData, Clue, PreviewColumn } from "../../domain/data-draft.ts";
import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { IssueLog } from "../issue-log.ts";
import type { RawTable } from "../raw-table.ts";
import { clue } from "./clue.ts";
import type { AreaColumn } from "./guess-areas.ts";
import type { RoleGuess } from "./guess-role.ts";
import { matchNames } from "./match-names.ts";
import type { NumberLook } from "./number-looks.ts";
import { filledCells } from "./remark-lines.ts";
import { isTotalName } from "./total-names.ts";
import { namedTotals, sumsOfAreas, totalLines } from "./total-rows.ts";
import { periodColumn } from "./whole-city.ts";

/** Rows that say of whom a part of the total is: they would count everybody twice. */
const OF_TOTAL = /^(darunter|davon|dar\.|dav\.|hiervon|nachrichtlich)(?=\W|$)/i;
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
 * Rows that are no area: headings between them, sums, and those that call themselves a total. A total with a name is the value of the
 * whole city; several of them, or one without an entry in the column of Sozialräume, are left out. What they differ by from the sum is said.
 * @param table without its remarks
 */
export function leftOutRows(
  table: RawTable,
  remarks: readonly number[],
  columns: readonly PreviewColumn[],
  look: NumberLook,
  { role, areas }: RoleGuess,
  city: CityForData,
  log: IssueLog,
  clues: Clue[],
): LeftOutRows {
  const isOfAreas = role === "observations" && areas !== undefined;
  const isArea = isOfAreas ? areaTest(table, areas, city) : () => false;
  const between = isOfAreas ? rowsBetween(table, columns, areas.column, isArea) : [];
  const isBetween = new Set(between);
  const named = isOfAreas
    ? namedTotals(table, columns, look, {
        area: areas.column,
        period: periodColumn(table, columns),
        isArea,
        isNone: (row) => isBetween.has(row),
      })
    : [];
  const raws = new Set(named.map(({ raw }) => raw));
  const isOfCity = raws.size === 1 && !raws.has("");
  const ofTotals = new Set(named.map(({ line }) => line));
  const known = new Set([...between.map((row) => table.lineOf(row)), ...ofTotals]);
  const texts = table.columns.find(({ name }) => name === areas?.column)?.texts ?? [];
  const isAreaAt = (row: number) => isArea((texts[row] ?? "").trim());
  const ofAll = table.geometries ? [] : totalLines(table, columns, look);
  const areaLines = new Set(Array.from(texts.keys()).filter(isAreaAt).map(table.lineOf));
  // What names an area is no sum, whatever the rows above it add up to.
  const sums = ofAll.some((line) => areaLines.has(line)) ? [] : [...ofAll];
  if (isOfAreas && !table.geometries) sums.push(...sumsOfAreas(table, columns, look, isAreaAt));
  const totals = [...new Set(sums.filter((line) => !known.has(line))), ...(isOfCity ? [] : ofTotals)];
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
  const lines = [...remarks, ...between.map((row) => table.lineOf(row)), ...totals].sort((a, b) => a - b);
  if (lines.length > 0) {
    const basis = isAsked && !isOfCity ? "ask" : "likely";
    clues.push(clue("remarks", basis, lines.join(", "), [], { lines: lines.length, totals: totals.length }));
  }
  return { lines, ofCity: isOfCity ? [...raws] : [], isAsked: isAsked && isOfCity };
}

function areaTest(
  table: RawTable,
  { column, level, by, matches }: AreaColumn,
  city: CityForData,
): (raw: string) => boolean {
  const areas = city.levels.find((each) => each.level === level)?.areas ?? [];
  const ids = new Set([WHOLE_CITY, ...areas.map(({ id }) => id), ...Object.keys(matches ?? {})]);
  const texts = table.columns.find(({ name }) => name === column)?.texts ?? [];
  const names =
    by === "name" ? matchNames(new Set(texts.map((text) => text.trim())), areas).matches : new Map<string, string>();
  return (raw) => ids.has(raw) || names.has(raw);
}

/** Headings, which fill one cell, and what says of whom a part of the total is; none of them where they are many. */
function rowsBetween(
  table: RawTable,
  columns: readonly PreviewColumn[],
  column: string,
  isArea: (raw: string) => boolean,
): number[] {
  if (table.columns.length < 2) return [];
  const texts = table.columns.find(({ name }) => name === column)?.texts ?? [];
  const words = table.columns.filter((_, c) => columns[c]?.type === "text");
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => {
    if (isArea((texts[row] ?? "").trim())) return false;
    const [only = "", ...others] = filledCells(table, row);
    const isHeading = others.length === 0 && /\p{L}{2}|^(19|20)\d\d$/u.test(only) && !isTotalName(only);
    return isHeading || words.some((each) => OF_TOTAL.test((each.texts[row] ?? "").trim()));
  });
  return rows.length > table.rowCount / 3 ? [] : rows;
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
