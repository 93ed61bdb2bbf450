import type { Observations } from "../../domain/indicator.ts";
import { defineTable, type TableValues } from "../table.ts";

export const observationsTable = defineTable({
  name: "observations",
  comment: "One observed value, as published",
  columns: {
    row: "integer",
    level: "text",
    sozialraum: "text",
    indicator: "text",
    period: "text",
    value: "double",
    status: "text",
    text: "text",
    resource: "text",
  },
  comments: {
    row: "Order of reading: of two rows for the same value the first one counts",
    level: "Empty for the whole city",
    sozialraum: "Id of the area; * = the whole city",
    value: "NULL = missing (see status), or a class that is a text",
    status: "ok, estimated, not-stated, suppressed, not-applicable",
    text: "A class that is no number, e.g. +/-",
  },
});

export function observationRows(observations: Observations): TableValues<typeof observationsTable.columns> {
  return {
    row: { length: observations.value.length, valueAt: (row) => row },
    level: observations.level,
    sozialraum: observations.sozialraum,
    indicator: observations.indicator,
    period: observations.period,
    value: observations.value,
    status: observations.status,
    text: { length: observations.text.length, valueAt: (row) => observations.text[row] || undefined },
    resource: observations.resource,
  };
}
