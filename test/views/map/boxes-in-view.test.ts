import { describe, expect, it } from "vitest";
import { boxesInView, viewInside, widened } from "../../../src/views/map/boxes-in-view.ts";

const BOXES = Float64Array.of(0, 0, 1, 1, 2, 0, 3, 1, 0, 5, 9, 6);

describe("the boxes in view", () => {
  it("are those that touch it, if only at an edge", () => {
    expect(boxesInView(BOXES, [0.5, 0.5, 0.6, 0.6])).toEqual([0]);
    expect(boxesInView(BOXES, [1, 1, 2, 4])).toEqual([0, 1]);
    expect(boxesInView(BOXES, [-5, -5, 10, 10])).toEqual([0, 1, 2]);
    expect(boxesInView(BOXES, [1.2, 2, 1.8, 4])).toEqual([]);
  });

  it("stay the same as long as the map stays within the margin", () => {
    const around = widened([0, 0, 10, 20], 0.2);
    expect(around).toEqual([-2, -4, 12, 24]);
    expect(viewInside([-2, -4, 8, 16], around)).toBe(true);
    expect(viewInside([-2.1, 0, 7, 20], around)).toBe(false);
  });
});
