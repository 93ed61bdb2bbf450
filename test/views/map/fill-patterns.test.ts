import { describe, expect, it } from "vitest";
import { luminance, patternKey, patternOf } from "../../../src/views/map/fill-patterns.ts";

describe("patterns on fills", () => {
  it("measures luminance as WCAG does", () => {
    expect(luminance("#000000")).toBe(0);
    expect(luminance("#ffffff")).toBeCloseTo(1, 10);
    expect(luminance("#777777")).toBeCloseTo(0.1845, 3);
    expect(luminance("rgb(119, 119, 119)")).toBeCloseTo(luminance("#777777"), 10);
  });

  it("is dark on light classes and light on dark ones", () => {
    expect(patternOf("hatch", "#d5dadc")).toEqual({ pattern: "hatch", ink: "dark" });
    expect(patternOf("hatch", "#1d7874")).toEqual({ pattern: "hatch", ink: "light" });
  });

  it("is absent from a plain class", () => {
    expect(patternOf("none", "#1d7874")).toBeUndefined();
  });

  it("has an image of its own for each pattern and ink", () => {
    const keys = (["hatch", "dots", "cross"] as const).flatMap((pattern) =>
      (["dark", "light"] as const).map((ink) => patternKey({ pattern, ink })),
    );
    expect(new Set(keys).size).toBe(6);
  });
});
