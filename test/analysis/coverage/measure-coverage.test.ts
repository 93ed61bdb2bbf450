import { describe, expect, test } from "vitest";
import type { Coverage, CoverageOptions } from "../../../src/analysis/coverage/coverage.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import type { Population } from "../../../src/domain/population.ts";
import type { Level } from "../../../src/domain/sozialraum.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "./squares.ts";

const AREAS = [
  { id: "a", geometry: polygon([square(0, 0, 1000)]) },
  { id: "b", geometry: polygon([square(1000, 0, 1000)]) },
  { id: "c", geometry: polygon([square(2000, 0, 1000)]) },
  { id: "d", geometry: polygon([square(3000, 0, 1000)]) },
];

const CELLS = [
  { at: [500, 500], residents: 40 },
  { at: [900, 500], residents: 10 },
  { at: [1300, 500], residents: 30 },
  { at: [1700, 500], residents: 30 },
  { at: [2100, 500], residents: 20 },
  { at: [2900, 500], residents: 80 },
  { at: [9000, 500], residents: 7 },
] as const;

function measure(
  level: Level,
  population: Population | undefined,
  sites: readonly Place[],
  options: Partial<CoverageOptions> = {},
): Coverage {
  const demand = prepareDemand({ population, levels: [level], level: level.id });
  return measureCoverage(demand, degrees(sites), { reach: 800, hasAnlaufpunkte: true, ...options });
}

const list = (values: Float64Array) => [...values];

describe("coverage, reckoned by hand", () => {
  // One place in a; from there the cells stand at 0, 400, 800, 1200, 1600 and 2400 m.
  const coverage = measure(toyLevel(AREAS), toyPopulation(CELLS), [[500, 500]]);

  test("C1: residents of an area are the sum of its cells; an area without cells and without a total has none known", () => {
    expect(list(coverage.areas.residents)).toEqual([50, 60, 100, Number.NaN]);
    expect(coverage.areas.basis).toEqual(["cells", "cells", "cells", undefined]);
    expect([...coverage.areas.cells]).toEqual([2, 2, 2, 0]);
  });

  test("C2: a cell outside all areas is counted and reported, and in no sum", () => {
    expect(coverage.outside).toEqual({ cells: 1, residents: 7, missing: 0, suppressed: 0 });
    expect(coverage.city.residents).toBe(210);
  });

  test("C3: who lives exactly at the reach is reached, and a place beyond the border counts", () => {
    expect(list(coverage.areas.reached)).toEqual([50, 30, 0, Number.NaN]);
    expect(list(coverage.areas.unreached)).toEqual([0, 30, 100, Number.NaN]);
    expect(list(coverage.areas.share)).toEqual([1, 0.5, 0, Number.NaN]);
  });

  test("C5: median and 90th percentile are weighted by residents", () => {
    expect(list(coverage.areas.nearestMedian)).toEqual([0, 800, 2400, Number.NaN]);
    expect(list(coverage.areas.nearestP90)).toEqual([400, 1200, 2400, Number.NaN]);
    expect([coverage.city.nearestMedian, coverage.city.nearestP90]).toEqual([1200, 2400]);
  });

  test("C6: unknown before served before reached before gap, reached from half of the residents on", () => {
    expect(coverage.areas.status).toEqual(["served", "reached", "gap", "unknown"]);
    expect(coverage.city.areas).toEqual({ unknown: 1, served: 1, reached: 1, gap: 1 });
    expect(coverage.city.without).toBe(3);
    const strict = measure(toyLevel(AREAS), toyPopulation(CELLS), [[500, 500]], { reachedShare: 0.51 });
    expect(strict.areas.status).toEqual(["served", "gap", "gap", "unknown"]);
  });

  test("C8: places per 10,000 rest on the same residents", () => {
    expect(list(coverage.areas.per10000)).toEqual([200, 0, 0, Number.NaN]);
    expect(coverage.city.per10000).toBeCloseTo((1 / 210) * 10_000, 10);
  });

  test("C4: the city is the sum of its areas", () => {
    const { city } = coverage;
    expect([city.reached, city.unreached, city.share]).toEqual([80, 130, 80 / 210]);
  });

  test("every point knows its distance and its nearest place", () => {
    const demand = prepareDemand({ population: toyPopulation(CELLS), levels: [toyLevel(AREAS)], level: "quartier" });
    const { points } = measureCoverage(
      demand,
      degrees([
        [500, 500],
        [9000, 600],
      ]),
      { reach: 800, hasAnlaufpunkte: true },
    );
    const byRow = [...demand.row].map((row, k) => [row, points.distance[k], points.nearest[k]]);
    expect(byRow.sort((a, b) => (a[0] as number) - (b[0] as number))).toEqual([
      [0, 0, 0],
      [1, 400, 0],
      [2, 800, 0],
      [3, 1200, 0],
      [4, 1600, 0],
      [5, 2400, 0],
      [6, 100, 1],
    ]);
  });
});

describe("settings", () => {
  test("C3: a detour lengthens every way", () => {
    const coverage = measure(toyLevel(AREAS), toyPopulation(CELLS), [[500, 500]], { detour: 1.3 });
    expect(list(coverage.areas.nearestMedian).slice(0, 3)).toEqual([0, 1040, 3120]);
    expect(coverage.areas.status).toEqual(["served", "gap", "gap", "unknown"]);
  });

  test("that make no sense are refused by name", () => {
    const with_ = (options: Partial<CoverageOptions>) => () => measure(toyLevel(AREAS), undefined, [], options);
    expect(with_({ reach: Number.NaN })).toThrow("reach is NaN");
    expect(with_({ reach: -1 })).toThrow("reach is -1");
    expect(with_({ detour: 0.5 })).toThrow("detour is 0.5");
    expect(with_({ reachedShare: 50 })).toThrow("reachedShare is 50");
    expect(() => prepareDemand({ levels: [toyLevel(AREAS)], level: "ward" })).toThrow("no level ward");
  });
});

describe("C8: places inside", () => {
  test("a place on a shared border counts for the area with the smallest id only; one outside all counts for distances", () => {
    const level = toyLevel([
      {
        id: "a",
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [10, 51],
              [10.01, 51],
              [10.01, 51.01],
              [10, 51.01],
              [10, 51],
            ],
          ],
        },
      },
      {
        id: "b",
        geometry: {
          type: "Polygon",
          coordinates: [
            [
              [10.01, 51],
              [10.02, 51],
              [10.02, 51.01],
              [10.01, 51.01],
              [10.01, 51],
            ],
          ],
        },
      },
    ]);
    const population = toyPopulation([
      { at: [350, 500], residents: 10 },
      { at: [1000, 500], residents: 10 },
    ]);
    const demand = prepareDemand({ population, levels: [level], level: "quartier" });
    const sites = { lon: Float64Array.of(10.01, 10.5), lat: Float64Array.of(51.004, 51.004) };
    const coverage = measureCoverage(demand, sites, { reach: 800, hasAnlaufpunkte: true });
    expect(list(coverage.areas.anlaufpunkteInside)).toEqual([1, 0]);
    expect([...coverage.siteArea]).toEqual([0, -1]);
    expect(coverage.city.anlaufpunkteOutside).toBe(1);
    expect(coverage.areas.status).toEqual(["served", "reached"]);
  });
});

describe("C1: missing is not zero", () => {
  test("a cell that is not stated or kept secret is counted as that and adds nothing", () => {
    const population = toyPopulation([
      { at: [500, 500], residents: 40 },
      { at: [600, 500], residents: Number.NaN },
      { at: [700, 500], residents: Number.NaN, suppressed: true },
      { at: [1500, 500], residents: Number.NaN, suppressed: true },
    ]);
    const { areas, city } = measure(toyLevel(AREAS), population, [[500, 500]]);
    expect(list(areas.residents)).toEqual([40, Number.NaN, Number.NaN, Number.NaN]);
    expect([...areas.missing]).toEqual([1, 0, 0, 0]);
    expect([...areas.suppressed]).toEqual([1, 1, 0, 0]);
    expect(areas.status[1]).toBe("unknown");
    expect([city.cells, city.missing, city.suppressed]).toEqual([1, 1, 2]);
  });

  test("cells with nobody in them make zero residents, and an area of nobody is unknown, not a gap", () => {
    const { areas } = measure(toyLevel(AREAS), toyPopulation([{ at: [1500, 500], residents: 0 }]), [[500, 500]]);
    expect([areas.residents[1], areas.reached[1], areas.share[1], areas.status[1]]).toEqual([
      0,
      0,
      Number.NaN,
      "unknown",
    ]);
    expect(areas.nearestMedian[1]).toBeNaN();
  });

  test("data without Anlaufpunkte leave the supply unknown; data that lack only the chosen kind do not", () => {
    const none = measure(toyLevel(AREAS), toyPopulation(CELLS), [], { hasAnlaufpunkte: false });
    expect(new Set(none.areas.status)).toEqual(new Set(["unknown"]));
    expect([none.areas.anlaufpunkteInside[0], none.areas.reached[0], none.city.unreached]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    const other = measure(toyLevel(AREAS), toyPopulation(CELLS), []);
    expect(other.areas.status).toEqual(["gap", "gap", "gap", "unknown"]);
    expect([other.areas.anlaufpunkteInside[0], other.city.unreached, other.city.nearestMedian]).toEqual([
      0,
      210,
      Number.NaN,
    ]);
    expect([...other.points.nearest].every((site) => site === -1)).toBe(true);
  });
});

describe("C1: the Sozialraum of a cell", () => {
  const fine = toyLevel(
    [
      { id: "a1", parent: "A", geometry: polygon([square(0, 0, 1000)]) },
      { id: "b1", parent: "B", geometry: polygon([square(1000, 0, 1000)]) },
    ],
    { id: "quartier", parentLevel: "bezirk" },
  );
  const coarse = toyLevel(
    [
      { id: "A", geometry: polygon([square(0, 0, 1000)]) },
      { id: "B", geometry: polygon([square(1000, 0, 1000)]) },
    ],
    { id: "bezirk" },
  );
  const residents = (level: string, keys: readonly string[]) => {
    const population = toyPopulation(keys.map((key) => ({ at: [500, 500], residents: 10, key })));
    return list(prepareDemand({ population, levels: [fine, coarse], level }).areas.residents);
  };

  test("is its given key before its position, on the level of the key and on coarser ones by the parents", () => {
    expect(residents("quartier", ["b1", "a1"])).toEqual([10, 10]);
    expect(residents("bezirk", ["b1", "a1"])).toEqual([10, 10]);
    expect(residents("bezirk", ["B"])).toEqual([Number.NaN, 10]);
  });

  test("is its position where the key is empty, unknown or that of a coarser level", () => {
    expect(residents("quartier", ["", "zz", "B"])).toEqual([30, Number.NaN]);
  });
});
