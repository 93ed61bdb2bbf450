import type { Termin } from "../../domain/vorhaben.ts";
import { defineTable, type TableValues } from "../table.ts";

export const termineTable = defineTable({
  name: "termine",
  comment: "An event: Bürgerversammlung, Quartierstreffen, Austausch",
  columns: {
    id: "text",
    kind: "text",
    date: "text",
    sozialraum: "text",
    participants: "double",
    organisation: "text",
    resource: "text",
  },
  comments: { date: "Period, mostly a day", participants: "NULL = the source did not say" },
});

export function terminRows(termine: readonly Termin[]): TableValues<typeof termineTable.columns> {
  return {
    id: termine.map((termin) => termin.id),
    kind: termine.map((termin) => termin.kind),
    date: termine.map((termin) => termin.date),
    sozialraum: termine.map((termin) => termin.sozialraum),
    participants: termine.map((termin) => termin.participants),
    organisation: termine.map((termin) => termin.organisation),
    resource: termine.map((termin) => termin.resource),
  };
}
