import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sideOfLine } from "../../src/geo/side-of-line.ts";

/** Exact sign by whole numbers: the inputs are multiples of 2^-40. */
function exactSign(values: readonly number[]): number {
  const [x1, y1, x2, y2, px, py] = values.map((value) => BigInt(value * 2 ** 40)) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const determinant = (x2 - x1) * (py - y1) - (y2 - y1) * (px - x1);
  return determinant > 0n ? 1 : determinant < 0n ? -1 : 0;
}

describe("side of a line", () => {
  test("is left, right or on it", () => {
    expect(sideOfLine(0, 0, 1, 0, 0.5, 1)).toBeGreaterThan(0);
    expect(sideOfLine(0, 0, 1, 0, 0.5, -1)).toBeLessThan(0);
    expect(sideOfLine(0, 0, 2, 2, 1, 1)).toBe(0);
  });

  test("has the exact sign even where the plain determinant rounds to the wrong one", () => {
    const step = 2 ** -40;
    const near = fc.integer({ min: -40, max: 40 }).map((k) => k * step);
    let rounded = 0;
    fc.assert(
      fc.property(fc.array(near, { minLength: 6, maxLength: 6 }), (offsets) => {
        const base = [13.25, 52.25, 13.75, 52.75, 13.5, 52.5];
        const values = base.map((value, k) => value + (offsets[k] as number)) as [
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const [x1, y1, x2, y2, px, py] = values;
        const plain = Math.sign((x2 - x1) * (py - y1) - (y2 - y1) * (px - x1));
        const expected = exactSign(values);
        if (plain !== expected) rounded++;
        expect(Math.sign(sideOfLine(x1, y1, x2, y2, px, py))).toBe(expected);
      }),
      { numRuns: 5000 },
    );
    expect(rounded).toBeGreaterThan(0);
  });
});
