import { rememberLine } from "./record-lines.ts";
import type { ResourceReading, RoleResult } from "./resource-reading.ts";

/**
 * Makes records of the rows of a table: `make` gives undefined for a row that cannot be used (it has told why). Ids are unique over all
 * resources of a role; the first stays.
 */
export function keyedRows<T extends { readonly id: string }>(
  reading: ResourceReading,
  taken: Set<string>,
  make: (row: number) => T | undefined,
): RoleResult<T[]> {
  const { table, log, resource } = reading;
  const value: T[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const record = make(row);
    if (!record) continue;
    if (taken.has(record.id)) {
      const column = resource.keys.columns?.id ?? "id";
      log.add("id-duplicate", { row: table.lineOf(row), column, context: { value: record.id } });
      continue;
    }
    taken.add(record.id);
    rememberLine(record, table.lineOf(row));
    value.push(record);
  }
  return { value, rows: value.length, rejected: table.rowCount - value.length };
}

/** Nothing can be read: a required column is missing. */
export function noRows(reading: ResourceReading): RoleResult<never[]> {
  return { value: [], rows: 0, rejected: reading.table.rowCount };
}
