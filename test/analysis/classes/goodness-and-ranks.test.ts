import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_CLASS } from "../../../src/analysis/classes/classify-values.ts";
import { goodnessOfFit } from "../../../src/analysis/classes/goodness-of-fit.ts";
import { rankValues } from "../../../src/analysis/classes/rank-values.ts";

describe("goodness of variance fit", () => {
  it("is 1 when classes hold equal values only, and 0 with one class", () => {
    expect(goodnessOfFit([1, 1, 5, 5], Uint8Array.of(0, 0, 1, 1))).toBe(1);
    expect(goodnessOfFit([1, 1, 5, 5], Uint8Array.of(0, 0, 0, 0))).toBe(0);
  });

  it("is computed by hand for a small case: 1 − (0.5 + 2) ÷ 32.75", () => {
    // Mean of all 4.25; classes {1, 2} and {6, 8}.
    expect(goodnessOfFit([1, 2, 6, 8], Uint8Array.of(0, 0, 1, 1))).toBeCloseTo(1 - 2.5 / 32.75, 12);
  });

  it("ignores values without a class and has nothing to say without any", () => {
    expect(goodnessOfFit([1, Number.NaN, 5], Uint8Array.of(0, NO_CLASS, 1))).toBe(1);
    expect(goodnessOfFit([Number.NaN], Uint8Array.of(NO_CLASS))).toBeUndefined();
  });

  it("does not change when all values are moved or scaled", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 30 }), (values) => {
        const classes = Uint8Array.from(values, (value) => Math.min(4, Math.floor(value / 20)));
        const before = goodnessOfFit(values, classes);
        expect(
          goodnessOfFit(
            values.map((value) => value * 3 + 1000),
            classes,
          ),
        ).toBeCloseTo(before as number, 9);
      }),
    );
  });
});

describe("C10: places in a ranking", () => {
  it("go from the largest value down, are shared by equal values, and leave out what is missing", () => {
    expect([...rankValues([5, Number.NaN, 9, 5, 1])]).toEqual([2, 0, 1, 2, 4]);
  });
});
