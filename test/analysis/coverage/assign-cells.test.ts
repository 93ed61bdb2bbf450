import { booleanPointInPolygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareAreas } from "../../../src/analysis/coverage/area-index.ts";
import { assignToAreas } from "../../../src/analysis/coverage/assign-cells.ts";
import { shapesFromGeojson } from "../../../src/geo/shapes-from-geojson.ts";

type Ring = number[][];
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...rings: Ring[]): GeoJSON.Polygon => ({ type: "Polygon", coordinates: rings });

function assign(areas: readonly GeoJSON.Geometry[], points: readonly (readonly [number, number])[], fineness?: number) {
  const index = prepareAreas(shapesFromGeojson(areas), fineness);
  return assignToAreas(
    index,
    Float64Array.from(points, ([lon]) => lon),
    Float64Array.from(points, ([, lat]) => lat),
  );
}

/** Turf, the first that contains a point: slow, independent, exact. */
function oracle(
  areas: readonly (GeoJSON.Polygon | GeoJSON.MultiPolygon)[],
  [lon, lat]: readonly [number, number],
): number {
  return areas.findIndex((area) => booleanPointInPolygon([lon, lat], area));
}

describe("C2: the Sozialraum of a point", () => {
  test("contains it, borders and corners included; a point in none is outside and counted", () => {
    const points = [
      [0.5, 0.5],
      [0, 0],
      [1, 0.25],
      [0.5, 1],
      [1.0000000000000002, 0.5],
      [-0.1, 0.5],
      [Number.NaN, 0.5],
    ] as const;
    const { area, outside } = assign([polygon(box(0, 0, 1, 1))], points);
    expect([...area]).toEqual([0, 0, 0, 0, -1, -1, -1]);
    expect(outside).toBe(3);
  });

  test("is the one with the smallest index where areas share a border", () => {
    const areas = [polygon(box(1, 0, 2, 1)), polygon(box(0, 0, 1, 1)), polygon(box(0, 1, 2, 2))];
    expect([
      ...assign(areas, [
        [1, 0.5],
        [1, 1],
        [0.5, 1],
        [0.5, 0.5],
      ]).area,
    ]).toEqual([0, 0, 1, 1]);
  });

  test("is not the one whose hole contains it, but the border of the hole belongs to the area", () => {
    const ring = polygon(box(0, 0, 3, 3), box(1, 1, 2, 2));
    expect([
      ...assign(
        [ring],
        [
          [1.5, 1.5],
          [1, 1.5],
          [0.5, 0.5],
        ],
      ).area,
    ]).toEqual([-1, 0, 0]);
    expect([
      ...assign(
        [ring, polygon(box(1, 1, 2, 2))],
        [
          [1.5, 1.5],
          [1, 1.5],
        ],
      ).area,
    ]).toEqual([1, 0]);
  });

  test("may consist of several polygons, with an island in a hole", () => {
    const area: GeoJSON.MultiPolygon = {
      type: "MultiPolygon",
      coordinates: [[box(0, 0, 3, 3), box(1, 1, 2, 2)], [box(1.4, 1.4, 1.6, 1.6)], [box(5, 5, 6, 6)]],
    };
    expect([
      ...assign(
        [area],
        [
          [1.5, 1.5],
          [1.2, 1.2],
          [5.5, 5.5],
          [4, 4],
        ],
      ).area,
    ]).toEqual([0, -1, 0, -1]);
  });

  test("is found among none, among empty ones and among ones without extent", () => {
    expect([...assign([], [[0, 0]]).area]).toEqual([-1]);
    expect([...assign([{ type: "Point", coordinates: [0, 0] }, polygon(box(0, 0, 1, 1))], [[0, 0]]).area]).toEqual([1]);
    expect([
      ...assign(
        [polygon(box(3, 0, 3, 1))],
        [
          [3, 0.5],
          [3, 2],
          [2, 0.5],
        ],
      ).area,
    ]).toEqual([0, -1, -1]);
  });

  test("agrees with Turf on random stars, on their corners, edges and beside them, whatever the fineness of the raster", () => {
    const star = fc
      .record({
        x: fc.integer({ min: 0, max: 12 }),
        y: fc.integer({ min: 0, max: 12 }),
        radii: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 12 }),
      })
      .map(({ x, y, radii }) => {
        const ring = radii.map((radius, k) => {
          const angle = (2 * Math.PI * k) / radii.length;
          return [
            Math.round((x + radius * Math.cos(angle)) * 8) / 8,
            Math.round((y + radius * Math.sin(angle)) * 8) / 8,
          ];
        });
        return polygon([...ring, ring[0] as number[]]);
      });
    const grid = fc.tuple(fc.integer({ min: -48, max: 160 }), fc.integer({ min: -48, max: 160 }));
    fc.assert(
      fc.property(
        fc.array(star, { minLength: 1, maxLength: 6 }),
        fc.array(grid, { minLength: 1, maxLength: 40 }),
        fc.constantFrom(10, 1000, 200_000),
        (areas, places, fineness) => {
          const corners = areas.flatMap((area) => area.coordinates[0] as number[][]) as unknown as [number, number][];
          const middles = corners.slice(1).map(([x, y], k) => {
            const [x0, y0] = corners[k] as [number, number];
            return [(x + x0) / 2, (y + y0) / 2] as [number, number];
          });
          const points = [...places.map(([x, y]) => [x / 8, y / 8] as [number, number]), ...corners, ...middles];
          const { area } = assign(areas, points, fineness);
          points.forEach((point, k) => {
            expect([point, area[k]]).toEqual([point, oracle(areas, point)]);
          });
        },
      ),
      { numRuns: 150 },
    );
  }, 60_000);
});
