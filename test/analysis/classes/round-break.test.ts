import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundBreak } from "../../../src/analysis/classes/round-break.ts";

const between = (low: number, high: number) => roundBreak(low, high, (low + high) / 2, Number.POSITIVE_INFINITY);

describe("a round break", () => {
  it("takes the fewest digits that part two values", () => {
    expect(between(12.31, 14.02)).toBe(13);
    expect(between(98, 205)).toBe(200);
    expect(between(2.7978, 2.7991)).toBe(2.798);
    expect(between(0.31, 0.34)).toBe(0.32);
    expect(between(-0.4, 0.3)).toBe(0);
    expect(between(1249, 1253)).toBe(1250);
  });

  it("belongs to the upper class: it may be its smallest value, never the largest of the lower one", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e9, max: 1e9, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (low, step) => {
          const high = low + step;
          fc.pre(high > low);
          const value = between(low, high);
          expect(value).toBeGreaterThan(low);
          expect(value).toBeLessThanOrEqual(high);
        },
      ),
    );
  });

  it("stays within the tolerance of the exact border, or is that border", () => {
    expect(roundBreak(2, 100, 26.6, 1.3)).toBe(27);
    expect(roundBreak(2, 100, 26.6, 0.01)).toBe(26.6);
    expect(roundBreak(2, 100, 25, 0)).toBe(25);
  });
});
