import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { Termin } from "../../domain/vorhaben.ts";
import { keyedRows, noRows } from "../keyed-rows.ts";
import { RecordCells } from "../record-cells.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** Events. Without an id of its own an event has the number of its row. */
export function readTermine(
  reading: ResourceReading<"termine">,
  taken: Set<string>,
  knowsArea: (id: string) => boolean,
): RoleResult<Termin[]> {
  const cells = new RecordCells(reading);
  const kindAt = cells.required("kind");
  const dateAt = cells.requiredPeriod("date");
  if (!kindAt || !dateAt) return noRows(reading);
  const idAt = cells.text("id");
  const sozialraumAt = cells.id("sozialraum", knowsArea);
  const participantsAt = cells.number("participants");
  const organisationAt = cells.text("organisation");
  const { resource, table } = reading;
  const areasAt = cells.list("sozialraum");
  nameRowSubjects(reading, (row) => {
    const id = areasAt(row).find((area) => area !== WHOLE_CITY && knowsArea(area));
    return id === undefined ? undefined : { on: "sozialraum", id };
  });
  return keyedRows(reading, taken, (row) => {
    const kind = kindAt(row);
    const date = dateAt(row);
    if (kind === undefined || date === undefined) return undefined;
    return {
      id: idAt(row) ?? `${resource.name}:${table.lineOf(row)}`,
      kind,
      date,
      sozialraum: sozialraumAt(row),
      participants: participantsAt(row),
      organisation: organisationAt(row),
      resource: resource.name,
    };
  });
}
