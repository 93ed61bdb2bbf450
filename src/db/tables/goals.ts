import type { Goal } from "../../domain/goal.ts";
import { defineTable, type TableValues } from "../table.ts";

export const goalsTable = defineTable({
  name: "goals",
  comment: "A strategic goal, or an operational goal below one",
  columns: {
    id: "text",
    position: "integer",
    title_de: "text",
    title_en: "text",
    parent: "text",
    description_de: "text",
    description_en: "text",
    target: "double",
    target_date: "text",
    catalogue: "text",
    resource: "text",
  },
  comments: { parent: "NULL = strategic goal", target_date: "Period" },
  primaryKey: ["id"],
});

export function goalRows(goals: readonly Goal[]): TableValues<typeof goalsTable.columns> {
  return {
    id: goals.map((goal) => goal.id),
    position: goals.map((_, position) => position),
    title_de: goals.map((goal) => goal.title.de),
    title_en: goals.map((goal) => goal.title.en),
    parent: goals.map((goal) => goal.parent),
    description_de: goals.map((goal) => goal.description?.de),
    description_en: goals.map((goal) => goal.description?.en),
    target: goals.map((goal) => goal.target),
    target_date: goals.map((goal) => goal.targetDate),
    catalogue: goals.map((goal) => goal.catalogue),
    resource: goals.map((goal) => goal.resource),
  };
}
