import { describe, expect, it } from "vitest";
import { areaGaps } from "../../src/geo/area-gaps.ts";
import { areaOverlaps, totalAreas } from "../../src/geo/area-overlaps.ts";
import { openEdges } from "../../src/geo/open-edges.ts";
import { type PlaneAreas, planeAreas } from "../../src/geo/plane-areas.ts";
import { shapesFromGeojson } from "../../src/geo/shapes-from-geojson.ts";

type Ring = GeoJSON.Position[];

/** A point of a plane whose unit is about 100 m, as degrees near Kassel. */
const at = (x: number, y: number): GeoJSON.Position => [9.5 + x * 0.0015, 51.3 + y * 0.0009];
const box = (x: number, y: number, width = 1, height = 1): Ring => [
  at(x, y),
  at(x + width, y),
  at(x + width, y + height),
  at(x, y + height),
  at(x, y),
];
const areasOf = (...rings: Ring[]): PlaneAreas =>
  planeAreas(shapesFromGeojson(rings.map((ring) => ({ type: "Polygon", coordinates: [ring] })))) as PlaneAreas;
const look = (areas: PlaneAreas) => {
  const edges = openEdges(areas);
  return { gaps: areaGaps(areas, edges), ...areaOverlaps(areas, edges) };
};

/** A deterministic dice. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A crooked partition into n × n areas, each ring begun anywhere and walked in either direction, the areas in any order. */
function partition(n: number, seed: number): Ring[] {
  const roll = dice(seed);
  const corners = Array.from({ length: (n + 1) ** 2 }, (_, i) =>
    at((i % (n + 1)) + 0.3 * roll(), Math.floor(i / (n + 1)) + 0.3 * roll()),
  );
  const rings: Ring[] = [];
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) {
      const corner = row * (n + 1) + column;
      const open = [corner, corner + 1, corner + n + 2, corner + n + 1].map((i) => corners[i] as GeoJSON.Position);
      const turn = Math.floor(4 * roll());
      const ring = [...open.slice(turn), ...open.slice(0, turn)];
      if (roll() < 0.5) ring.reverse();
      rings.splice(Math.floor(roll() * (rings.length + 1)), 0, [...ring, ring[0] as GeoJSON.Position]);
    }
  }
  return rings;
}

describe("overlaps of areas and gaps between them", () => {
  it("two squares that overlap by a tenth are measured, with a point in both", () => {
    const areas = areasOf(box(0, 0), box(0.9, 0));
    const { overlaps, gaps } = look(areas);
    expect(gaps).toEqual([]);
    expect(overlaps).toHaveLength(1);
    expect(overlaps[0]?.share).toBeCloseTo(0.1, 3);
    expect(overlaps[0]?.squareMetres).toBeCloseTo((areas.squareMetres[0] as number) / 10, -1);
    expect(overlaps[0]?.lon).toBeGreaterThan(at(0.9, 0)[0] as number);
    expect(overlaps[0]?.lon).toBeLessThan(at(1, 0)[0] as number);
  });

  it("an area inside of another one is an overlap though no border crosses", () => {
    const { overlaps } = look(areasOf(box(0, 0, 4, 4), box(1, 1)));
    expect(overlaps.map(({ first, second, share }) => [first, second, Math.round(1000 * share)])).toEqual([
      [0, 1, 1000],
    ]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    "a partition has neither overlap nor gap, however its rings are written (%i)",
    (seed) => {
      const { overlaps, gaps, unmeasured } = look(areasOf(...partition(6, seed)));
      expect({ overlaps, gaps, unmeasured }).toEqual({ overlaps: [], gaps: [], unmeasured: 0 });
    },
  );

  it("a partition that lacks an area in the middle has one gap of its size, with a point in it", () => {
    const whole = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => box(x, y)));
    const areas = areasOf(...whole.filter((_, i) => i !== 4));
    const { gaps, overlaps } = look(areas);
    expect(overlaps).toEqual([]);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.squareMetres).toBeCloseTo(areas.squareMetres[0] as number, -1);
    expect(gaps[0]?.lon).toBeGreaterThan(at(1, 1)[0] as number);
    expect(gaps[0]?.lon).toBeLessThan(at(2, 1)[0] as number);
  });

  it("a corner pulled over its neighbour by a few metres is found, one pulled by centimetres is how borders are written", () => {
    const pulled = (metres: number): Ring[] => {
      const [west, east] = [box(0, 0), box(1, 0)];
      return [[west[0], west[1], at(1 + metres / 104, 0.5), west[2], west[3], west[4]] as Ring, east];
    };
    expect(look(areasOf(...pulled(5))).overlaps).toHaveLength(1);
    expect(look(areasOf(...pulled(0.2))).overlaps).toEqual([]);
  });

  it("the area that covers all others is their total, a large area among others is not", () => {
    const parts = [0, 1, 2].flatMap((y) => [0, 1, 2].map((x) => box(x, y)));
    expect(totalAreas(areasOf(...parts, box(0, 0, 3, 3)))).toMatchObject([{ area: 9 }]);
    expect(totalAreas(areasOf(...parts, box(3, 0, 3, 3)))).toEqual([]);
    expect(totalAreas(areasOf(...parts))).toEqual([]);
  });
});
