import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareDemandTask } from "../../../src/analysis/coverage/coverage-tasks.ts";
import { KeptDemand } from "../../../src/analysis/coverage/kept-demand.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { serveCoverage } from "../../../src/analysis/coverage/serve-coverage.ts";
import { weighBy } from "../../../src/analysis/provision/decay.ts";
import { measureProvision } from "../../../src/analysis/provision/measure-provision.ts";
import { measureProvisionTask } from "../../../src/analysis/provision/provision-tasks.ts";
import { serveProvision } from "../../../src/analysis/provision/serve-provision.ts";
import { pairsOnGround } from "../../../src/analysis/provision/site-pairs.ts";
import { supplyOf } from "../../../src/analysis/provision/supply.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { inlineRunner, TaskRegistry } from "../../../src/work/runner.ts";
import { hasSharedData } from "../../shared-data.ts";
import { berlin } from "../coverage/real-cities.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "../coverage/squares.ts";

const LEVEL = toyLevel([
  { id: "a", geometry: polygon([square(0, 0, 2000)]) },
  { id: "b", geometry: polygon([square(2000, 0, 2000)]) },
]);
const place = fc
  .tuple(fc.integer({ min: -20, max: 220 }), fc.integer({ min: 0, max: 100 }))
  .map(([x, y]): Place => [20 * x + 5, 20 * y + 5]);
const cells = fc.array(fc.record({ at: place, residents: fc.nat({ max: 300 }) }), { minLength: 1, maxLength: 150 });

describe("provision by straight lines", () => {
  test("finds exactly the pairs that a brute force finds, and nobody is out of reach whom the coverage reaches", () => {
    fc.assert(
      fc.property(
        cells,
        fc.array(place, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 2500 }),
        (given, at, reach) => {
          const demand = prepareDemand({ population: toyPopulation(given), levels: [LEVEL], level: "quartier" });
          const sites = degrees(at);
          const coverage = measureCoverage(demand, sites, { reach, detour: 1.2, hasAnlaufpunkte: true });
          const pairs = pairsOnGround(demand, sites, reach, 1.2);
          at.forEach((_, j) => {
            const one = { lon: sites.lon.slice(j, j + 1), lat: sites.lat.slice(j, j + 1) };
            const { distance } = measureCoverage(demand, one, { reach, detour: 1.2, hasAnlaufpunkte: true }).points;
            const expected = [...distance].flatMap((metres, i) => (metres <= reach ? [[i, metres]] : []));
            const { count, point, distance: found } = pairs.of(j);
            expect(Array.from({ length: count }, (_, k) => [point[k], found[k]])).toEqual(expected);
          });
          const question = {
            method: "2sfca" as const,
            reach,
            weigh: weighBy({ form: "gaussian" }, reach),
            supply: new Float64Array(at.length).fill(1),
          };
          const competitors = { residents: demand.residents, area: demand.area, areas: 2 };
          const { areas, city } = runAtOnce(measureProvision(pairs, competitors, question));
          expect([...areas.noneInReach]).toEqual([...coverage.areas.unreached]);
          expect([...areas.residents]).toEqual([...coverage.areas.residents]);
          expect(Object.is(city.residents, coverage.city.residents)).toBe(true);
        },
      ),
    );
  });
});

describe("supply (C15)", () => {
  test("is capacity where all are known, else one unit per place, unless it is wished", () => {
    const all = Float64Array.of(120, 0, 30);
    const some = Float64Array.of(120, Number.NaN, 30);
    expect(supplyOf(all)).toEqual({ unit: "capacity", amount: all, unknown: 0 });
    expect(supplyOf(some)).toEqual({ unit: "place", amount: Float64Array.of(1, 1, 1), unknown: 1 });
    expect(supplyOf(some, "capacity")).toEqual({ unit: "capacity", amount: Float64Array.of(120, 1, 30), unknown: 1 });
    expect(supplyOf(all, "place").amount).toEqual(Float64Array.of(1, 1, 1));
    expect(() => supplyOf(Float64Array.of(-1))).toThrow("capacity is -1");
  });
});

describe("the task", () => {
  const population = toyPopulation([
    { at: [500, 500], residents: 100 },
    { at: [2500, 500], residents: 300 },
  ]);
  const key = { city: 1, level: "quartier" };
  const input = {
    demand: key,
    sites: degrees([[600, 500]]),
    capacity: Float64Array.of(50),
    options: { method: "2sfca" as const, reach: 800 },
  };

  test("answers with the demand that the coverage keeps, again and again, and says so when there is none", async () => {
    const kept = new KeptDemand();
    const registry = new TaskRegistry();
    serveCoverage(registry, kept);
    serveProvision(registry, kept);
    const runner = inlineRunner(registry);
    expect(await runner.run(measureProvisionTask, input)).toBeUndefined();
    await runner.run(prepareDemandTask, { ...key, population, levels: [LEVEL] });
    for (let round = 0; round < 2; round++) {
      const answer = await runner.run(measureProvisionTask, input);
      expect(answer?.unit).toBe("capacity");
      expect([...(answer?.areas.per10000 ?? [])]).toEqual([5000, 0]);
      expect([...(answer?.areas.noneInReach ?? [])]).toEqual([0, 300]);
    }
    expect(await runner.run(measureProvisionTask, { ...input, walking: {} })).toBeUndefined();
  });
});

describe.skipIf(!hasSharedData)("Berlin", { timeout: 60_000 }, () => {
  test("C15: all that the Quartierszentren have with somebody in reach goes to somebody, whatever the decay", () => {
    const levels = berlin.levels();
    const demand = prepareDemand({ population: berlin.population(), levels, level: "planungsraum" });
    const sites = berlin.quartierszentren();
    const n = sites.lon.length;
    expect(n).toBeGreaterThan(100);
    for (const [method, decay] of [
      ["2sfca", { form: "none" }],
      ["2sfca", { form: "gaussian" }],
      ["3sfca", { form: "steps", weights: [1, 0.68, 0.22] }],
    ] as const) {
      const question = { method, reach: 800, weigh: weighBy(decay, 800), supply: new Float64Array(n).fill(1) };
      const competitors = { residents: demand.residents, area: demand.area, areas: demand.areas.residents.length };
      const { points, city } = runAtOnce(measureProvision(pairsOnGround(demand, sites, 800, 1), competitors, question));
      const given = points.reduce((sum, a, i) => sum + a * (demand.residents[i] || 0), 0);
      expect(city.supplyInReach).toBeGreaterThan(0.9 * n);
      expect(given).toBeCloseTo(city.supplyInReach, 8);
    }
  });
});
