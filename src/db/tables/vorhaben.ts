import type { Vorhaben } from "../../domain/vorhaben.ts";
import { defineTable, type TableValues } from "../table.ts";

export const vorhabenTable = defineTable({
  name: "vorhaben",
  comment: "A project in the field",
  columns: {
    id: "text",
    position: "integer",
    title: "text",
    status: "text",
    field: "text",
    contact: "text",
    organisation: "text",
    start: "text",
    end: "text",
    milestones: "text",
    costs: "text",
    partners: "text",
    participation: "text",
    council: "text",
    description: "text",
    resource: "text",
  },
  primaryKey: ["id"],
});

export function vorhabenRows(vorhaben: readonly Vorhaben[]): TableValues<typeof vorhabenTable.columns> {
  return {
    id: vorhaben.map((project) => project.id),
    position: vorhaben.map((_, position) => position),
    title: vorhaben.map((project) => project.title),
    status: vorhaben.map((project) => project.status),
    field: vorhaben.map((project) => project.field),
    contact: vorhaben.map((project) => project.contact),
    organisation: vorhaben.map((project) => project.organisation),
    start: vorhaben.map((project) => project.start),
    end: vorhaben.map((project) => project.end),
    milestones: vorhaben.map((project) => project.milestones),
    costs: vorhaben.map((project) => project.costs),
    partners: vorhaben.map((project) => project.partners),
    participation: vorhaben.map((project) => project.participation),
    council: vorhaben.map((project) => project.council),
    description: vorhaben.map((project) => project.description),
    resource: vorhaben.map((project) => project.resource),
  };
}
