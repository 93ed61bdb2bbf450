import { booleanPointInPolygon } from "@turf/turf";
import { beforeAll, describe, expect, test } from "vitest";
import type { Coverage, Sites } from "../../../src/analysis/coverage/coverage.ts";
import type { Demand } from "../../../src/analysis/coverage/demand.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import type { Population } from "../../../src/domain/population.ts";
import type { Level } from "../../../src/domain/sozialraum.ts";
import { hasSharedData } from "../../shared-data.ts";
import { nearestGeodesic } from "./ellipsoid-oracle.ts";
import { berlin, geometriesOf, koeln } from "./real-cities.ts";

const REACH = 800;

/** Every cell against the geodesic: distance within 0.01 %, and the same answer unless it is within 0.1 % of the reach. */
function expectGeodesic(demand: Demand, sites: Sites, coverage: Coverage): void {
  const exact = nearestGeodesic(demand, sites);
  let differ = 0;
  let worst = 0;
  exact.forEach((metres, i) => {
    const measured = coverage.points.distance[i] as number;
    worst = Math.max(worst, Math.abs(measured - metres) / Math.max(metres, 10));
    if (measured <= REACH !== metres <= REACH && Math.abs(metres - REACH) > REACH / 1000) differ++;
  });
  expect(differ).toBe(0);
  expect(worst).toBeLessThan(1e-4);
}

describe.skipIf(!hasSharedData)("Berlin, Quartierszentren, 800 m", () => {
  let levels: Level[];
  let population: Population;
  let sites: Sites;
  let demand: Demand;
  let coverage: Coverage;
  beforeAll(() => {
    levels = berlin.levels();
    population = berlin.population();
    sites = berlin.quartierszentren();
    demand = prepareDemand({ population, levels, level: "planungsraum" });
    coverage = measureCoverage(demand, sites, { reach: REACH, hasAnlaufpunkte: true });
  });

  test("has the figures of the contract: 239 of 448 without, 137 of them gaps, 975,141 of 3,328,514 residents reach none", () => {
    expect(sites.lon.length).toBe(416);
    expect(coverage.city.areas.served).toBe(209);
    expect(coverage.city.without).toBe(239);
    expect(coverage.city.areas.gap).toBe(137);
    expect(coverage.city.residents).toBe(3_328_514);
    expect(coverage.city.unreached).toBe(975_141);
  });

  test("has one area without a cell, whose total is of another year: unknown, not a gap and not zero", () => {
    const unknown = coverage.areas.status.flatMap((status, a) => (status === "unknown" ? [a] : []));
    expect(unknown.map((a) => levels[0]?.sozialraeume[a]?.id)).toEqual(["04020314"]);
    expect(coverage.areas.residents[unknown[0] as number]).toBeNaN();
  });

  test("counts each resident once: the areas and the cells outside add up to the source", () => {
    const all = population.residents.reduce((sum, residents) => sum + residents, 0);
    expect(coverage.city.residents + coverage.outside.residents).toBe(all);
    expect(coverage.city.cells + coverage.outside.cells).toBe(35_727);
  });

  test("sums over Planungsräume are those over Bezirksregionen and Bezirke", () => {
    for (const level of ["bezirksregion", "bezirk"]) {
      const { city } = measureCoverage(prepareDemand({ population, levels, level }), sites, {
        reach: REACH,
        hasAnlaufpunkte: true,
      });
      expect([city.residents, city.unreached]).toEqual([3_328_514, 975_141]);
      expect([city.nearestMedian, city.nearestP90]).toEqual([coverage.city.nearestMedian, coverage.city.nearestP90]);
    }
  });

  test("agrees cell by cell with a brute force of geodesics", () => {
    expectGeodesic(demand, sites, coverage);
  }, 60_000);

  test("assigns cells as Turf does", () => {
    const areas = geometriesOf("berlin/planungsraeume.geojson", "plr_id");
    for (let i = 0; i < demand.x.length; i += 53) {
      const point = [demand.lon[i] as number, demand.lat[i] as number];
      expect(demand.area[i]).toBe(areas.findIndex((area) => booleanPointInPolygon(point, area)));
    }
  }, 60_000);
});

describe.skipIf(!hasSharedData)("Köln, schools, 800 m", () => {
  test("agrees cell by cell with a brute force of geodesics, and no resident is lost", () => {
    const population = koeln.population();
    const sites = koeln.schulen();
    const demand = prepareDemand({ population, levels: koeln.levels(), level: "stadtteil" });
    const coverage = measureCoverage(demand, sites, { reach: REACH, hasAnlaufpunkte: true });
    expect(sites.lon.length).toBeGreaterThan(100);
    expectGeodesic(demand, sites, coverage);
    const all = population.residents.reduce((sum, residents) => sum + residents, 0);
    expect(coverage.city.residents + coverage.outside.residents).toBe(all);
  }, 60_000);
});
