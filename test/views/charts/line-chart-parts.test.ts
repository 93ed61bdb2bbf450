import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelPlaces } from "../../../src/views/charts/label-places.ts";
import { periodPosition } from "../../../src/views/charts/line-series.ts";

describe("labels at the ends of lines", () => {
  it("stay beside their lines where there is room", () => {
    expect(labelPlaces([10, 50, 90], 14, 0, 100)).toEqual([10, 50, 90]);
  });

  it("move apart evenly where they would meet", () => {
    expect(labelPlaces([50, 50], 14, 0, 100)).toEqual([43, 57]);
    expect(labelPlaces([52, 50, 48], 14, 0, 100)).toEqual([64, 50, 36]);
  });

  it("stay inside the frame, keep their order and never cover each other", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { minLength: 1, maxLength: 7 }), (wanted) => {
        const places = labelPlaces(wanted, 14, 0, 200);
        const order = wanted.map((_, i) => i).sort((a, b) => (places[a] as number) - (places[b] as number));
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(200 + 1e-9);
        }
        for (let i = 1; i < order.length; i++) {
          const [above, below] = [order[i - 1] as number, order[i] as number];
          expect((places[below] as number) - (places[above] as number)).toBeGreaterThanOrEqual(14 - 1e-9);
          expect(wanted[above]).toBeLessThanOrEqual(wanted[below] as number);
        }
      }),
    );
  });
});

describe("a period on the axis", () => {
  it("stands where it lies in its year", () => {
    expect(periodPosition("2020")).toBe(2020);
    expect(periodPosition("2020-Q3")).toBe(2020.5);
    expect(periodPosition("2020-07")).toBe(2020.5);
    expect(periodPosition("2020-03-15")).toBeGreaterThan(periodPosition("2020-03"));
    expect(periodPosition("2020-03-31")).toBeLessThan(periodPosition("2020-04"));
  });
});
