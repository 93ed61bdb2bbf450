import type { CityMap } from "../domain/city.ts";

/** Ids and names of the Sozialräume by level, finest first: what the later stages need of the map. */
export type AreaIds = readonly {
  readonly level: string;
  readonly ids: readonly string[];
  readonly names: readonly string[];
}[];

export function areaIdsOf(map: CityMap): AreaIds {
  return map.levels.map((level) => ({
    level: level.id,
    ids: level.sozialraeume.map(({ id }) => id),
    names: level.sozialraeume.map(({ name }) => name),
  }));
}
