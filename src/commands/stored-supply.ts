import type { CitySupply } from "../domain/city.ts";

/**
 * The cells of a whole country would take more memory in the database than everything else, and so would the ways of their residents: above this
 * the database has the areas only, and „Daten“ says so.
 */
export const CELLS_AT_MOST = 1_000_000;

/** What of the places and residents goes into the database. */
export function storedSupply(supply: CitySupply): CitySupply {
  const { population } = supply;
  if (!population || population.residents.length <= CELLS_AT_MOST) return supply;
  const none = new Float64Array(0);
  return {
    ...supply,
    population: {
      ...population,
      lon: none,
      lat: none,
      residents: none,
      suppressed: new Uint8Array(0),
      cellSizeMetres: none,
      sozialraum: undefined,
      groups: population.groups.map((group) => ({ ...group, residents: new Float32Array(0) })),
    },
  };
}
