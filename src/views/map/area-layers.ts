import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { type PatternImage, patternKey } from "./fill-patterns.ts";
import { CIRCLE_RADIUS } from "./largest-circle.ts";
import { INK, TEXT_REGULAR } from "./map-ink.ts";
import { readable } from "./reading-scale.ts";

/** What a fill lets through: the streets and woods below stay guessed at, the colour stays itself. */
export const FILL_OPACITY = 0.86;
/** With the residents' cells above, the fill only tints its area. */
export const FILL_OPACITY_BELOW_CELLS = 0.14;

const byZoom = (...stops: (number | ExpressionSpecification)[]): ExpressionSpecification =>
  ["interpolate", ["linear"], ["zoom"], ...stops] as ExpressionSpecification;

/** The colour comes with the feature state, so that a new classification touches no tile. */
export function fillLayer(source: string): LayerSpecification {
  return {
    id: `${source}:fill`,
    source,
    type: "fill",
    paint: {
      "fill-color": ["to-color", ["feature-state", "fill"], INK.unclassed],
      "fill-opacity": FILL_OPACITY,
      "fill-antialias": false,
    },
  };
}

/** A pattern cannot come with the feature state, its opacity can: one layer per pattern in use. */
export function patternLayer(source: string, image: PatternImage): LayerSpecification {
  const key = patternKey(image);
  return {
    id: `${source}:${key}`,
    source,
    type: "fill",
    paint: {
      "fill-pattern": key,
      "fill-opacity": ["case", ["==", ["feature-state", "pattern"], key], 1, 0],
      "fill-antialias": false,
    },
  };
}

export function borderLayer(source: string): LayerSpecification {
  return {
    id: `${source}:border`,
    source,
    type: "line",
    layout: { "line-join": "round" },
    paint: { "line-color": INK.border, "line-width": byZoom(8, 0.4, 10, 0.8, 12, 1.4, 16, 3), "line-opacity": 0.95 },
  };
}

/** Borders of a coarser level, above the white ones. */
export function outlineLayer(source: string): LayerSpecification {
  return {
    id: `${source}:outline`,
    source,
    type: "line",
    layout: { "line-join": "round" },
    paint: { "line-color": INK.outline, "line-width": byZoom(8, 0.6, 10, 1.1, 13, 2), "line-opacity": 0.8 },
  };
}

/** Names of the Sozialräume where there is room, from a zoom on. */
export function nameLayer(source: string, from: number): LayerSpecification {
  return {
    id: `${source}:name`,
    source,
    type: "symbol",
    minzoom: from,
    layout: {
      "text-field": ["get", "name"],
      "text-font": TEXT_REGULAR,
      "text-size": byZoom(from, readable(11), from + 3, readable(15)),
      "text-max-width": 7,
      "text-line-height": 1.1,
      "text-padding": 2,
      // Places keep their room: a name steps up or down before it gives way, never sideways into the neighbour.
      "text-variable-anchor": ["center", "top", "bottom"],
      "text-radial-offset": 0.2,
      "text-justify": "auto",
      "symbol-sort-key": ["get", "order"],
    },
    paint: {
      "text-color": INK.focus,
      "text-halo-color": "rgba(255,255,255,0.9)",
      "text-halo-width": 1.7,
      "text-halo-blur": 0.3,
    },
  };
}

/** Circles on a source whose features carry the share of the largest: area proportional to the value. */
export function circleLayer(source: string, colour: string): LayerSpecification {
  return {
    id: `${source}:circle`,
    source,
    type: "circle",
    paint: {
      "circle-radius": CIRCLE_RADIUS,
      "circle-color": colour,
      "circle-opacity": 0.62,
      "circle-stroke-color": INK.halo,
      "circle-stroke-width": 1,
    },
  };
}

/** Lines around single areas, each in its colour on a white casing. */
export function focusLayers(source: string): LayerSpecification[] {
  const layout = { "line-join": "round", "line-cap": "round" } as const;
  return [
    {
      id: `${source}:casing`,
      source,
      type: "line",
      layout,
      paint: { "line-color": INK.halo, "line-width": ["+", ["get", "width"], 2.5], "line-opacity": ["get", "casing"] },
    },
    {
      id: `${source}:line`,
      source,
      type: "line",
      layout,
      paint: { "line-color": ["get", "colour"], "line-width": ["get", "width"] },
    },
  ];
}
