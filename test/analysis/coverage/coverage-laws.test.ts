import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "./squares.ts";

/* Laws on random cities of sixteen squares. Cells and places stand 25 m off every border, and no distance that can occur comes nearer
   than 0.3 m to a reach, so that turning a city, which moves everything by the rounding of its degrees, changes no answer. */

interface City {
  readonly areas: readonly { readonly id: string; readonly rings: readonly (readonly Place[])[] }[];
  readonly cells: readonly { readonly at: Place; readonly residents: number }[];
  readonly sites: readonly Place[];
  readonly reach: number;
}

const odd = (max: number) => fc.integer({ min: -4, max }).map((k) => 50 * k + 25);
const place = fc.tuple(odd(84), odd(84)) as fc.Arbitrary<Place>;
const AREAS = Array.from({ length: 16 }, (_, k) => ({
  id: `area-${String.fromCharCode(97 + k)}`,
  rings: [square(1000 * (k % 4), 1000 * Math.floor(k / 4), 1000)],
}));
// Distances are 50·√(a whole number).
const reach = fc.integer({ min: 0, max: 1500 }).map((n) => 50 * Math.sqrt(n + 0.5));
const city: fc.Arbitrary<City> = fc.record({
  areas: fc.constant(AREAS),
  cells: fc.array(fc.record({ at: place, residents: fc.nat({ max: 200 }) }), { minLength: 1, maxLength: 80 }),
  sites: fc.array(place, { maxLength: 12 }),
  reach,
});

function measure({ areas, cells, sites, reach }: City) {
  const level = toyLevel(areas.map(({ id, rings }) => ({ id, geometry: polygon(rings) })));
  const demand = prepareDemand({ population: toyPopulation(cells), levels: [level], level: "quartier" });
  return measureCoverage(demand, degrees(sites), { reach, hasAnlaufpunkte: true });
}

/** What must not change, by id of the area: counts and sums to the last digit; distances stand apart. */
function answer(given: City) {
  const { areas, city, outside } = measure(given);
  const order = given.areas
    .map((_, a) => a)
    .sort((a, b) => ((given.areas[a]?.id ?? "") < (given.areas[b]?.id ?? "") ? -1 : 1));
  const columns = [areas.residents, areas.anlaufpunkteInside, areas.reached, areas.unreached, areas.share];
  return {
    counts: {
      rows: order.map((a) => [given.areas[a]?.id, areas.status[a], ...columns.map((column) => column[a])]),
      reached: city.reached,
      residents: city.residents,
      areas: city.areas,
      outside,
    },
    metres: order.flatMap((a) => [areas.nearestMedian[a] as number, areas.nearestP90[a] as number]),
  };
}

/** The toy's metres stretch by some millimetres where it lies kilometres from its meridian: real distances do, too. */
function expectSame(actual: City, expected: City): void {
  const one = answer(actual);
  const other = answer(expected);
  expect(one.counts).toEqual(other.counts);
  one.metres.forEach((metres, k) => {
    const wanted = other.metres[k] as number;
    if (Number.isNaN(wanted)) expect(metres).toBeNaN();
    else expect(Math.abs(metres - wanted)).toBeLessThan(0.02);
  });
}

function moved(given: City, move: (place: Place) => Place): City {
  return {
    ...given,
    areas: given.areas.map(({ id, rings }) => ({ id, rings: rings.map((ring) => ring.map(move)) })),
    cells: given.cells.map(({ at, residents }) => ({ at: move(at), residents })),
    sites: given.sites.map(move),
  };
}

describe("laws of coverage", { timeout: 60_000 }, () => {
  test("more reach never covers less", () => {
    fc.assert(
      fc.property(city, reach, (given, other) => {
        const [less, more] = [given.reach, other].sort((a, b) => a - b) as [number, number];
        const small = measure({ ...given, reach: less });
        const large = measure({ ...given, reach: more });
        large.areas.reached.forEach((reached, a) => {
          if (!Number.isNaN(reached)) expect(reached).toBeGreaterThanOrEqual(small.areas.reached[a] as number);
        });
      }),
    );
  });

  test("one more place never lowers coverage and never lengthens a way", () => {
    fc.assert(
      fc.property(city, place, (given, site) => {
        fc.pre(given.sites.length > 0);
        const before = measure(given);
        const after = measure({ ...given, sites: [...given.sites, site] });
        after.areas.reached.forEach((reached, a) => {
          if (!Number.isNaN(reached)) expect(reached).toBeGreaterThanOrEqual(before.areas.reached[a] as number);
        });
        after.points.distance.forEach((metres, i) => {
          expect(metres).toBeLessThanOrEqual(before.points.distance[i] as number);
        });
      }),
    );
  });

  test("merging areas keeps the sums", () => {
    fc.assert(
      fc.property(city, (given) => {
        const halves = [
          {
            id: "west",
            rings: [
              [
                [0, 0],
                [2000, 0],
                [2000, 4000],
                [0, 4000],
                [0, 0],
              ] as Place[],
            ],
          },
          {
            id: "east",
            rings: [
              [
                [2000, 0],
                [4000, 0],
                [4000, 4000],
                [2000, 4000],
                [2000, 0],
              ] as Place[],
            ],
          },
        ];
        const fine = measure(given);
        const coarse = measure({ ...given, areas: halves });
        expect(coarse.outside).toEqual(fine.outside);
        expect([coarse.city.residents, coarse.city.reached]).toEqual([fine.city.residents, fine.city.reached]);
        const west = [0, 1, 4, 5, 8, 9, 12, 13].reduce((sum, a) => sum + (fine.areas.reached[a] || 0), 0);
        expect(coarse.areas.reached[0] || 0).toBe(west);
      }),
    );
  });

  test("moving, turning and mirroring the city changes nothing", () => {
    const turn =
      (angle: number) =>
      ([x, y]: Place): Place => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
    fc.assert(
      fc.property(city, fc.integer({ min: 1, max: 359 }), (given, angle) => {
        expectSame(
          moved(given, ([x, y]) => [x + 1_234, y - 6_789]),
          given,
        );
        expectSame(
          moved(given, ([x, y]) => [-x, y]),
          given,
        );
        expectSame(moved(given, turn((angle * Math.PI) / 180)), given);
      }),
    );
  });

  test("the order of cells, places and areas, the direction of rings and repeated vertices mean nothing", () => {
    fc.assert(
      fc.property(city, fc.integer({ min: 0, max: 3 }), (given, start) => {
        const other: City = {
          ...given,
          cells: given.cells.toReversed(),
          sites: given.sites.toReversed(),
          areas: given.areas.toReversed().map(({ id, rings }) => ({
            id,
            rings: rings.map((ring) => {
              const open = ring.slice(0, -1);
              const turned = [...open.slice(start), ...open.slice(0, start)].toReversed();
              return [...turned, turned[0] as Place].flatMap((vertex) => [vertex, vertex]);
            }),
          })),
        };
        expectSame(other, given);
      }),
    );
  });

  test("scaling residents scales the sums and leaves shares, distances and statuses", () => {
    fc.assert(
      fc.property(city, fc.integer({ min: 2, max: 50 }), (given, factor) => {
        const one = measure(given);
        const many = measure({
          ...given,
          cells: given.cells.map(({ at, residents }) => ({ at, residents: residents * factor })),
        });
        expect([...many.areas.residents]).toEqual([...one.areas.residents].map((value) => value * factor));
        expect([...many.areas.reached]).toEqual([...one.areas.reached].map((value) => value * factor));
        expect(many.areas.share).toEqual(one.areas.share);
        expect(many.areas.nearestMedian).toEqual(one.areas.nearestMedian);
        expect(many.areas.nearestP90).toEqual(one.areas.nearestP90);
        expect(many.areas.status).toEqual(one.areas.status);
      }),
    );
  });

  test("every resident is in exactly one area or outside", () => {
    fc.assert(
      fc.property(city, (given) => {
        const { areas, outside } = measure(given);
        const inAreas = areas.residents.reduce((sum, residents) => sum + (residents || 0), 0);
        expect(inAreas + outside.residents).toBe(given.cells.reduce((sum, { residents }) => sum + residents, 0));
        expect(areas.cells.reduce((sum, cells) => sum + cells, 0) + outside.cells).toBe(given.cells.length);
      }),
    );
  });
});
