import { defineTable, type TableValues } from "../table.ts";

export const coveragePlacesTable = defineTable({
  name: "coverage_places",
  comment: "An Anlaufpunkt that the coverage counts, with the area in which it stands",
  columns: { place: "integer", area: "integer" },
  comments: {
    place: "anlaufpunkte.position",
    area: "sozialraeume.position in the level of coverage_run; NULL = outside all areas",
  },
});

/** The Anlaufpunkte that were chosen, one entry each in both arrays. */
export interface CoveragePlaces {
  /** Index into `CitySupply.anlaufpunkte`. */
  readonly place: Int32Array;
  /** Index of the area in its level; below 0 = outside. */
  readonly area: Int32Array;
}

export function coveragePlaceRows(places: CoveragePlaces): TableValues<typeof coveragePlacesTable.columns> {
  return {
    place: places.place,
    area: Float64Array.from(places.area, (area) => (area < 0 ? Number.NaN : area)),
  };
}
