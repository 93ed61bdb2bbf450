import type { CityMap } from "../domain/city.ts";

/** The ids of the Sozialräume by level, finest first: what the later stages need of the map. */
export type AreaIds = readonly { readonly level: string; readonly ids: readonly string[] }[];

export function areaIdsOf(map: CityMap): AreaIds {
  return map.levels.map((level) => ({ level: level.id, ids: level.sozialraeume.map(({ id }) => id) }));
}
