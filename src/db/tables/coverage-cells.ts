import { defineTable, type TableValues } from "../table.ts";

export const coverageCellsTable = defineTable({
  name: "coverage_cells",
  comment: "A point with residents, its area and its way to the nearest chosen Anlaufpunkt",
  columns: { row: "integer", area: "integer", distance: "double", nearest: "integer", residents: "double" },
  comments: {
    row: "population.row; NULL = a sample point of an area without cells",
    area: "sozialraeume.position in the level of coverage_run; NULL = outside all areas",
    distance: "Metres; NULL = no Anlaufpunkt was chosen",
    nearest: "anlaufpunkte.position; NULL as distance",
    residents: "NULL = missing",
  },
});

/** One entry per point with residents in every array, in any order. */
export interface CoverageCells {
  /** Row of the population; below 0 = a sample point of an area without cells. */
  readonly row: Int32Array;
  /** Index of the area in its level; below 0 = outside. */
  readonly area: Int32Array;
  /** Metres to the nearest chosen Anlaufpunkt; NaN or Infinity = there is none. */
  readonly distance: Float64Array | Float32Array;
  /** Index into `CitySupply.anlaufpunkte`; below 0 = none. */
  readonly nearest: Int32Array;
  /** NaN = missing. */
  readonly residents: Float64Array;
}

export function coverageCellRows(cells: CoverageCells): TableValues<typeof coverageCellsTable.columns> {
  return {
    row: Float64Array.from(cells.row, indexOrMissing),
    area: Float64Array.from(cells.area, indexOrMissing),
    distance: Float64Array.from(cells.distance, (metres) => (Number.isFinite(metres) ? metres : Number.NaN)),
    nearest: Float64Array.from(cells.nearest, indexOrMissing),
    residents: cells.residents,
  };
}

function indexOrMissing(index: number): number {
  return index < 0 ? Number.NaN : index;
}
