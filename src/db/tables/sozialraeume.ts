import { isKnown, type Measured } from "../../domain/measured.ts";
import type { Level } from "../../domain/sozialraum.ts";
import { perRow } from "../arrow-columns.ts";
import { defineTable, type TableValues } from "../table.ts";

export const sozialraeumeTable = defineTable({
  name: "sozialraeume",
  comment: "An area that social planning observes",
  columns: {
    level: "text",
    id: "text",
    position: "integer",
    name: "text",
    parent: "text",
    residents: "double",
    residents_status: "text",
    households: "double",
    households_status: "text",
    area_square_metres: "double",
    resource: "text",
  },
  comments: {
    position: "Index in its level, ascending by id: what the coverage tables refer to",
    parent: "Id of the area of the parent level",
    residents: "Published total at the level's date; NULL: see residents_status",
    residents_status: "ok, not-stated, suppressed, not-applicable; NULL = the source has no such column",
    households_status: "As residents_status",
  },
  primaryKey: ["level", "id"],
});

export function sozialraumRows(levels: readonly Level[]): TableValues<typeof sozialraeumeTable.columns> {
  const rows = levels.flatMap((level) =>
    level.sozialraeume.map((area, position) => ({ level: level.id, resource: level.origin.resource, area, position })),
  );
  return {
    level: perRow(rows, (row) => row.level),
    id: perRow(rows, (row) => row.area.id),
    position: perRow(rows, (row) => row.position),
    name: perRow(rows, (row) => row.area.name),
    parent: perRow(rows, (row) => row.area.parent),
    residents: perRow(rows, (row) => numberOf(row.area.residents)),
    residents_status: perRow(rows, (row) => statusOf(row.area.residents)),
    households: perRow(rows, (row) => numberOf(row.area.households)),
    households_status: perRow(rows, (row) => statusOf(row.area.households)),
    area_square_metres: perRow(rows, (row) => row.area.areaSquareMetres),
    resource: perRow(rows, (row) => row.resource),
  };
}

function numberOf(value: Measured | undefined): number | undefined {
  return isKnown(value) ? value : undefined;
}

function statusOf(value: Measured | undefined): string | undefined {
  return isKnown(value) ? "ok" : value;
}
