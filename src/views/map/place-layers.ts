import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { INK, TEXT_REGULAR } from "./map-ink.ts";
import { readable } from "./reading-scale.ts";

/** Small over a whole city, larger with the zoom. */
const size = (factor: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  8,
  readable(0.22 * factor),
  10.5,
  readable(0.38 * factor),
  13,
  readable(0.72 * factor),
  16,
  readable(1.05 * factor),
];

/** All places as symbols that never hide one another, their names when near. */
export function placeLayers(source: string): LayerSpecification[] {
  return [
    {
      id: `${source}:icon`,
      source,
      type: "symbol",
      layout: {
        "icon-image": ["get", "icon"],
        "icon-size": size(1),
        "icon-allow-overlap": true,
        "icon-padding": 0,
      },
    },
    {
      id: `${source}:name`,
      source,
      type: "symbol",
      minzoom: 14.2,
      layout: {
        "text-field": ["get", "label"],
        "text-font": TEXT_REGULAR,
        "text-size": readable(12),
        "text-variable-anchor": ["top", "left", "right", "bottom"],
        "text-radial-offset": 0.9,
        "text-justify": "auto",
        "text-max-width": 9,
        "text-line-height": 1.1,
      },
      paint: { "text-color": INK.label, "text-halo-color": INK.halo, "text-halo-width": 1.6 },
    },
  ];
}

/** Places with a number: large enough to be read over a whole city, the smallest number on top. */
export function numberedLayer(source: string): LayerSpecification {
  return {
    id: `${source}:icon`,
    source,
    type: "symbol",
    layout: {
      "icon-image": ["get", "icon"],
      "icon-size": ["interpolate", ["linear"], ["zoom"], 9, readable(0.8), 13, readable(1.05)],
      "icon-allow-overlap": true,
      "icon-ignore-placement": true,
      "symbol-sort-key": ["-", 0, ["get", "number"]],
    },
  };
}

/** The place under the pointer and the chosen one, drawn again and larger. */
export function placeFocusLayers(source: string): LayerSpecification[] {
  return [
    {
      id: `${source}:ring`,
      source,
      type: "circle",
      filter: ["==", ["get", "selected"], true],
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 8, readable(7), 13, readable(13), 16, readable(18)],
        "circle-color": "rgba(255,255,255,0.55)",
        "circle-stroke-color": INK.focus,
        "circle-stroke-width": 2,
      },
    },
    {
      id: `${source}:icon`,
      source,
      type: "symbol",
      layout: {
        "icon-image": ["get", "icon"],
        "icon-size": size(1.5),
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    },
  ];
}
