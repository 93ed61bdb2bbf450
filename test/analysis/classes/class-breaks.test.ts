import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BreakMethod, classBreaks } from "../../../src/analysis/classes/class-breaks.ts";
import { classifyValues, countClasses, NO_CLASS } from "../../../src/analysis/classes/classify-values.ts";
import { goodnessOfFit } from "../../../src/analysis/classes/goodness-of-fit.ts";

const METHODS: readonly BreakMethod[] = ["quantile", "equal", "jenks"];

function classify(values: readonly number[], method: BreakMethod, n: number) {
  const made = classBreaks(values, method, n);
  if (!made) throw new Error("no classes");
  const classes = classifyValues(values, made);
  return { made, classes, counts: [...countClasses(classes, made.breaks.length + 1)] };
}

const tied = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });
const measured = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 60 });
const some = fc.oneof(tied, measured);
const k = fc.integer({ min: 1, max: 9 });

describe("C9: classes of any method", () => {
  it("ascend, never repeat a break, and are never more than wanted or than there are distinct values", () => {
    fc.assert(
      fc.property(some, k, fc.constantFrom(...METHODS), (values, n, method) => {
        const { breaks } = classify(values, method, n).made;
        for (let i = 1; i < breaks.length; i++) expect(breaks[i]).toBeGreaterThan(breaks[i - 1] as number);
        expect(breaks.length + 1).toBeLessThanOrEqual(Math.min(n, new Set(values).size));
      }),
    );
  });

  it("keep equal values together, order the values, and lose none", () => {
    fc.assert(
      fc.property(some, k, fc.constantFrom(...METHODS), (values, n, method) => {
        const { classes, counts } = classify(values, method, n);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        values.forEach((a, i) => {
          values.forEach((b, j) => {
            if (a === b) expect(classes[i]).toBe(classes[j]);
            if (a < b) expect(classes[i]).toBeLessThanOrEqual(classes[j] as number);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it("do not depend on the order of the values", () => {
    fc.assert(
      fc.property(some, k, fc.constantFrom(...METHODS), (values, n, method) => {
        expect(classBreaks([...values].reverse(), method, n)).toEqual(classBreaks(values, method, n));
      }),
    );
  });

  it("leave values that are missing without a class", () => {
    for (const method of METHODS) {
      const values = [Number.NaN, 1, 2, Number.NaN, 3, 9];
      const { made, classes, counts } = classify(values, method, 2);
      expect(made.n).toBe(4);
      expect([classes[0], classes[3]]).toEqual([NO_CLASS, NO_CLASS]);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(4);
    }
  });

  it("are none without a value, and one where all values are the same", () => {
    for (const method of METHODS) {
      expect(classBreaks([Number.NaN], method, 5)).toBeUndefined();
      expect(classify([7, 7, 7], method, 5).counts).toEqual([3]);
    }
  });

  it("refuse a number of classes that is none, and infinite values", () => {
    expect(() => classBreaks([1, 2], "equal", 0)).toThrow("classes must be a whole number from 1, got 0");
    expect(() => classBreaks([1, 2], "equal", 2.5)).toThrow("got 2.5");
    expect(() => classBreaks([1, Number.POSITIVE_INFINITY], "jenks", 2)).toThrow("infinite");
  });

  it("put values outside of the scope into the first and last class", () => {
    const made = classBreaks([10, 20, 30, 40], "quantile", 4);
    if (!made) throw new Error("no classes");
    expect([...classifyValues([-5, 99], made)]).toEqual([0, 3]);
  });
});

describe("quantiles", () => {
  it("are never empty", () => {
    fc.assert(
      fc.property(some, k, (values, n) => {
        expect(Math.min(...classify(values, "quantile", n).counts)).toBeGreaterThan(0);
      }),
    );
  });

  it("hold as many values each, give or take one, where no values are equal", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 9, maxLength: 80 }), k, (values, n) => {
        const { counts } = classify(values, "quantile", n);
        expect(counts.length).toBe(n);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("agree with the published quantiles of 0 … 999 (mapclassify, test_mapclassify.py: 333, 666; 249.75, 499.5, 749.25)", () => {
    const values = Array.from({ length: 1000 }, (_, i) => i);
    const upTo = (bounds: readonly number[]) =>
      [...bounds, Number.POSITIVE_INFINITY].map(
        (bound, i) => values.filter((value) => value <= bound && value > (bounds[i - 1] ?? -1)).length,
      );
    expect(classify(values, "quantile", 4).counts).toEqual(upTo([249.75, 499.5, 749.25]));
    // 1000 cannot be parted by three: the published thirds hold 334, 333 and 333, ours 333, 334 and 333.
    expect(upTo([333, 666])).toEqual([334, 333, 333]);
    expect(classify(values, "quantile", 3).counts).toEqual([333, 334, 333]);
  });

  it("move a border by at most one value in 200 where it would need more than three digits", () => {
    // Every value has four decimals; strict quantiles would show them.
    const values = Array.from({ length: 1000 }, (_, i) => Math.round(10_000 * Math.sqrt(i)) / 10_000);
    const { made, counts } = classify(values, "quantile", 5);
    expect([...made.breaks].map((value) => value.toPrecision(3))).toEqual(
      [...made.breaks].map((value) => value.toFixed(1)),
    );
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThanOrEqual(10);
  });

  it("make fewer classes where many areas share a value, and say so", () => {
    const values = [...Array<number>(70).fill(0), ...Array.from({ length: 30 }, (_, i) => i + 1)];
    const { made, counts } = classify(values, "quantile", 5);
    expect(made.wanted).toBe(5);
    expect(counts).toEqual([70, 10, 20]);
  });
});

describe("equal steps", () => {
  it("are equally wide within a twentieth of their width", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -5000, max: 5000 }), { minLength: 9, maxLength: 50 }),
        k,
        (values, n) => {
          const { made } = classify(values, "equal", n);
          const width = (made.most - made.least) / n;
          made.breaks.forEach((value, i) => {
            expect(Math.abs(value - (made.least + (i + 1) * width))).toBeLessThanOrEqual(0.0501 * width);
          });
        },
      ),
    );
  });

  it("may be empty, and stay", () => {
    expect(classify([0, 1, 2, 100], "equal", 4).counts).toEqual([3, 0, 0, 1]);
  });
});

describe("Jenks", () => {
  it("finds the published optimum of Wang & Song (The R Journal 3/2, 2011)", () => {
    const { classes, counts } = classify([-1, 2, -1, 2, 4, 5, 6, -1, 2, -1], "jenks", 3);
    expect([...classes]).toEqual([0, 1, 0, 1, 2, 2, 2, 0, 1, 0]);
    expect(counts).toEqual([4, 3, 3]);
  });

  it("is never beaten by any other way to part the values", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 3, maxLength: 9 }),
        fc.integer({ min: 2, max: 4 }),
        (values, n) => {
          const { classes } = classify(values, "jenks", n);
          const best = Math.max(
            ...everyPartition(
              [...values].sort((a, b) => a - b),
              n,
            ),
          );
          expect(goodnessOfFit(values, classes)).toBeCloseTo(best, 9);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("fits at least as well as quantiles and equal steps with as many classes", () => {
    fc.assert(
      fc.property(measured, k, (values, n) => {
        const goodness = (method: BreakMethod) => goodnessOfFit(values, classify(values, method, n).classes) ?? 0;
        expect(goodness("jenks")).toBeGreaterThanOrEqual(Math.max(goodness("quantile"), goodness("equal")) - 1e-6);
      }),
    );
  });
});

/** The goodness of every way to part sorted values into at most n runs that keep equal values together. */
function everyPartition(sorted: readonly number[], n: number): number[] {
  const found: number[] = [];
  const cut = (from: number, classes: number[], next: number) => {
    if (from === sorted.length) {
      found.push(goodnessOfFit(sorted, Uint8Array.from(classes)) ?? 0);
      return;
    }
    if (next >= n) return;
    for (let to = from + 1; to <= sorted.length; to++) {
      if (to < sorted.length && sorted[to] === sorted[to - 1]) continue;
      cut(to, [...classes, ...Array<number>(to - from).fill(next)], next + 1);
    }
  };
  cut(0, [], 0);
  return found;
}
