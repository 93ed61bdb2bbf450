import fc from "fast-check";
import { expect, test } from "vitest";
import { needWeights } from "../../../src/analysis/siting/need-weights.ts";

const plain = { isCount: false, isMoreBetter: false };

test("C22: by hand: shares of 10 and 30 per cent of 100 and 300 people weigh 0.4 and 1.2; who has no value is left out and counted", () => {
  const weights = needWeights(Float64Array.of(10, 30, Number.NaN, 99), Float64Array.of(100, 300, 50, 0), plain);
  // Mean of the 400 with a value: (100 · 10 + 300 · 30) / 400 = 25.
  expect(weights?.need[0]).toBeCloseTo(0.4, 12);
  expect(weights?.need[1]).toBeCloseTo(1.2, 12);
  expect(weights?.need[2]).toBeNaN();
  expect(weights?.need[3]).toBe(0);
  expect([weights?.unknown, weights?.residentsUnknown]).toEqual([1, 50]);
});

test("C22: a count weighs per resident: 20 of 100 people weigh twice as much as 20 of 200", () => {
  const weights = needWeights(Float64Array.of(20, 20), Float64Array.of(100, 200), { ...plain, isCount: true });
  expect((weights?.need[0] ?? 0) / (weights?.need[1] ?? 0)).toBeCloseTo(2, 12);
});

test("C22: where more is better, the one with the highest value has no need, and values below zero do not matter", () => {
  const weights = needWeights(Float64Array.of(-1, 3, 1), Float64Array.of(10, 10, 10), { ...plain, isMoreBetter: true });
  expect([...(weights?.need ?? [])].map((need) => Number(need.toFixed(9)))).toEqual([2, 0, 1]);
});

test("C22: values below zero are no need, and neither are zeros alone, nor nothing known", () => {
  const people = Float64Array.of(10, 10);
  expect(needWeights(Float64Array.of(-1, 3), people, plain)).toBeUndefined();
  expect(needWeights(Float64Array.of(0, 0), people, plain)).toBeUndefined();
  expect(needWeights(Float64Array.of(Number.NaN, Number.NaN), people, plain)).toBeUndefined();
  expect(() => needWeights(Float64Array.of(1), people, plain)).toThrow(RangeError);
});

test("C22: weighted and unweighted residents with a known value have the same sum, whatever the values' unit", () => {
  const area = fc.record({ value: fc.integer({ min: 0, max: 1000 }), people: fc.integer({ min: 0, max: 5000 }) });
  fc.assert(
    fc.property(fc.array(area, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 100 }), (areas, unit) => {
      const people = Float64Array.from(areas, (one) => one.people);
      const weights = needWeights(
        Float64Array.from(areas, (one) => one.value),
        people,
        plain,
      );
      if (!weights) {
        expect(areas.every((one) => one.value * one.people === 0)).toBe(true);
        return;
      }
      const sum = areas.reduce((total, one) => total + one.people, 0);
      const weighted = areas.reduce((total, one, a) => total + one.people * (weights.need[a] as number), 0);
      expect(weighted / sum).toBeCloseTo(1, 9);
      const scaled = needWeights(
        Float64Array.from(areas, (one) => one.value * unit),
        people,
        plain,
      );
      for (const [a, need] of weights.need.entries()) expect(scaled?.need[a]).toBeCloseTo(need, 9);
    }),
  );
});
