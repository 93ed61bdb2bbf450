import fc from "fast-check";
import { expect, test } from "vitest";
import { rightHandArea } from "../../src/geo/right-hand-area.ts";
import { shapesFromGeojson } from "../../src/geo/shapes-from-geojson.ts";

type Ring = [number, number][];

/** A square, counter-clockwise. */
const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];

const turned = (ring: Ring, isTurned: boolean): Ring => (isTurned ? ring.toReversed() : ring);

/** Twice the area, by another formula than the one that is tested; positive = counter-clockwise. */
const twice = (ring: readonly GeoJSON.Position[]) =>
  ring.slice(1).reduce((sum, [x = 0, y = 0], i) => sum + ((ring[i]?.[0] ?? 0) + x) * (y - (ring[i]?.[1] ?? 0)), 0);

test("outer rings run counter-clockwise and holes clockwise, whatever the file had, and no digit is lost", () => {
  const degrees = fc.tuple(
    fc.double({ min: 6, max: 15, noNaN: true }),
    fc.double({ min: 47, max: 55, noNaN: true }),
    fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  );
  fc.assert(
    fc.property(
      fc.array(degrees, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
      fc.boolean(),
      (places, outer, inner) => {
        const coordinates = places.map(([x, y, side]) => [
          turned(square(x, y, side), outer),
          turned(square(x + side / 4, y + side / 4, side / 3), inner),
        ]);
        const shapes = shapesFromGeojson([{ type: "MultiPolygon", coordinates }]);
        const area = rightHandArea(shapes, 0);
        expect(area?.coordinates).toEqual(
          coordinates.map(([ring = [], hole = []]) => [turned(ring, outer), turned(hole, !inner)]),
        );
        for (const [ring = [], hole = []] of area?.coordinates ?? []) {
          expect(twice(ring)).toBeGreaterThan(0);
          expect(twice(hole)).toBeLessThan(0);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("an area of which nothing is held has no geometry", () => {
  const shapes = shapesFromGeojson([{ type: "MultiPolygon", coordinates: [] }]);
  expect(rightHandArea(shapes, 0)).toBeUndefined();
});
