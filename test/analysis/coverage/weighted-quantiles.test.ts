import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MEDIAN, P90, weightedQuantiles } from "../../../src/analysis/coverage/weighted-quantiles.ts";

/** By the letter of the rule: sort, add up, compare whole numbers. */
function byTheRule(values: number[], weights: number[], numerator: bigint, denominator: bigint): number {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) return Number.NaN;
  let sum = 0n;
  for (const k of values.map((_, k) => k).sort((a, b) => (values[a] as number) - (values[b] as number))) {
    sum += BigInt(weights[k] as number);
    if (denominator * sum >= numerator * total) return values[k] as number;
  }
  throw new Error("unreachable");
}

describe("C5: weighted quantiles", () => {
  test("are the smallest value up to which half and nine tenths of the weight stand", () => {
    const values = Float64Array.of(400, 100, 300, 200);
    const ones = new Float64Array(4).fill(1);
    const group = new Int32Array(4);
    const [median, p90] = weightedQuantiles(values, ones, group, 1, [MEDIAN, P90]);
    expect([median?.[0], p90?.[0]]).toEqual([200, 400]);
    const [heavy] = weightedQuantiles(values, Float64Array.of(1, 1, 3, 1), group, 1, [MEDIAN]);
    expect(heavy?.[0]).toBe(300);
  });

  test("take the value at exactly nine tenths, which a share in floating point may miss", () => {
    const values = Float64Array.from({ length: 10 }, (_, k) => k + 1);
    const weights = new Float64Array(10).fill(3);
    expect(weightedQuantiles(values, weights, new Int32Array(10), 1, [P90])[0]?.[0]).toBe(9);
  });

  test("do not exist without weight, and values without weight do not count", () => {
    const values = Float64Array.of(1, 50, 2);
    const result = weightedQuantiles(values, Float64Array.of(0, 7, Number.NaN), Int32Array.of(0, 1, -1), 3, [MEDIAN]);
    expect([...(result[0] as Float64Array)]).toEqual([Number.NaN, 50, Number.NaN]);
  });

  test("are those of the rule for any values, weights and groups", () => {
    const entry = fc.record({
      value: fc.integer({ min: 0, max: 40_000 }).map((mm) => mm / 1000),
      weight: fc.nat({ max: 30 }),
      group: fc.nat({ max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 300 }), (entries) => {
        const result = weightedQuantiles(
          Float64Array.from(entries, ({ value }) => value),
          Float64Array.from(entries, ({ weight }) => weight),
          Int32Array.from(entries, ({ group }) => group),
          5,
          [MEDIAN, P90],
        );
        for (let g = 0; g < 5; g++) {
          const own = entries.filter(({ group }) => group === g);
          const values = own.map(({ value }) => value);
          const weights = own.map(({ weight }) => weight);
          expect(result[0]?.[g]).toEqual(byTheRule(values, weights, 1n, 2n));
          expect(result[1]?.[g]).toEqual(byTheRule(values, weights, 9n, 10n));
        }
      }),
      { numRuns: 500 },
    );
  });
});
