import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaSpan } from "../../src/state/selectors/area-span.ts";

describe("the span of an area among the points", () => {
  it("holds every point of the area, begins with one and ends with one", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 60 }), (areas) => {
        const demand = { area: Int32Array.from(areas) };
        for (let area = 0; area <= 6; area++) {
          const [from, to] = areaSpan(demand, area);
          const first = areas.indexOf(area);
          expect([from, to]).toEqual(first < 0 ? [0, 0] : [first, areas.lastIndexOf(area) + 1]);
        }
      }),
    );
  });
});
