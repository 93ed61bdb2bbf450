import { expect, test } from "vitest";
import { shapesBox } from "../../src/geo/shapes.ts";
import { shapesFromGeojson } from "../../src/geo/shapes-from-geojson.ts";

const SQUARE = [
  [0, 0],
  [2, 0],
  [2, 2],
  [0, 2],
];

test("polygons, holes and multipolygons become rings of areas, closed where the source left them open", () => {
  const shapes = shapesFromGeojson([
    {
      type: "Polygon",
      coordinates: [
        SQUARE,
        [
          [0.5, 0.5],
          [1, 0.5],
          [1, 1],
          [0.5, 0.5],
        ],
      ],
    },
    null,
    { type: "Point", coordinates: [1, 1] },
    {
      type: "MultiPolygon",
      coordinates: [
        [SQUARE],
        [
          [
            [5, 5, 99],
            [6, 5, 99],
            [6, 6, 99],
          ],
        ],
      ],
    },
  ]);
  expect([...shapes.areaStarts]).toEqual([0, 1, 1, 1, 3]);
  expect([...shapes.polygonStarts]).toEqual([0, 2, 3, 4]);
  expect([...shapes.ringStarts]).toEqual([0, 5, 9, 14, 18]);
  expect(shapesBox(shapes, 3)).toEqual([0, 0, 6, 6]);
  expect(shapesBox(shapes, 1)).toBeUndefined();
});
