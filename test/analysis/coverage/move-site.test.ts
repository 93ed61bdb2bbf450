import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { MovingSite, prepareMove } from "../../../src/analysis/coverage/move-site.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "./squares.ts";

const AREAS = Array.from({ length: 9 }, (_, k) => ({
  id: `area-${k}`,
  geometry: polygon([square(1000 * (k % 3), 1000 * Math.floor(k / 3), 1000)]),
}));
const anywhere = fc.tuple(
  fc.integer({ min: -500, max: 3500 }),
  fc.integer({ min: -500, max: 3500 }),
) as fc.Arbitrary<Place>;

function demandOf(cells: readonly { at: Place; residents: number }[]) {
  return prepareDemand({ population: toyPopulation(cells), levels: [toyLevel(AREAS)], level: "quartier" });
}

describe("C20: a site that moves", () => {
  test("takes and gives back the residents that it is nearest to", () => {
    const demand = demandOf([
      { at: [500, 500], residents: 40 },
      { at: [2500, 500], residents: 60 },
    ]);
    const sites = degrees([
      [500, 600],
      [9000, 9000],
    ]);
    const moving = new MovingSite(prepareMove(demand, sites, 1, { reach: 300, hasAnlaufpunkte: true }));
    const far = moving.to(sites.lon[1] as number, sites.lat[1] as number);
    expect([far.city.reached, far.areas.status[2]]).toEqual([40, "gap"]);
    const near = degrees([[2400, 500]]);
    const there = moving.to(near.lon[0] as number, near.lat[0] as number);
    expect([there.city.reached, there.areas.status[2], there.areas.anlaufpunkteInside[2]]).toEqual([100, "served", 1]);
    expect(there.areas.nearestMedian[2]).toBeCloseTo(100, 2);
    const back = moving.to(sites.lon[1] as number, sites.lat[1] as number);
    expect([back.city.reached, back.areas.status[2]]).toEqual([40, "gap"]);
    expect(far.areas.status[2]).toBe("gap");
  });

  test("is measured at every step as the whole city would be, wherever it came from", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: anywhere, residents: fc.nat({ max: 90 }) }), { minLength: 1, maxLength: 150 }),
        fc.array(anywhere, { minLength: 1, maxLength: 9 }),
        fc.nat(),
        fc.array(anywhere, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(1, 1.3),
        fc.integer({ min: 0, max: 2000 }),
        (cells, places, pick, path, detour, reach) => {
          const demand = demandOf(cells);
          const index = pick % places.length;
          const options = { reach, detour, hasAnlaufpunkte: true };
          const moving = new MovingSite(prepareMove(demand, degrees(places), index, options));
          // A place where another one stands: equally near ones are told apart by their index.
          for (const at of [...path, places[0] as Place]) {
            const now = places.map((place, k) => (k === index ? at : place));
            const sites = degrees(now);
            const step = moving.to(sites.lon[index] as number, sites.lat[index] as number);
            expect(step).toEqual(measureCoverage(demand, sites, options));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  test("is refused where there is no such site, and nowhere on earth", () => {
    const demand = demandOf([{ at: [500, 500], residents: 1 }]);
    const options = { reach: 300, hasAnlaufpunkte: true };
    expect(() => prepareMove(demand, degrees([]), 0, options)).toThrow("site 0 of 0 cannot move");
    const moving = new MovingSite(prepareMove(demand, degrees([[0, 0]]), 0, options));
    expect(() => moving.to(Number.NaN, 51)).toThrow("a site cannot stand at NaN, 51");
  });
});
