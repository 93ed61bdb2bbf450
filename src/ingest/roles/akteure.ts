import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { Akteur } from "../../domain/vorhaben.ts";
import { keyedRows, noRows } from "../keyed-rows.ts";
import { RecordCells } from "../record-cells.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** Actors, instruments and resources of the stock-take. */
export function readAkteure(
  reading: ResourceReading<"akteure">,
  taken: Set<string>,
  knowsArea: (id: string) => boolean,
): RoleResult<Akteur[]> {
  const cells = new RecordCells(reading);
  const nameAt = cells.required("name");
  const kindAt = cells.required("kind");
  if (!nameAt || !kindAt) return noRows(reading);
  const idAt = cells.text("id");
  const sozialraeumeAt = cells.ids("sozialraeume", knowsArea);
  const functionsAt = cells.list("functions");
  const contactAt = cells.text("contact");
  const needsAt = cells.text("needs");
  const { resource, table } = reading;
  const areasAt = cells.list("sozialraeume");
  nameRowSubjects(reading, (row) => {
    const id = areasAt(row).find((area) => area !== WHOLE_CITY && knowsArea(area));
    return id === undefined ? undefined : { on: "sozialraum", id };
  });
  return keyedRows(reading, taken, (row) => {
    const name = nameAt(row);
    const kind = kindAt(row);
    if (name === undefined || kind === undefined) return undefined;
    return {
      id: idAt(row) ?? `${resource.name}:${table.lineOf(row)}`,
      name,
      kind,
      sozialraeume: sozialraeumeAt(row),
      functions: functionsAt(row),
      contact: contactAt(row),
      needs: needsAt(row),
      resource: resource.name,
    };
  });
}
