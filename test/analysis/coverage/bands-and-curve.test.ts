import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coverageBands } from "../../../src/analysis/coverage/coverage-bands.ts";
import { distanceCurve } from "../../../src/analysis/coverage/distance-curve.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { hasSharedData } from "../../shared-data.ts";
import { berlin } from "./real-cities.ts";

interface People {
  readonly residents: Float64Array;
  readonly area: Int32Array;
  readonly distance: Float64Array;
}

// Two areas with people, one whose cells are unknown; one point outside.
const STREET: People = {
  residents: Float64Array.of(10, 20, 30, 40, 50, 60, Number.NaN, 1000),
  area: Int32Array.of(0, 0, 0, 1, 1, 1, 2, -1),
  distance: Float64Array.of(0, 300, 300.001, 501, Infinity, Number.NaN, 10, 10),
};
const bandsOf = ({ residents, area, distance }: People, areas: number, limits: readonly number[]) =>
  runAtOnce(coverageBands({ residents, area }, areas, distance, limits));
const curveOf = ({ residents, area, distance }: People, options: Parameters<typeof distanceCurve>[2] = {}) =>
  runAtOnce(distanceCurve({ residents, area }, distance, options));

describe("C16: bands, counted by hand", () => {
  const { areas, city } = bandsOf(STREET, 3, [300, 500]);

  test("a way of exactly the limit is within it, one millimetre more is not", () => {
    expect(areas.bands.map((band) => [...band])).toEqual([
      [30, 0, Number.NaN],
      [30, 0, Number.NaN],
    ]);
  });

  test("wider bands hold the narrower ones", () => {
    expect(areas.within.map((band) => [...band])).toEqual([
      [30, 0, Number.NaN],
      [60, 0, Number.NaN],
    ]);
  });

  test("farther, no way at all and an unknown way are three things", () => {
    expect([...areas.beyond]).toEqual([0, 40, Number.NaN]);
    expect([...areas.noPlace]).toEqual([0, 50, Number.NaN]);
    expect([...areas.unknown]).toEqual([0, 60, Number.NaN]);
  });

  test("the city is the sum of the areas in which residents are known", () => {
    expect(city).toEqual({ residents: 210, bands: [30, 30], within: [30, 60], beyond: 40, noPlace: 50, unknown: 60 });
    expect(bandsOf({ ...STREET, area: STREET.area.map(() => -1) }, 3, [300]).city.residents).toBeNaN();
  });

  test("limits that do not ascend are refused by name", () => {
    expect(() => bandsOf(STREET, 3, [500, 300])).toThrow("limit 1 is 300 metres");
    expect(() => bandsOf(STREET, 3, [Number.NaN])).toThrow("limit 0 is NaN metres");
  });
});

describe("C16: the distance curve, counted by hand", () => {
  test("rises at each way and ends at the share that has any place", () => {
    const curve = curveOf(STREET, { at: [300, 300.001] });
    const within = (metres: number) => curve.residentsWithin[curve.metres.indexOf(metres)];
    expect([within(0), within(300), within(300.001), within(500)]).toEqual([10, 30, 60, 60]);
    expect(curve.residents).toBe(210);
    expect(curve.share.at(-1)).toBe(100 / 210);
  });

  test("of one area counts its residents only; without residents there is no share", () => {
    expect(curveOf(STREET, { area: 0 }).share.at(-1)).toBe(1);
    const none = curveOf(STREET, { area: 2, at: [800] });
    expect([...none.residentsWithin]).toEqual([0, 0]);
    expect(none.share.every(Number.isNaN)).toBe(true);
  });
});

const people = fc
  .array(
    fc.record({
      residents: fc.oneof({ weight: 6, arbitrary: fc.nat({ max: 300 }) }, fc.constant(Number.NaN)),
      area: fc.integer({ min: -1, max: 4 }),
      distance: fc.oneof(
        { weight: 6, arbitrary: fc.nat({ max: 30_000_000 }).map((mm) => mm / 1000) },
        fc.constantFrom(Infinity, Number.NaN),
      ),
    }),
    { maxLength: 80 },
  )
  .map(
    (points): People => ({
      residents: Float64Array.from(points, (point) => point.residents),
      area: Int32Array.from(points, (point) => point.area),
      distance: Float64Array.from(points, (point) => point.distance),
    }),
  );
const limits = fc.uniqueArray(fc.nat({ max: 30_000 }), { maxLength: 6 }).map((list) => list.sort((a, b) => a - b));

describe("laws of bands and curves (C16)", () => {
  test("every known resident of an area is in exactly one class, and wider bands never hold fewer", () => {
    fc.assert(
      fc.property(people, limits, (given, at) => {
        const { areas, city } = bandsOf(given, 5, at);
        for (let a = 0; a < 5; a++) {
          const classes = [...areas.bands, areas.beyond, areas.noPlace, areas.unknown].map((band) => band[a] as number);
          expect(classes.reduce((sum, count) => sum + count, 0)).toEqual(areas.residents[a]);
          at.forEach((_, k) => {
            if (k > 0 && !Number.isNaN(areas.residents[a])) {
              expect(areas.within[k]?.[a]).toBeGreaterThanOrEqual(areas.within[k - 1]?.[a] as number);
            }
          });
        }
        const all = [...city.bands, city.beyond, city.noPlace, city.unknown].reduce((sum, count) => sum + count, 0);
        expect(all).toEqual(city.residents);
      }),
    );
  });

  test("at each of its x the curve has what counting gives, never falls, and stays thin", () => {
    fc.assert(
      fc.property(people, limits, fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }), (given, at, area) => {
        const curve = curveOf(given, { at, area });
        expect(curve.metres.length).toBeLessThanOrEqual(200 + at.length);
        for (const asked of at) expect(curve.metres).toContain(asked);
        curve.metres.forEach((x, k) => {
          let counted = 0;
          given.residents.forEach((here, i) => {
            const counts = area === undefined ? (given.area[i] as number) >= 0 : given.area[i] === area;
            if (counts && here > 0 && (given.distance[i] as number) <= x) counted += here;
          });
          expect(curve.residentsWithin[k]).toBe(counted);
          if (k > 0) expect(x).toBeGreaterThan(curve.metres[k - 1] as number);
        });
        const { city, areas } = bandsOf(given, 5, []);
        const of = area === undefined ? city : { noPlace: areas.noPlace[area], unknown: areas.unknown[area] };
        const without = (of.noPlace || 0) + (of.unknown || 0);
        expect(curve.residentsWithin.at(-1)).toBe(curve.residents - without);
      }),
      { numRuns: 200 },
    );
  });
});

describe.skipIf(!hasSharedData)("Berlin, Quartierszentren", () => {
  test("C16: the band up to 800 m and the curve at 800 m say what the coverage says", () => {
    const levels = berlin.levels();
    const demand = prepareDemand({ population: berlin.population(), levels, level: "planungsraum" });
    const options = { reach: 800, hasAnlaufpunkte: true };
    const { areas, city, points } = measureCoverage(demand, berlin.quartierszentren(), options);
    const given = { residents: demand.residents, area: demand.area, distance: points.distance };
    const bands = bandsOf(given, areas.residents.length, [300, 500, 800, 1000]);
    expect(bands.areas.within[2]).toEqual(areas.reached);
    expect(bands.areas.residents).toEqual(areas.residents);
    expect(bands.city.within[2]).toBe(2_353_373);
    expect((bands.city.bands[3] ?? 0) + bands.city.beyond).toBe(city.unreached);
    const curve = curveOf(given, { at: [800] });
    expect(curve.residentsWithin[curve.metres.indexOf(800)]).toBe(city.reached);
    expect(curve.share.at(-1)).toBe(1);
  });
});
