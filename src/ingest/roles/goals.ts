import type { Goal } from "../../domain/goal.ts";
import { keyedRows, noRows } from "../keyed-rows.ts";
import { RecordCells } from "../record-cells.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** Goals of a tree; parents may stand in any resource or in a built-in catalogue and are checked when all are read. */
export function readGoals(reading: ResourceReading<"goals">, taken: Set<string>): RoleResult<Goal[]> {
  const cells = new RecordCells(reading);
  const idAt = cells.required("id");
  const titleRequired = cells.required("title");
  if (!idAt || !titleRequired) return noRows(reading);
  const titleAt = cells.localized("title");
  const parentAt = cells.text("parent");
  const descriptionAt = cells.localized("description");
  const indicatorsAt = cells.list("indicators");
  const targetAt = cells.number("target");
  const targetDateAt = cells.period("targetDate");
  const namedAt = cells.text("id");
  nameRowSubjects(reading, (row) => {
    const id = namedAt(row);
    return id === undefined ? undefined : { on: "goal", id };
  });
  return keyedRows(reading, taken, (row) => {
    const id = idAt(row);
    const title = titleRequired(row) === undefined ? undefined : titleAt(row);
    if (id === undefined || title === undefined) return undefined;
    return {
      id,
      title,
      parent: parentAt(row),
      description: descriptionAt(row),
      indicators: indicatorsAt(row),
      target: targetAt(row),
      targetDate: targetDateAt(row),
      catalogue: reading.resource.keys.catalogue ?? reading.resource.name,
      resource: reading.resource.name,
    };
  });
}
