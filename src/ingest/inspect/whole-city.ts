import type { PreviewColumn } from "../../domain/data-draft.ts";
import type { Period } from "../../domain/period.ts";
import type { RawTable } from "../raw-table.ts";
import { fitOf, isKeyName } from "./column-words.ts";
import { periodOfCell, periodOfSerial } from "./written-period.ts";

/** Generic words – „Nr.“, „Name“ – fit less. */
export const CALLED_AREA = 8;

/** Whether a table speaks of the city as a whole: no column could name an area, and each row is a time of its own beside nothing but numbers. */
export function isWholeCity(table: RawTable, columns: readonly PreviewColumn[]): boolean {
  if (mayNameAreas(columns)) return false;
  const period = periodColumn(table, columns);
  const times = (period && table.columns.find(({ name }) => name === period)?.texts.map((text) => text.trim())) ?? [];
  if (times.length < 2 || new Set(times).size !== times.length) return false;
  const others = columns.filter(({ name, type }) => name !== period && type !== "empty");
  return others.length > 0 && others.every(({ name, type }) => type === "number" && !isKeyName(name));
}

/** Whether a column is called as those are that name areas, whatever stands in it. */
export function mayNameAreas(columns: readonly PreviewColumn[]): boolean {
  return columns.some(({ name }) => fitOf("sozialraum", name) >= CALLED_AREA);
}

/** A column that is called like a time, and holds times. */
export function periodColumn(table: RawTable, columns: readonly PreviewColumn[]): string | undefined {
  return columns.find(({ name }) => {
    if (fitOf("period", name) === 0) return false;
    const texts = table.columns.find((column) => column.name === name)?.texts ?? [];
    return texts.length > 0 && texts.every((text) => text.trim() === "" || periodIn(name, text) !== undefined);
  })?.name;
}

/** The time that stands in a cell of a column of times. */
export function periodIn(column: string, text: string): Period | undefined {
  return periodOfCell(text) ?? (/datum|date|stichtag|stand/i.test(column) ? periodOfSerial(text) : undefined);
}
