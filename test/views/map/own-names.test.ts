import { describe, expect, it } from "vitest";
import type { Level } from "../../../src/domain/sozialraum.ts";
import { baseLayers } from "../../../src/views/map/base-style.ts";
import { ownNames } from "../../../src/views/map/own-names.ts";

/** Squares side by side whose edge is `degrees` of latitude, at about 52.5° north. */
function level(degrees: number, names: readonly string[]): Level {
  const wide = degrees / Math.cos((52.5 * Math.PI) / 180);
  const coordinates = names.flatMap((_, k) => {
    const [west, east, south, north] = [13 + k * wide, 13 + (k + 1) * wide, 52.5, 52.5 + degrees];
    return [west, south, east, south, east, north, west, north, west, south];
  });
  const starts = (step: number) => Uint32Array.from({ length: names.length + 1 }, (_, k) => k * step);
  return {
    id: "l",
    title: { de: "l", en: "l" },
    sozialraeume: names.map((name) => ({ id: name, name })),
    shapes: {
      coordinates: Float64Array.from(coordinates),
      ringStarts: starts(5),
      polygonStarts: starts(1),
      areaStarts: starts(1),
    },
    origin: { resource: "l", title: "l", sources: [], licences: [] },
  };
}

describe("the names of the Sozialräume", () => {
  it("come later where the areas are smaller: one zoom per halved edge", () => {
    const names = ["A", "B", "C"];
    const coarse = ownNames(level(0.02, names)).from;
    expect(ownNames(level(0.01, names)).from).toBe(coarse + 1);
    expect(ownNames(level(0.005, names)).from).toBe(coarse + 2);
  });

  it("are the same object for the same level, so that a scene without news writes nothing", () => {
    const one = level(0.01, ["A"]);
    expect(ownNames(one)).toBe(ownNames(one));
  });

  it("are not repeated by the background, in either schema", () => {
    for (const form of ["features", "tiles"] as const) {
      const filters = baseLayers("b", form, ownNames(level(0.01, ["Wedding"]))).filter(({ layer }) =>
        JSON.stringify("filter" in layer ? layer.filter : "").includes("Wedding"),
      );
      expect(filters.map(({ layer }) => layer.id)).toEqual(["b:label-place-small"]);
    }
  });
});

describe("the background", () => {
  it("has layers of both schemas with ids of their own, each reading its source", () => {
    for (const form of ["features", "tiles"] as const) {
      const layers = baseLayers("b", form).map(({ layer }) => layer);
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
      expect(layers.every((layer) => "source" in layer && layer.source === "b")).toBe(true);
      expect(layers.every((layer) => "source-layer" in layer === (form === "tiles"))).toBe(true);
    }
  });
});
