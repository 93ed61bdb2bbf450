import { describe, expect, it } from "vitest";
import { madeValid, withoutGround } from "../../src/geo/make-valid.ts";
import { type Position, positionsArea } from "../../src/geo/plane-areas.ts";
import { ringFlaw } from "../../src/geo/ring-flaws.ts";

const polygon = (...rings: Position[][]): GeoJSON.Polygon => ({ type: "Polygon", coordinates: rings });
const sizeOf = (area: GeoJSON.Polygon | GeoJSON.MultiPolygon | undefined): number =>
  (area?.type === "Polygon" ? [area.coordinates] : (area?.coordinates ?? []))
    .flatMap((rings) => rings.map((ring, r) => (r === 0 ? 1 : -1) * Math.abs(positionsArea(ring as Position[]))))
    .reduce((sum, size) => sum + size, 0);

const BOW_TIE = polygon([
  [0, 0],
  [10, 10],
  [10, 0],
  [0, 10],
  [0, 0],
]);

/** Corners on a circle in this order: sorted they are a valid ring, mixed they cross. */
function ring(order: readonly number[]): Position[] {
  const corners = order.map((i): Position => {
    const angle = (2 * Math.PI * i) / order.length;
    const radius = 100 + 37 * ((i * i) % 5);
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return [...corners, corners[0] as Position];
}

describe("rings that are no area", () => {
  it("a bow-tie crosses itself in its middle and becomes two triangles, none of which is lost", () => {
    expect(ringFlaw(BOW_TIE)).toEqual({ reason: "crosses-itself", at: [5, 5] });
    const valid = madeValid(BOW_TIE);
    expect(valid?.coordinates).toHaveLength(2);
    expect(sizeOf(valid)).toBeCloseTo(50, 9);
    expect(valid && ringFlaw(valid)).toBeUndefined();
  });

  it("a ring that touches itself in a corner is told with the corner", () => {
    const eight: Position[] = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 4],
      [0, 0],
      [-4, 0],
      [-4, -4],
      [0, -4],
      [0, 0],
    ];
    expect(ringFlaw(polygon(eight))).toEqual({ reason: "touches-itself", at: [0, 0] });
    expect(sizeOf(madeValid(polygon(eight)))).toBeCloseTo(32, 9);
  });

  it.each([5, 8, 13, 21])("a valid area of %i corners stays as large as it was, to 1e-9", (corners) => {
    const area = polygon(ring(Array.from({ length: corners }, (_, i) => i)));
    expect(ringFlaw(area)).toBeUndefined();
    const size = sizeOf(area);
    expect(Math.abs(sizeOf(madeValid(area)) - size) / size).toBeLessThan(1e-9);
  });

  it.each([2, 3, 4, 5])("whatever crosses is valid afterwards (every %ith corner)", (step) => {
    const corners = 11;
    const area = polygon(ring(Array.from({ length: corners }, (_, i) => (i * step) % corners)));
    expect(ringFlaw(area)).toBeDefined();
    const valid = madeValid(area);
    expect(valid && ringFlaw(valid)).toBeUndefined();
    expect(sizeOf(valid)).toBeGreaterThan(0);
  });

  it("ground that was given to another area is gone, the rest stays", () => {
    const square = (x: number) =>
      polygon([
        [x, 0],
        [x + 10, 0],
        [x + 10, 10],
        [x, 10],
        [x, 0],
      ]);
    expect(sizeOf(withoutGround(square(0), square(9)))).toBeCloseTo(90, 9);
    expect(withoutGround(square(0), square(0))).toBeUndefined();
  });
});
