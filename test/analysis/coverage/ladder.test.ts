import { describe, expect, test } from "vitest";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { residentialLandOf } from "../../../src/analysis/coverage/residential-land.ts";
import type { Background } from "../../../src/domain/background.ts";
import { degrees, polygon, square, toyLevel, toyPopulation } from "./squares.ts";

const AREAS = [
  { id: "a", residents: 100, geometry: polygon([square(0, 0, 1000)]) },
  { id: "b", residents: 300, geometry: polygon([square(1000, 0, 1000)]) },
  { id: "c", residents: "suppressed" as const, geometry: polygon([square(2000, 0, 1000)]) },
];
const ONE_CELL = [{ at: [500, 500], residents: 40 }] as const;

/** Built-up land in the western fifth of area b, and some water that must not count as land. */
const BACKGROUND: Background = {
  form: "features",
  collection: {
    type: "FeatureCollection",
    features: [
      { type: "Feature", properties: { layer: "built" }, geometry: polygon([square(1000, 0, 200)]) },
      { type: "Feature", properties: { layer: "water" }, geometry: polygon([square(1500, 0, 400)]) },
    ],
  },
  origin: { resource: "toy", title: "toy", sources: [], licences: [] },
};

describe("C7: the ladder of bases", () => {
  test("an area without cells is estimated from its total over its polygon, the others keep their cells", () => {
    const demand = prepareDemand({ population: toyPopulation(ONE_CELL), levels: [toyLevel(AREAS)], level: "quartier" });
    expect(demand.areas.basis).toEqual(["cells", "area", undefined]);
    expect([...demand.areas.residents]).toEqual([40, 300, Number.NaN]);
    const { areas, city } = measureCoverage(demand, degrees([[500, 500]]), { reach: 1000, hasAnlaufpunkte: true });
    // Of the square, 100 … 1500 m to the east of the place, 1000 m reach a bit less than half.
    expect(areas.reached[1]).toBeGreaterThan(120);
    expect(areas.reached[1]).toBeLessThan(150);
    expect((areas.reached[1] as number) + (areas.unreached[1] as number)).toBe(300);
    expect(city.estimatedAreas).toBe(1);
    expect(city.cells).toBe(1);
  });

  test("residential land comes before the whole polygon", () => {
    const demand = prepareDemand({
      levels: [toyLevel(AREAS)],
      level: "quartier",
      residentialLand: residentialLandOf([BACKGROUND]),
    });
    expect(demand.areas.basis).toEqual(["area", "residential-land", undefined]);
    const { areas } = measureCoverage(demand, degrees([[900, 100]]), { reach: 320, hasAnlaufpunkte: true });
    expect(areas.reached[1]).toBe(300);
  });

  test("tiles and backgrounds without built-up land are no residential land", () => {
    const water = {
      ...BACKGROUND,
      collection: { ...BACKGROUND.collection, features: BACKGROUND.collection.features.slice(1) },
    };
    expect(residentialLandOf([water])).toBeUndefined();
  });

  test("points of the estimate stand in their area, are equally heavy, and are the same every time", () => {
    const prepare = () => prepareDemand({ levels: [toyLevel(AREAS)], level: "quartier" });
    const demand = prepare();
    expect(prepare()).toEqual(demand);
    expect(demand.x.length).toBe(512);
    for (let i = 0; i < demand.x.length; i++) {
      expect(demand.row[i]).toBe(-1);
      expect(demand.residents[i]).toBe(demand.area[i] === 0 ? 100 / 256 : 300 / 256);
    }
  });

  test("all residents of an estimate within reach add up to the total without a remainder", () => {
    const areas = [{ id: "a", residents: 12_347, geometry: polygon([square(0, 0, 1000)]) }];
    const demand = prepareDemand({ levels: [toyLevel(areas)], level: "quartier" });
    const coverage = measureCoverage(demand, degrees([[500, 500]]), { reach: 800, hasAnlaufpunkte: true });
    expect(coverage.areas.unreached[0]).toBe(0);
    expect(coverage.areas.status[0]).toBe("served");
  });

  test("a total of another year than the cells is not mixed in; one of the same year is", () => {
    const basis = (period: string) =>
      prepareDemand({
        population: toyPopulation(ONE_CELL, "2022-12-31"),
        levels: [toyLevel(AREAS, { period })],
        level: "quartier",
      }).areas.basis;
    expect(basis("2020")).toEqual(["cells", undefined, undefined]);
    expect(basis("2022")).toEqual(["cells", "area", undefined]);
  });

  test("an area without extent is estimated at its one place, one without a polygon not at all", () => {
    const areas = [
      { id: "a", residents: 8, geometry: polygon([square(0, 0, 0)]) },
      { id: "b", residents: 9, geometry: { type: "Point" as const, coordinates: [10, 51] } },
    ];
    const demand = prepareDemand({ levels: [toyLevel(areas)], level: "quartier" });
    expect([...demand.areas.residents]).toEqual([8, Number.NaN]);
    expect(demand.areas.basis).toEqual(["area", undefined]);
  });
});
