import type { PreviewColumn } from "../../domain/data-draft.ts";
import { isoDate, possibleDateFormats } from "../../domain/date-format.ts";
import { isPeriod } from "../../domain/period.ts";
import type { RawTable } from "../raw-table.ts";
import { fitOf, isKeyName, matchColumns } from "./column-words.ts";

/** So many rows tell whether they have a day. */
const LOOKED_AT = 2000;
const MOST = 0.8;

/**
 * Whether each row is an event: a kind and a day, and nothing that is measured beside them but how many came. A table that calls its rows
 * by a title may as well be of projects.
 */
export function isOfEvents(
  table: RawTable,
  columns: readonly PreviewColumn[],
  /** The column that names the Sozialraum. */
  area: string | undefined,
): boolean {
  const names = columns.filter(({ name, type }) => name !== area && type !== "empty").map(({ name }) => name);
  const { kind, date } = matchColumns(["kind", "date"], names);
  if (kind === undefined || date === undefined || matchColumns(["title"], names).title !== undefined) return false;
  if (columns.find(({ name }) => name === kind)?.type !== "text" || !holdsDays(table, date)) return false;
  return columns.every(
    ({ name, type }) =>
      type !== "number" ||
      [area, kind, date].includes(name) ||
      isKeyName(name) ||
      fitOf("participants", name) > 0 ||
      fitOf("period", name) > 0,
  );
}

function holdsDays(table: RawTable, name: string): boolean {
  const texts = table.columns.find((column) => column.name === name)?.texts.slice(0, LOOKED_AT) ?? [];
  const formats = possibleDateFormats(texts);
  const days = texts.filter((text) => {
    const cell = text.trim();
    return (cell.length > 7 && isPeriod(cell)) || formats.some((format) => isoDate(cell, format) !== undefined);
  });
  return days.length > 0 && days.length >= texts.length * MOST;
}
