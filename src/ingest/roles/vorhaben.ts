import type { Vorhaben } from "../../domain/vorhaben.ts";
import { keyedRows, noRows } from "../keyed-rows.ts";
import { RecordCells } from "../record-cells.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** Projects. `knowsArea` says whether an id is that of a Sozialraum (of any level) or the whole city. */
export function readVorhaben(
  reading: ResourceReading<"vorhaben">,
  taken: Set<string>,
  knowsArea: (id: string) => boolean,
): RoleResult<Vorhaben[]> {
  const cells = new RecordCells(reading);
  const idAt = cells.required("id");
  const titleAt = cells.required("title");
  if (!idAt || !titleAt) return noRows(reading);
  const statusAt = cells.text("status");
  const sozialraeumeAt = cells.ids("sozialraeume", knowsArea);
  const goalsAt = cells.list("goals");
  const [field, contact, organisation, start, end] = [
    cells.text("field"),
    cells.text("contact"),
    cells.text("organisation"),
    cells.text("start"),
    cells.text("end"),
  ];
  const [milestones, costs, partners, participation, council, description] = [
    cells.text("milestones"),
    cells.text("costs"),
    cells.text("partners"),
    cells.text("participation"),
    cells.text("council"),
    cells.text("description"),
  ];
  const namedAt = cells.text("id");
  nameRowSubjects(reading, (row) => {
    const id = namedAt(row);
    return id === undefined ? undefined : { on: "vorhaben", id };
  });
  return keyedRows(reading, taken, (row) => {
    const id = idAt(row);
    const title = titleAt(row);
    if (id === undefined || title === undefined) return undefined;
    return {
      id,
      title,
      status: statusAt(row) ?? "",
      sozialraeume: sozialraeumeAt(row),
      field: field(row),
      goals: goalsAt(row),
      contact: contact(row),
      organisation: organisation(row),
      start: start(row),
      end: end(row),
      milestones: milestones(row),
      costs: costs(row),
      partners: partners(row),
      participation: participation(row),
      council: council(row),
      description: description(row),
      resource: reading.resource.name,
    };
  });
}
