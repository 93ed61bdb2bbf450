import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatsFor } from "../../../src/i18n/formats.ts";
import { metresPerPixel, scaleBar, scaleBarText } from "../../../src/views/map/ground-scale.ts";

describe("the scale of the map", () => {
  it("halves with each zoom and shrinks with the cosine of the latitude", () => {
    // 40,075,016.7 m around the equator on one tile of 512 px.
    expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.517, 2);
    expect(metresPerPixel(1, 0)).toBeCloseTo(39_135.758, 2);
    expect(metresPerPixel(0, 60)).toBeCloseTo(39_135.758, 2);
  });

  it("is shown by the longest round bar that fits", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 50_000, noNaN: true }),
        fc.integer({ min: 40, max: 300 }),
        (mpp, room) => {
          const { metres, width } = scaleBar(mpp, room);
          expect(width).toBeLessThanOrEqual(room * (1 + 1e-9));
          expect(width).toBeGreaterThan(room / 2.5 - 1e-6);
          expect(width * mpp).toBeCloseTo(metres, 3);
          expect(["1", "2", "5"]).toContain(metres.toExponential()[0]);
        },
      ),
    );
  });

  it("is written in the language's format, kilometres from a thousand metres", () => {
    expect(scaleBarText(500, formatsFor("de"))).toMatch(/^500\sm$/);
    expect(scaleBarText(2000, formatsFor("de"))).toMatch(/^2\skm$/);
    expect(scaleBarText(0.5, formatsFor("de"))).toMatch(/^0,5\sm$/);
    expect(scaleBarText(0.5, formatsFor("en"))).toMatch(/^0\.5\sm$/);
  });
});
