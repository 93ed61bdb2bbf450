import type { Level } from "../../domain/sozialraum.ts";
import { defineTable, type TableValues } from "../table.ts";

export const levelsTable = defineTable({
  name: "levels",
  comment: "One cut of the city into Sozialräume",
  columns: {
    id: "text",
    position: "integer",
    title_de: "text",
    title_en: "text",
    parent_level: "text",
    period: "text",
    resource: "text",
  },
  comments: { position: "Order in the package, 0 = finest", period: "Date of the areas and of their published totals" },
  primaryKey: ["id"],
});

export function levelRows(levels: readonly Level[]): TableValues<typeof levelsTable.columns> {
  return {
    id: levels.map((level) => level.id),
    position: levels.map((_, position) => position),
    title_de: levels.map((level) => level.title.de),
    title_en: levels.map((level) => level.title.en),
    parent_level: levels.map((level) => level.parentLevel),
    period: levels.map((level) => level.origin.period),
    resource: levels.map((level) => level.origin.resource),
  };
}
