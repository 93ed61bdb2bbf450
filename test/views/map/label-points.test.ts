import { describe, expect, it } from "vitest";
import type { Shapes } from "../../../src/geo/shapes.ts";
import { areaFeatures } from "../../../src/views/map/area-geometry.ts";
import { labelPoints } from "../../../src/views/map/label-points.ts";

type Ring = [number, number][];

/** Areas of polygons of rings, as flat arrays. */
function shapesOf(areas: Ring[][][]): Shapes {
  const coordinates: number[] = [];
  const ringStarts = [0];
  const polygonStarts = [0];
  const areaStarts = [0];
  for (const polygons of areas) {
    for (const rings of polygons) {
      for (const ring of rings) {
        coordinates.push(...ring.flat());
        ringStarts.push(coordinates.length / 2);
      }
      polygonStarts.push(ringStarts.length - 1);
    }
    areaStarts.push(polygonStarts.length - 1);
  }
  return {
    coordinates: Float64Array.from(coordinates),
    ringStarts: Uint32Array.from(ringStarts),
    polygonStarts: Uint32Array.from(polygonStarts),
    areaStarts: Uint32Array.from(areaStarts),
  };
}

const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Even-odd rule over all rings of a polygon. */
function inside(rings: Ring[], x: number, y: number): boolean {
  let odd = false;
  for (const ring of rings) {
    for (let v = 0; v + 1 < ring.length; v++) {
      const [x1, y1] = ring[v] as [number, number];
      const [x2, y2] = ring[v + 1] as [number, number];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
    }
  }
  return odd;
}

const horseshoe: Ring = [
  [0, 0],
  [9, 0],
  [9, 9],
  [7, 9],
  [7, 2],
  [2, 2],
  [2, 9],
  [0, 9],
  [0, 0],
];

describe("the point where a name stands", () => {
  it("lies inside a horseshoe, whose centroid does not", () => {
    const [x, y] = labelPoints(shapesOf([[[horseshoe]]]));
    expect(inside([horseshoe], x as number, y as number)).toBe(true);
  });

  it("keeps out of a hole", () => {
    const rings = [box(0, 0, 10, 10), box(2, 2, 8, 8)];
    const [x, y] = labelPoints(shapesOf([[rings]]));
    expect(inside(rings, x as number, y as number)).toBe(true);
  });

  it("lies in the largest part of an area of several parts, whatever the direction of its rings", () => {
    const large = box(10, 0, 20, 8).reverse();
    const [x] = labelPoints(shapesOf([[[box(0, 0, 1, 1)], [large], [box(30, 0, 32, 2)]]]));
    expect(x).toBeGreaterThan(10);
    expect(x).toBeLessThan(20);
  });

  it("is missing for an area without vertices and present for its neighbours", () => {
    const points = labelPoints(shapesOf([[[box(0, 0, 2, 2)]], [], [[box(5, 5, 7, 7)]]]));
    expect([...points].map(Number.isNaN)).toEqual([false, false, true, true, false, false]);
  });
});

describe("areas as GeoJSON", () => {
  it("keep rings, holes and parts, and have their index as id", () => {
    const shapes = shapesOf([[[box(0, 0, 9, 9), box(1, 1, 2, 2)], [box(20, 0, 21, 1)]], [], [[box(30, 0, 31, 1)]]]);
    const { features } = areaFeatures(shapes);
    expect(features.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(features[0]?.geometry.coordinates).toEqual([[box(0, 0, 9, 9), box(1, 1, 2, 2)], [box(20, 0, 21, 1)]]);
    expect(features[1]?.geometry.coordinates).toEqual([]);
    expect(features[2]?.geometry.coordinates).toEqual([[box(30, 0, 31, 1)]]);
  });
});
