import { textAt, writtenTextAt } from "../cell-texts.ts";
import { noRows } from "../keyed-rows.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";

/** Choices of a saved workspace, by their names; later versions may know more of them. */
export function readChoices(reading: ResourceReading<"workspace">): RoleResult<ReadonlyMap<string, string>[]> {
  const { table } = reading;
  const columns = new ResourceColumns(reading);
  const key = columns.require("key");
  const value = columns.require("value");
  if (!key || !value) return noRows(reading);
  const choices = new Map<string, string>();
  for (let row = 0; row < table.rowCount; row++) {
    const name = textAt(key, row);
    if (name !== undefined) choices.set(name, writtenTextAt(value, row) ?? "");
  }
  return { value: [choices], rows: choices.size, rejected: table.rowCount - choices.size };
}
