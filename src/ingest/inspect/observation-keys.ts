import type {
  CityForData,
  Clue,
  DraftIndicator,
  DraftKeys,
  PreviewColumn,
  WantedReading,
} from "../../domain/data-draft.ts";
import { idOfTitle } from "../../domain/id-of-title.ts";
import type { RawTable } from "../raw-table.ts";
import { clue } from "./clue.ts";
import { columnMeaning, isoPeriod, periodInText } from "./column-meaning.ts";
import { fitOf, isKeyName } from "./column-words.ts";
import type { RoleGuess } from "./guess-role.ts";

/** Wide: each column of numbers is an indicator, a year in its name is its period; long: columns for indicator, period and value. */
export function observationKeys(
  table: RawTable,
  columns: readonly PreviewColumn[],
  mapped: Record<string, string>,
  { areas }: RoleGuess,
  city: CityForData,
  clues: Clue[],
  layout: WantedReading["layout"],
  /** Where else a period stands: title, then name of the file. */
  source: readonly string[],
): Partial<DraftKeys> {
  const isLong = layout ? layout === "long" : mapped.indicator !== undefined && mapped.value !== undefined;
  clues.push(clue("layout", "likely", isLong ? "long" : "wide", ["long", "wide"], {}));
  if (isLong) return { level: areas?.level };
  delete mapped.indicator;
  delete mapped.value;
  delete mapped.status;
  const values: Record<string, unknown> = {};
  const indicators: DraftIndicator[] = [];
  const constant = periodIn(table, columns);
  // A column with one period in all rows says it once, also where it is written as the contract does not („202012“).
  if (constant && mapped.period === constant.column) delete mapped.period;
  const taken = new Set([...Object.values(mapped), constant?.column]);
  let hasOpenPeriod = false;
  for (const [c, column] of columns.entries()) {
    const { name, type } = column;
    if (type !== "number" || taken.has(name) || name === "" || isKeyName(name)) continue;
    const { title, period, unit, kind } = columnMeaning(column, table.columns[c]?.texts);
    const known = city.indicators.find((each) => each.title === title || each.id === title);
    const id = known?.id ?? idOfTitle(title);
    values[name] = period === undefined ? id : { indicator: id, period };
    hasOpenPeriod ||= period === undefined;
    if (!known && !indicators.some((each) => each.id === id))
      indicators.push({ id, title, ...(unit === undefined ? {} : { unit, kind }) });
  }
  const said = constant?.period ?? source.map(periodInText).find((period) => period !== undefined);
  const period = mapped.period === undefined && hasOpenPeriod ? said : undefined;
  if (mapped.period === undefined && hasOpenPeriod) {
    clues.push(clue("period", constant ? "certain" : "ask", period ?? "", [], {}));
  }
  return {
    level: areas?.level,
    values: Object.keys(values).length > 0 ? values : undefined,
    indicators: indicators.length > 0 ? indicators : undefined,
    period,
  };
}

/** A column with the same period in every row. */
function periodIn(
  table: RawTable,
  columns: readonly PreviewColumn[],
): { readonly column: string; readonly period: string } | undefined {
  for (const { name } of columns) {
    const texts = table.columns.find((column) => column.name === name)?.texts ?? [];
    const first = texts[0]?.trim() ?? "";
    const period = isoPeriod(first);
    // Numbers that happen to look like a year are no period.
    const isCalledSo = fitOf("period", name) > 0 || texts.length > 20;
    if (period !== undefined && isCalledSo && texts.every((text) => text.trim() === first))
      return { column: name, period };
  }
  return undefined;
}
