import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareCoverage } from "../../../src/analysis/coverage/compare-coverage.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "./squares.ts";

const LEVEL = toyLevel([
  { id: "a", geometry: polygon([square(0, 0, 2000)]) },
  { id: "b", geometry: polygon([square(2000, 0, 2000)]) },
  { id: "c", geometry: polygon([square(4000, 0, 2000)]) },
]);

function compare(cells: readonly { at: Place; residents: number }[], before: Place[], after: Place[], reach = 800) {
  const demand = prepareDemand({ population: toyPopulation(cells), levels: [LEVEL], level: "quartier" });
  const measure = (places: Place[]) => measureCoverage(demand, degrees(places), { reach, hasAnlaufpunkte: true });
  const [was, is] = [measure(before), measure(after)];
  return { demand, was, is, change: runAtOnce(compareCoverage(demand, was, is)) };
}

const CELLS = [
  { at: [500, 500], residents: 10 },
  { at: [1900, 500], residents: 20 },
  { at: [2500, 500], residents: 40 },
  { at: [9000, 500], residents: 7 },
] as const;

describe("C18: before and after, counted by hand", () => {
  const { change } = compare(CELLS, [[500, 500]], [[2500, 500]]);

  test("gains and losses stand side by side, also within an area", () => {
    expect([...change.areas.gained]).toEqual([20, 40, Number.NaN]);
    expect([...change.areas.lost]).toEqual([10, 0, Number.NaN]);
    expect([...change.areas.net]).toEqual([10, 40, Number.NaN]);
    expect(change.city).toEqual({ gained: 60, lost: 10, net: 50 });
  });

  test("an area whose status is another one is named with both", () => {
    expect(change.statuses).toEqual([
      { area: 0, from: "served", to: "reached" },
      { area: 1, from: "gap", to: "served" },
    ]);
  });

  test("coverages of other points or levels are refused", () => {
    const { was, demand } = compare(CELLS, [[500, 500]], []);
    const { was: other } = compare(CELLS.slice(1), [[500, 500]], []);
    expect(() => runAtOnce(compareCoverage(demand, was, other))).toThrow("4 points, but 3 ways");
    expect(() => runAtOnce(compareCoverage(demand, was, { ...was, level: "bezirk" }))).toThrow(
      "levels quartier and bezirk",
    );
  });
});

const place = fc
  .tuple(fc.integer({ min: -5, max: 125 }), fc.integer({ min: 0, max: 40 }))
  .map(([x, y]): Place => [50 * x + 25, 50 * y + 25]);
const places = fc.array(place, { maxLength: 8 });
const cells = fc.array(fc.record({ at: place, residents: fc.nat({ max: 300 }) }), { minLength: 1, maxLength: 60 });

describe("laws of the comparison (C18)", () => {
  test("gains less losses are the difference of who is reached, and backwards they change places", () => {
    fc.assert(
      fc.property(cells, places, places, fc.nat({ max: 3000 }), (given, before, after, reach) => {
        const { was, is, change } = compare(given, before, after, reach);
        change.areas.net.forEach((net, a) => {
          expect(net).toBe((is.areas.reached[a] as number) - (was.areas.reached[a] as number));
        });
        const back = compare(given, after, before, reach).change;
        expect(back.areas.gained).toEqual(change.areas.lost);
        expect(back.areas.lost).toEqual(change.areas.gained);
        expect(back.statuses.map(({ area, from, to }) => ({ area, from: to, to: from }))).toEqual(change.statuses);
      }),
    );
  });

  test("one more place never loses anyone; the same places change nothing", () => {
    fc.assert(
      fc.property(cells, places, place, (given, before, more) => {
        const { change } = compare(given, before, [...before, more]);
        expect(change.city.lost || 0).toBe(0);
        const same = compare(given, before, before).change;
        expect([same.city.gained || 0, same.city.lost || 0, same.statuses]).toEqual([0, 0, []]);
      }),
    );
  });
});
