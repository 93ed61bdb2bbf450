import type { KeptView } from "../../domain/kept-view.ts";
import { writtenTextAt } from "../cell-texts.ts";
import { noRows } from "../keyed-rows.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";

/** Views for a meeting, in the order of the file; without an address a view shows what the app shows by itself. */
export function readSlides(reading: ResourceReading<"slides">): RoleResult<KeptView[]> {
  const { table, log } = reading;
  const columns = new ResourceColumns(reading);
  const id = columns.require("id");
  const title = columns.require("title");
  if (!id || !title) return noRows(reading);
  const address = columns.find("address");
  const views = new Map<string, KeptView>();
  for (let row = 0; row < table.rowCount; row++) {
    const at = { row: table.lineOf(row) };
    const key = writtenTextAt(id, row);
    if (key === undefined) {
      log.add("value-missing-required", { ...at, column: id.name });
    } else if (views.has(key)) {
      log.addForValue("id-duplicate", key, { ...at, column: id.name });
    } else {
      const name = writtenTextAt(title, row) ?? key;
      views.set(key, { id: key, title: name, address: writtenTextAt(address, row) ?? "" });
    }
  }
  return { value: [...views.values()], rows: views.size, rejected: table.rowCount - views.size };
}
