import type { Indicator } from "../../domain/indicator.ts";
import { defineTable, type TableValues } from "../table.ts";

export const indicatorsTable = defineTable({
  name: "indicators",
  comment: "The definition of a series of values",
  columns: {
    id: "text",
    position: "integer",
    title_de: "text",
    title_en: "text",
    unit_de: "text",
    unit_en: "text",
    kind: "text",
    direction: "text",
    numerator: "text",
    denominator: "text",
    per: "double",
    goals: "text-list",
    target: "double",
    target_date: "text",
    description_de: "text",
    description_en: "text",
    resource: "text",
  },
  comments: {
    kind: "count, share, rate, index, mean, class",
    direction: "more-is-better, more-is-worse, neutral",
    numerator: "Id of an indicator",
    denominator: "Id of an indicator",
    goals: "Ids of the goals that the indicator names",
    target_date: "Period",
  },
  primaryKey: ["id"],
});

export function indicatorRows(indicators: readonly Indicator[]): TableValues<typeof indicatorsTable.columns> {
  return {
    id: indicators.map((indicator) => indicator.id),
    position: indicators.map((_, position) => position),
    title_de: indicators.map((indicator) => indicator.title.de),
    title_en: indicators.map((indicator) => indicator.title.en),
    unit_de: indicators.map((indicator) => indicator.unit?.de),
    unit_en: indicators.map((indicator) => indicator.unit?.en),
    kind: indicators.map((indicator) => indicator.kind),
    direction: indicators.map((indicator) => indicator.direction),
    numerator: indicators.map((indicator) => indicator.numerator),
    denominator: indicators.map((indicator) => indicator.denominator),
    per: indicators.map((indicator) => indicator.per),
    goals: indicators.map((indicator) => indicator.goals),
    target: indicators.map((indicator) => indicator.target),
    target_date: indicators.map((indicator) => indicator.targetDate),
    description_de: indicators.map((indicator) => indicator.description?.de),
    description_en: indicators.map((indicator) => indicator.description?.en),
    resource: indicators.map((indicator) => indicator.resource),
  };
}
