import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Isochrones, isochrones } from "../../../src/analysis/network/isochrones.ts";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { toPlane } from "../../../src/geo/local-plane.ts";
import type { Shapes } from "../../../src/geo/shapes.ts";
import { type Lane, PLANE, type Place, snapped, toyGraph } from "./lanes.ts";
import { lanes, place } from "./random-lanes.ts";

/** Rings in metres, by area. */
function ringsOf({ coordinates, ringStarts, polygonStarts, areaStarts }: Shapes): Place[][][] {
  const lon = coordinates.filter((_, k) => k % 2 === 0);
  const lat = coordinates.filter((_, k) => k % 2 === 1);
  const { x, y } = toPlane(PLANE, lon, lat);
  return Array.from({ length: areaStarts.length - 1 }, (_, a) => {
    const rings: Place[][] = [];
    const first = polygonStarts[areaStarts[a] as number] as number;
    const last = polygonStarts[areaStarts[a + 1] as number] as number;
    for (let r = first; r < last; r++) {
      const ring: Place[] = [];
      for (let v = ringStarts[r] as number; v < (ringStarts[r + 1] as number); v++)
        ring.push([x[v] as number, y[v] as number]);
      rings.push(ring);
    }
    return rings;
  });
}

function contains(rings: readonly (readonly Place[])[], [px, py]: Place): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let v = 0; v + 1 < ring.length; v++) {
      const [ax, ay] = ring[v] as Place;
      const [bx, by] = ring[v + 1] as Place;
      if (ay > py !== by > py && px < ax + ((py - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

function areaOf(rings: readonly (readonly Place[])[]): number {
  let twice = 0;
  for (const ring of rings) {
    for (let v = 0; v + 1 < ring.length; v++) {
      const [ax, ay] = ring[v] as Place;
      const [bx, by] = ring[v + 1] as Place;
      twice += ax * by - bx * ay;
    }
  }
  return twice / 2;
}

function reach(drawn: readonly Lane[], sites: readonly Place[], bands: readonly number[], more = {}): Isochrones {
  const graph = toyGraph(drawn);
  return isochrones(graph, snapped(graph, sites), { bands, snapWithin: 250, ...more });
}

const STREET: Lane[] = [
  {
    line: [
      [-3000, 0],
      [3000, 0],
    ],
  },
];

describe("C14: from where a place is reached", () => {
  test("on one straight street is what one walks along it, less what one walks to it", () => {
    const { shapes, bands } = reach(STREET, [[0, 0]], [800, 300]);
    expect([...bands]).toEqual([300, 800]);
    const [near, far] = ringsOf(shapes) as [Place[][], Place[][]];
    // At a distance b beside the street one has b metres less along it: a hexagon of 150 by 2·reach less the slopes.
    expect(areaOf(near) / (150 * 600 - 2 * 75 * 75)).toBeCloseTo(1, 2);
    expect(areaOf(far) / (150 * 1600 - 2 * 75 * 75)).toBeCloseTo(1, 2);
    for (const [at, inside] of [
      [[290, 2], true],
      [[310, 2], false],
      [[-240, 50], true],
      [[-260, 50], false],
      [[0, 70], true],
      [[0, 80], false],
    ] as const)
      expect(contains(near, at), `${at}`).toBe(inside);
  });

  test("ends at a river without a bridge, however near the other bank is", () => {
    const banks: Lane[] = [
      {
        line: [
          [0, 30],
          [1000, 30],
        ],
      },
      {
        line: [
          [0, -30],
          [1000, -30],
        ],
      },
    ];
    const bridge: Lane = {
      line: [
        [1000, 30],
        [1000, -30],
      ],
    };
    const [parted] = ringsOf(reach(banks, [[500, 30]], [400]).shapes) as [Place[][]];
    const [joined] = ringsOf(reach([...banks, bridge], [[500, 30]], [700]).shapes) as [Place[][]];
    expect([contains(parted, [500, 28]), contains(parted, [500, -28])]).toEqual([true, false]);
    // Over the bridge: 500 + 60 + 100 = 660 to (900, −30), and 760 to (800, −30).
    expect([contains(joined, [902, -28]), contains(joined, [800, -28])]).toEqual([true, false]);
  });

  test("has a hole where the next way is too far", () => {
    const block: Lane[] = [
      {
        line: [
          [0, 0],
          [400, 0],
          [400, 400],
          [0, 400],
          [0, 0],
        ],
      },
    ];
    const { shapes } = reach(block, [[0, 0]], [1000]);
    expect(shapes.ringStarts.length - 1).toBe(2);
    const [rings] = ringsOf(shapes) as [Place[][]];
    expect([contains(rings, [200, 60]), contains(rings, [200, 200])]).toEqual([true, false]);
    // 550² less the corners' quarter circles outside, less the hole of 250².
    expect(areaOf(rings)).toBeCloseTo(550 * 550 - (4 - Math.PI) * 75 * 75 - 250 * 250, -3.3);
  });

  test("of all places is the union of what each is reached from", () => {
    const rings = ringsOf(
      reach(
        STREET,
        [
          [-1000, 0],
          [1000, 0],
        ],
        [300],
      ).shapes,
    )[0] as Place[][];
    expect(rings.length).toBe(2);
    expect([-1290, -710, 0, 710, 1290].map((x) => contains(rings, [x, 2]))).toEqual([true, true, false, true, true]);
  });

  test("contains with more metres all that it contained with fewer, and says what residents all around are told", () => {
    const side = 25;
    const columns = 72;
    const corners: Place[] = [];
    for (let row = 0; row < columns; row++)
      for (let column = 0; column < columns; column++) corners.push([side * column - 400, side * row - 400]);
    fc.assert(
      fc.property(lanes, fc.array(place, { minLength: 1, maxLength: 4 }), (drawn, sites) => {
        const graph = toyGraph(drawn);
        const goals = snapped(graph, sites);
        const bands = [120, 300, 301, 900];
        const rings = ringsOf(isochrones(graph, goals, { bands, snapWithin: 250 }).shapes);
        const people = snapped(graph, corners);
        const told = measureWays(graph, people, goals, 250).distance;
        let wrong = 0;
        for (let row = 0; row + 1 < columns; row++) {
          for (let column = 0; column + 1 < columns; column++) {
            const k = row * columns + column;
            const around = [k, k + 1, k + columns, k + columns + 1];
            const middle: Place = [(corners[k]?.[0] ?? 0) + 11.7, (corners[k]?.[1] ?? 0) + 13.1];
            const within = rings.map((area) => contains(area, middle));
            for (let b = 1; b < bands.length; b++) if (within[b - 1] && !within[b]) wrong++;
            bands.forEach((band, b) => {
              const count = around.filter((i) => (told[i] as number) <= band && (people.way[i] as number) <= 75).length;
              if (count === 4 && !within[b]) wrong++;
              if (count === 0 && within[b]) wrong++;
            });
          }
        }
        expect(wrong).toBe(0);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test("is empty without a place on the network, and coarser where the raster would be too large", () => {
    expect(reach(STREET, [], [300]).shapes.areaStarts).toEqual(Uint32Array.of(0, 0));
    expect(reach(STREET, [[0, 400]], [300, 500]).shapes.areaStarts).toEqual(Uint32Array.of(0, 0, 0));
    expect(reach([], [[0, 0]], [300]).shapes.coordinates.length).toBe(0);
    expect(reach(STREET, [[0, 0]], [2000], { cell: 0.5 }).cell).toBeGreaterThan(1);
  });

  test("throws for what is no band and no raster", () => {
    expect(() => reach(STREET, [[0, 0]], [])).toThrow("no band");
    expect(() => reach(STREET, [[0, 0]], [-1])).toThrow("band -1");
    expect(() => reach(STREET, [[0, 0]], [100], { cell: 0 })).toThrow("above zero");
  });
});
