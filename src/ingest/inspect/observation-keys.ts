import type {
  CityForData,
  Clue,
  DraftIndicator,
  DraftKeys,
  PreviewColumn,
  WantedReading,
} from "../../domain/data-draft.ts";
import { isoDate, possibleDateFormats } from "../../domain/date-format.ts";
import { idOfTitle } from "../../domain/id-of-title.ts";
import { WHOLE_CITY } from "../../domain/indicator.ts";
import { isPeriod } from "../../domain/period.ts";
import type { RawTable } from "../raw-table.ts";
import { categoryColumn } from "./category-column.ts";
import { clue } from "./clue.ts";
import { columnMeaning, tableAbout } from "./column-meaning.ts";
import { fitOf, isKeyName, plainColumn } from "./column-words.ts";
import type { RoleGuess } from "./guess-role.ts";
import { statusWords } from "./status-words.ts";
import { CALLED_AREA, mayNameAreas, periodIn } from "./whole-city.ts";
import { writtenPeriod } from "./written-period.ts";

/** What is known of the table beside its columns. */
export interface TableContext {
  readonly role: RoleGuess;
  readonly city: CityForData;
  readonly layout: WantedReading["layout"];
  readonly source: {
    /** What it is about: its title, else the name of the file. */
    readonly about: string;
    /** Where else a time stands: titles above it, the name of the sheet, that of the file. */
    readonly times: readonly string[];
  };
}

/** More values in a column of times are none. */
const MOST_PERIODS = 1000;
/** More values in a column of indicators are none. */
const MOST_INDICATORS = 500;

/** Wide: each column of numbers is an indicator, a year in its name is its period; long: columns for indicator, period and value. */
export function observationKeys(
  table: RawTable,
  columns: readonly PreviewColumn[],
  mapped: Record<string, string>,
  context: TableContext,
  clues: Clue[],
): Partial<DraftKeys> {
  const { role, layout, source, city } = context;
  const { areas } = role;
  const constant = constantPeriod(table, columns);
  // A column with one period in all rows says it once, also where it is written as the contract does not („202012“).
  if (constant && mapped.period === constant.column) delete mapped.period;
  const said =
    constant?.period ?? source.times.map((text) => writtenPeriod(text)?.period).find((period) => period !== undefined);
  const about = tableAbout(source.about);

  const isNamedLong = mapped.indicator !== undefined && mapped.value !== undefined;
  const times = [areas?.column, mapped.period, constant?.column].filter((name) => name !== undefined);
  const categories = layout === "wide" || isNamedLong ? undefined : categoryColumn(table, columns, times);
  const isLong = layout ? layout === "long" : isNamedLong || categories !== undefined;
  clues.push(clue("layout", "likely", isLong ? "long" : "wide", ["long", "wide"], {}));
  const isOfCity = role.isWholeCity || (!areas && categories !== undefined && !mayNameAreas(columns));
  const ofCity = isOfCity ? { sozialraum: WHOLE_CITY as "*" } : {};
  if (isOfCity) clues.push(clue("areas", role.isWholeCity ? "likely" : "ask", WHOLE_CITY, [], {}));

  if (isLong) {
    if (categories && !isNamedLong) [mapped.indicator, mapped.value] = [categories.category, categories.value];
    const period = mapped.period === undefined ? said : undefined;
    if (mapped.period === undefined) clues.push(clue("period", constant ? "certain" : "ask", period ?? "", [], {}));
    return {
      level: areas?.level,
      period,
      periods: writtenPeriods(table, mapped.period),
      ...ofCity,
      ...longIndicators(table, mapped, about, categories, city),
    };
  }
  delete mapped.indicator;
  delete mapped.value;
  delete mapped.status;
  const taken = new Set([...Object.values(mapped), constant?.column, areas?.column]);
  const counted = columns.filter(
    ({ name, type }) => type === "number" && !taken.has(name) && name !== "" && !isKeyName(name) && !isAreaName(name),
  );
  const values: [string, unknown][] = [];
  const indicators: DraftIndicator[] = [];
  let hasOpenPeriod = false;
  for (const column of counted) {
    const { name } = column;
    const texts = table.columns.find((each) => each.name === name)?.texts;
    const { title, period, unit, kind } = columnMeaning(column, texts, { about, columns: counted.length });
    const known = city.indicators.find((each) => each.title === title || each.id === title || each.id === name);
    const id = known?.id ?? idOfTitle(title);
    values.push([name, period === undefined ? id : { indicator: id, period }]);
    hasOpenPeriod ||= period === undefined;
    if (!known && !indicators.some((each) => each.id === id))
      indicators.push({ id, title, ...(unit === undefined ? {} : { unit }), ...(kind === undefined ? {} : { kind }) });
  }
  const period = mapped.period === undefined && hasOpenPeriod ? said : undefined;
  if (mapped.period === undefined && hasOpenPeriod) {
    clues.push(clue("period", constant ? "certain" : "ask", period ?? "", [], {}));
  }
  return {
    level: areas?.level,
    ...ofCity,
    values: values.length > 0 ? Object.fromEntries(values) : undefined,
    indicators: indicators.length > 0 ? indicators : undefined,
    period,
    periods: writtenPeriods(table, mapped.period),
  };
}

/** Each value of the column of indicators that the city does not know is one of this file. */
function longIndicators(
  table: RawTable,
  mapped: Readonly<Record<string, string>>,
  about: string,
  categories: { readonly category: string } | undefined,
  city: CityForData,
): Partial<DraftKeys> {
  const texts = table.columns.find(({ name }) => name === mapped.indicator)?.texts ?? [];
  const cells = new Set(texts.map((text) => text.trim()).filter((text) => text !== ""));
  if (cells.size > MOST_INDICATORS) return {};
  const meant: [string, string][] = [];
  const indicators: DraftIndicator[] = [];
  for (const cell of cells) {
    const known = city.indicators.find(({ id, title }) => id === cell || title === cell);
    const own = categories && /^\d+$/.test(cell) ? `${wordsOf(categories.category)} ${cell}` : cell;
    const title = known?.title ?? (categories && about !== "" ? `${about} – ${own}` : own);
    const id = known?.id ?? idOfTitle(title);
    if (id !== cell) meant.push([cell, id]);
    const { unit, kind } = columnMeaning({ name: cell });
    if (!known && !indicators.some((each) => each.id === id))
      indicators.push({ id, title, ...(unit === undefined ? {} : { unit }), ...(kind === undefined ? {} : { kind }) });
  }
  const status = statusWords(table, mapped.status);
  const values = {
    ...(meant.length > 0 ? { indicator: Object.fromEntries(meant) } : {}),
    ...(status ? { status } : {}),
  };
  return {
    values: Object.keys(values).length > 0 ? values : undefined,
    indicators: indicators.length > 0 ? indicators : undefined,
  };
}

/** Times of a column that are written neither as the contract does nor as dates: quarters, months by name, school years, days since 1900. */
function writtenPeriods(table: RawTable, column: string | undefined): Record<string, string> | undefined {
  const texts = table.columns.find(({ name }) => name === column)?.texts ?? [];
  const formats = possibleDateFormats(texts);
  const meant: [string, string][] = [];
  for (const text of new Set(texts.map((each) => each.trim()))) {
    if (text === "" || isPeriod(text) || formats.some((format) => isoDate(text, format) !== undefined)) continue;
    const period = periodIn(column ?? "", text);
    if (period === undefined || meant.length === MOST_PERIODS) return undefined;
    meant.push([text, period]);
  }
  return meant.length > 0 ? Object.fromEntries(meant) : undefined;
}

/** Numbers in a column that is called like areas are their keys. */
function isAreaName(name: string): boolean {
  return fitOf("sozialraum", name) >= CALLED_AREA;
}

function wordsOf(column: string): string {
  return plainColumn(column).replace(/ (id|nr|nummer|schluessel|code)$/, "");
}

/** A column with the same period in every row. */
function constantPeriod(
  table: RawTable,
  columns: readonly PreviewColumn[],
): { readonly column: string; readonly period: string } | undefined {
  for (const { name } of columns) {
    const texts = table.columns.find((column) => column.name === name)?.texts ?? [];
    const first = texts[0]?.trim() ?? "";
    const period = periodIn(name, first);
    // Numbers that happen to look like a year are no period.
    const isCalledSo = fitOf("period", name) > 0 || texts.length > 20;
    if (period !== undefined && isCalledSo && texts.every((text) => text.trim() === first))
      return { column: name, period };
  }
  return undefined;
}
