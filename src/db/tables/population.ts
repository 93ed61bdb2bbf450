import type { Population } from "../../domain/population.ts";
import { defineTable, type TableValues } from "../table.ts";

export const populationTable = defineTable({
  name: "population",
  comment: "A cell, block or address with residents; see population_origin",
  columns: {
    row: "integer",
    lon: "double",
    lat: "double",
    residents: "double",
    suppressed: "boolean",
    cell_size_metres: "double",
    sozialraum: "text",
  },
  comments: {
    row: "Index in the order of reading: what coverage_cells refers to",
    lon: "Centre, degrees, EPSG:4326",
    lat: "Centre, degrees, EPSG:4326",
    residents: "NULL = not stated, or suppressed where the next column says so",
    cell_size_metres: "Edge length; NULL = not a square cell",
    sozialraum: "Key given by the source; NULL = none, the position decides",
  },
});

export function populationRows(population: Population): TableValues<typeof populationTable.columns> {
  const rows = population.residents.length;
  const { sozialraum } = population;
  return {
    row: { length: rows, valueAt: (row) => row },
    lon: population.lon,
    lat: population.lat,
    residents: population.residents,
    suppressed: population.suppressed,
    cell_size_metres: population.cellSizeMetres,
    sozialraum: { length: rows, valueAt: (row) => sozialraum?.[row] || undefined },
  };
}
