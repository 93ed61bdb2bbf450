import { describe, expect, it } from "vitest";
import { CIRCLE_RADIUS, largestCircle } from "../../../src/views/map/largest-circle.ts";

describe("the circles of the legend", () => {
  it("are as large as the map draws them: at the stops of its expression, between them by its base, beyond them no more", () => {
    const [, curve, , ...stops] = CIRCLE_RADIUS as unknown as [string, unknown, unknown, ...(number | unknown[])[]];
    expect(curve).toEqual(["exponential", 1.5]);
    const zooms = stops.filter((stop) => typeof stop === "number");
    const radii = stops.flatMap((stop) => (Array.isArray(stop) ? [stop[1] as number] : []));
    expect(zooms.map(largestCircle)).toEqual(radii);
    // (1.5^1.5 − 1) / (1.5^3 − 1) of the way from 15 to 50.
    expect(largestCircle(11.5)).toBeCloseTo(27.3364, 3);
    expect(largestCircle(4)).toBe(6);
    expect(largestCircle(17.5)).toBe(90);
  });
});
