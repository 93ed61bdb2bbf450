import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closureCheck } from "../../../src/analysis/coverage/closure-check.ts";
import { countAlongWays, countInReach } from "../../../src/analysis/coverage/count-in-reach.ts";
import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import { closureCheckTask, prepareDemandTask } from "../../../src/analysis/coverage/coverage-tasks.ts";
import type { Demand } from "../../../src/analysis/coverage/demand.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { measureDistances } from "../../../src/analysis/coverage/measure-distances.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { serveCoverage } from "../../../src/analysis/coverage/serve-coverage.ts";
import { givenPairs } from "../../../src/analysis/provision/site-pairs.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { inlineRunner, TaskRegistry } from "../../../src/work/runner.ts";
import { hasSharedData } from "../../shared-data.ts";
import { berlin } from "./real-cities.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "./squares.ts";

const LEVEL = toyLevel([
  { id: "a", geometry: polygon([square(0, 0, 2000)]) },
  { id: "b", geometry: polygon([square(2000, 0, 2000)]) },
  { id: "c", geometry: polygon([square(4000, 0, 2000)]) },
]);
const CELLS = [
  { at: [500, 500], residents: 10 },
  { at: [1500, 500], residents: 20 },
  { at: [2500, 500], residents: 40 },
  { at: [3900, 500], residents: 80 },
  { at: [9000, 500], residents: 7 },
] as const;
// The first two places stand one kilometre apart; the third has nobody near; the last one is near those outside.
const PLACES: Place[] = [
  [500, 500],
  [1500, 500],
  [3000, 1900],
  [9000, 600],
];

function demandOf(cells: readonly { at: Place; residents: number }[]): Demand {
  return prepareDemand({ population: toyPopulation(cells), levels: [LEVEL], level: "quartier" });
}

function check(demand: Demand, sites: Sites, reach: number, detour = 1) {
  const inReach = countInReach(demand, sites, reach, detour);
  const { nearest } = measureDistances(demand, sites, detour);
  return closureCheck(demand, demand.areas.residents.length, sites.lon.length, inReach, nearest);
}

describe("C17: what closes with a place, counted by hand", () => {
  const { losing, nearest, areas, city } = check(demandOf(CELLS), degrees(PLACES), 1000);

  test("only those lose their only place who have no other in reach", () => {
    // The cells of a reach both places of a, exactly at the reach; 40 people reach the second one only, 80 none.
    expect([...losing]).toEqual([0, 40, 0, 0]);
  });

  test("a place is nearest to people far out of reach, too, and nobody outside the areas counts", () => {
    expect([...nearest]).toEqual([10, 60, 80, 0]);
  });

  test("areas and city say how many have none, one and several, and no share where nobody is known", () => {
    expect([...areas.none]).toEqual([0, 80, Number.NaN]);
    expect([...areas.one]).toEqual([0, 40, Number.NaN]);
    expect([...areas.several]).toEqual([30, 0, Number.NaN]);
    expect([...areas.severalShare]).toEqual([1, 0, Number.NaN]);
    expect(city).toEqual({ residents: 150, none: 80, one: 40, several: 30, severalShare: 0.2 });
  });

  test("a detour makes ways longer", () => {
    expect(check(demandOf(CELLS), degrees(PLACES), 1000, 1.001).city.several).toBe(0);
  });

  test("ways along a network count as they are given", () => {
    const ways = {
      starts: Uint32Array.of(0, 2, 4),
      point: Uint32Array.of(0, 1, 1, 2),
      metres: Float64Array.of(700, 800, 800.001, 5),
    };
    const along = (reach: number) => runAtOnce(countAlongWays(givenPairs(4, ways), reach));
    const { count, only } = along(800);
    expect([...count]).toEqual([1, 1, 1, 0]);
    expect([...only]).toEqual([0, 0, 1, -1]);
    expect([...along(801).only]).toEqual([0, -1, 1, -1]);
  });

  test("the task answers with the demand that is kept, and says so when there is none", async () => {
    const registry = new TaskRegistry();
    serveCoverage(registry);
    const runner = inlineRunner(registry);
    const key = { city: 3, level: "quartier" };
    const input = { demand: key, sites: degrees(PLACES), reach: 1000 };
    expect(await runner.run(closureCheckTask, input)).toBeUndefined();
    await runner.run(prepareDemandTask, { ...key, population: toyPopulation(CELLS), levels: [LEVEL] });
    const answer = await runner.run(closureCheckTask, input);
    expect([answer?.losing, answer?.nearest, answer?.city]).toEqual([losing, nearest, city]);
  });
});

const place = fc
  .tuple(fc.integer({ min: -5, max: 125 }), fc.integer({ min: 0, max: 40 }))
  .map(([x, y]): Place => [50 * x + 25, 50 * y + 25]);
const cells = fc.array(fc.record({ at: place, residents: fc.nat({ max: 300 }) }), { minLength: 1, maxLength: 300 });

describe("laws of the closure check (C17)", () => {
  test("counts and only places are those of a brute force, in small and in large reaches", () => {
    fc.assert(
      fc.property(
        cells,
        fc.array(place, { maxLength: 25 }),
        fc.oneof(fc.nat({ max: 400 }), fc.nat({ max: 8000 })),
        fc.constantFrom(1, 1.3),
        (given, at, reach, detour) => {
          const demand = demandOf(given);
          const sites = degrees(at);
          const expected = { count: new Uint8Array(given.length), only: new Int32Array(given.length).fill(-1) };
          at.forEach((_, j) => {
            const one = { lon: sites.lon.slice(j, j + 1), lat: sites.lat.slice(j, j + 1) };
            measureDistances(demand, one, detour).distance.forEach((metres, i) => {
              if (metres > reach) return;
              expected.only[i] = expected.count[i] === 0 ? j : -1;
              expected.count[i] = Math.min(2, (expected.count[i] as number) + 1);
            });
          });
          expect(countInReach(demand, sites, reach, detour)).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });

  test("closing a place leaves exactly as many more unreached as would lose their only one", () => {
    fc.assert(
      fc.property(
        cells,
        fc.array(place, { minLength: 2, maxLength: 12 }),
        fc.nat({ max: 3000 }),
        (given, at, reach) => {
          const demand = demandOf(given);
          const reached = (places: Place[]) =>
            measureCoverage(demand, degrees(places), { reach, hasAnlaufpunkte: true }).areas.reached;
          const sum = (values: Float64Array) => values.reduce((all, value) => all + (value || 0), 0);
          const { losing, city } = check(demand, degrees(at), reach);
          const before = sum(reached(at));
          at.forEach((_, j) => {
            expect(before - sum(reached(at.filter((_, k) => k !== j)))).toBe(losing[j]);
          });
          expect(sum(losing)).toBe(city.one || 0);
          expect((city.one || 0) + (city.several || 0)).toBe(before);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe.skipIf(!hasSharedData)("Berlin, Quartierszentren, 800 m", () => {
  test("C17: reached are those with one and those with several; nobody is nearest to two", () => {
    const levels = berlin.levels();
    const demand = prepareDemand({ population: berlin.population(), levels, level: "planungsraum" });
    const { losing, nearest, city, areas } = check(demand, berlin.quartierszentren(), 800);
    expect(city.none).toBe(975_141);
    expect(city.residents).toBe(3_328_514);
    expect(losing.reduce((sum, people) => sum + people, 0)).toBe(city.one);
    expect(nearest.reduce((sum, people) => sum + people, 0)).toBe(city.residents);
    expect(areas.residents).toEqual(demand.areas.residents);
  });
});
