import { expect, test } from "vitest";
import { CELLS_AT_MOST, storedSupply } from "../../src/commands/stored-supply.ts";
import type { CitySupply } from "../../src/domain/city.ts";
import type { Population } from "../../src/domain/population.ts";

function supplyOf(cells: number): CitySupply {
  const population = {
    lon: new Float64Array(cells),
    lat: new Float64Array(cells),
    residents: new Float64Array(cells),
    suppressed: new Uint8Array(cells),
    cellSizeMetres: new Float32Array(cells),
    groups: [{ id: "0-6", from: 0, to: 6, residents: new Float32Array(cells) }],
    basis: "cells",
    origin: { resource: "cells", title: "Zellen" },
  } as unknown as Population;
  return { anlaufpunkte: [], kinds: [], anlaufpunkteOrigins: [], population };
}

test("the database gets every cell of a city, and of a country the areas, the origin and no cell", () => {
  const city = supplyOf(CELLS_AT_MOST);
  expect(storedSupply(city)).toBe(city);
  const country = supplyOf(CELLS_AT_MOST + 1);
  const { population } = storedSupply(country);
  expect(population?.residents.length).toBe(0);
  expect(population?.groups.map(({ id, residents }) => [id, residents.length])).toEqual([["0-6", 0]]);
  expect(population?.origin).toBe(country.population?.origin);
});
