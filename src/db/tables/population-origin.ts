import type { Population } from "../../domain/population.ts";
import { defineTable, type TableValues } from "../table.ts";

export const populationOriginTable = defineTable({
  name: "population_origin",
  comment: "What is the same for all rows of population: one row, or none without residents",
  columns: { basis: "text", period: "text", resource: "text" },
  comments: { basis: "cells, blocks, addresses" },
});

export function populationOriginRows(population: Population): TableValues<typeof populationOriginTable.columns> {
  const { origin } = population;
  return { basis: [population.basis], period: [origin.period], resource: [origin.resource] };
}
