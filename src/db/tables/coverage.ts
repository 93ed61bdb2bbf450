import { defineTable, type TableValues } from "../table.ts";

export const coverageTable = defineTable({
  name: "coverage",
  comment: "Coverage of a Sozialraum, as the kernel measured it",
  columns: {
    area: "integer",
    residents: "double",
    anlaufpunkte_inside: "integer",
    residents_reached: "double",
    nearest_median_m: "double",
    nearest_p90_m: "double",
    basis: "text",
    status: "text",
  },
  comments: {
    area: "sozialraeume.position in the level of coverage_run",
    residents: "Sum of the cells; NULL = none known",
    nearest_median_m: "Metres, not rounded; NULL = no residents or no Anlaufpunkt",
    basis: "cells, blocks, addresses, residential-land, area",
    status: "unknown, served, reached, gap",
  },
});

/** One entry per area of the level in every array; NaN = missing. */
export interface CoverageAreas {
  readonly residents: Float64Array;
  readonly anlaufpunkteInside: ArrayLike<number>;
  readonly residentsReached: Float64Array;
  readonly nearestMedianMetres: Float64Array | Float32Array;
  readonly nearestP90Metres: Float64Array | Float32Array;
  readonly basis: readonly (string | undefined)[];
  readonly status: readonly string[];
}

export function coverageRows(areas: CoverageAreas): TableValues<typeof coverageTable.columns> {
  return {
    area: Int32Array.from(areas.residents, (_, area) => area),
    residents: areas.residents,
    anlaufpunkte_inside: areas.anlaufpunkteInside,
    residents_reached: areas.residentsReached,
    nearest_median_m: areas.nearestMedianMetres,
    nearest_p90_m: areas.nearestP90Metres,
    basis: areas.basis,
    status: areas.status,
  };
}
