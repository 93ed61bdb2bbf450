import { expect, test } from "vitest";
import { pickShapes } from "../../src/geo/pick-shapes.ts";
import { shapesBox } from "../../src/geo/shapes.ts";
import { shapesFromGeojson } from "../../src/geo/shapes-from-geojson.ts";

const ring = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south],
];
const holed: GeoJSON.Polygon = { type: "Polygon", coordinates: [ring(0, 0, 8), ring(1, 1, 2)] };
const parts: GeoJSON.MultiPolygon = {
  type: "MultiPolygon",
  coordinates: [[ring(10, 0, 1)], [ring(20, 0, 1), ring(20, 0, 0.5)]],
};
const single: GeoJSON.Polygon = { type: "Polygon", coordinates: [ring(30, 0, 1)] };

test("picked areas are the same shapes as if only these had been read, holes and parts included, in the order asked for", () => {
  const all = shapesFromGeojson([holed, parts, null, single]);
  expect(pickShapes(all, [3, 1, 0])).toEqual(shapesFromGeojson([single, parts, holed]));
  expect(pickShapes(all, [2, 1])).toEqual(shapesFromGeojson([null, parts]));
  expect(shapesBox(pickShapes(all, []))).toBeUndefined();
  expect(shapesBox(pickShapes(all, [99]))).toBeUndefined();
});
