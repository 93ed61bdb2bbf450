import type { Values } from "../arrow-columns.ts";
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
  readonly nearest: Values<number>;
  /** NaN = missing. */
  readonly residents: Float64Array;
}

export function coverageCellRows(cells: CoverageCells): TableValues<typeof coverageCellsTable.columns> {
  const { length } = cells.row;
  const { distance } = cells;
  return {
    row: indices(cells.row),
    area: indices(cells.area),
    distance: { length, valueAt: (point) => (Number.isFinite(distance[point]) ? distance[point] : undefined) },
    nearest: indices(cells.nearest),
    residents: cells.residents,
  };
}

/** Below 0 = there is none. */
function indices(values: Values<number>): Values<number | undefined> {
  const valueAt = "valueAt" in values ? values.valueAt : (row: number) => values[row] ?? -1;
  return {
    length: values.length,
    valueAt(row) {
      const index = valueAt(row);
      return index < 0 ? undefined : index;
    },
  };
}
