import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { BackgroundLayer } from "../../domain/background.ts";
import { INK, TEXT_REGULAR, TEXT_STRONG } from "./map-ink.ts";
import type { Slot } from "./map-slots.ts";
import type { OwnNames } from "./own-names.ts";
import { readable } from "./reading-scale.ts";

export interface SlottedLayer {
  readonly slot: Slot;
  readonly layer: LayerSpecification;
}

type Paintable = Extract<LayerSpecification, { type: "fill" | "line" | "symbol" }>;
type Drawing<L extends Paintable = Paintable> = L extends Paintable
  ? Pick<L, "type" | "paint" | "layout" | "minzoom" | "maxzoom">
  : never;

/** One stroke of the background: how it looks, and where both schemas keep it. */
interface Stroke {
  readonly id: string;
  readonly slot: Slot;
  readonly drawing: Drawing;
  readonly features?: FilterSpecification;
  readonly tiles?: { readonly layer: string; readonly filter?: FilterSpecification };
}

const polygon: ExpressionSpecification = ["match", ["geometry-type"], ["Polygon", "MultiPolygon"], true, false];
const line: ExpressionSpecification = ["match", ["geometry-type"], ["LineString", "MultiLineString"], true, false];
const point: ExpressionSpecification = ["match", ["geometry-type"], ["Point", "MultiPoint"], true, false];
const of = (layer: BackgroundLayer, ...more: ExpressionSpecification[]): FilterSpecification => [
  "all",
  ["==", ["get", "layer"], layer],
  ...more,
];
const classIn = (...classes: string[]): ExpressionSpecification => ["in", ["get", "class"], ["literal", classes]];

const MAJOR = ["motorway", "trunk", "primary"];
const MIDDLE = ["secondary", "tertiary"];
const WATER_CLASSES = ["water", "river", "lake", "canal", "stream", "bay", "ocean", "waterway"];
/** Places that a map of a city names early; what is left comes with the zoom. */
const TOWNS = ["city", "town"];
/** What is named only when one is near. */
const SIGHTS = ["park", "wood", "forest", "station", "cemetery"];
const DITCHES = ["ditch", "drain", "stream"];

const byZoom = (...stops: number[]): ExpressionSpecification =>
  ["interpolate", ["exponential", 1.4], ["zoom"], ...stops] as ExpressionSpecification;

const name: ExpressionSpecification = [
  "coalesce",
  ["get", "name:de"],
  ["get", "name_de"],
  ["get", "name:latin"],
  ["get", "name"],
];
const halo = { "text-halo-color": INK.halo, "text-halo-width": 1.6, "text-halo-blur": 0.4 } as const;

const street = (opacity: ExpressionSpecification | number, ...widths: number[]): Drawing => ({
  type: "line",
  layout: { "line-cap": "round", "line-join": "round" },
  paint: { "line-color": INK.street, "line-width": byZoom(...widths), "line-opacity": opacity },
});

const PLACE_NAMES = "label-place-small";

/** Bottom to top within each slot. Water lies above the fills: nobody lives on it, and it is what one recognises a city by. */
const STROKES: readonly Stroke[] = [
  {
    id: "built",
    slot: "ground",
    drawing: { type: "fill", paint: { "fill-color": INK.built, "fill-antialias": false } },
    features: of("built", polygon),
    tiles: {
      layer: "landuse",
      filter: classIn(
        "residential",
        "industrial",
        "commercial",
        "retail",
        "hospital",
        "school",
        "university",
        "railway",
      ),
    },
  },
  {
    id: "green",
    slot: "ground",
    drawing: { type: "fill", paint: { "fill-color": INK.green, "fill-antialias": false } },
    features: of("green", polygon),
    tiles: { layer: "landcover", filter: ["match", ["get", "class"], ["wood", "grass", "wetland"], true, false] },
  },
  {
    id: "water",
    slot: "veil",
    drawing: { type: "fill", paint: { "fill-color": INK.water, "fill-antialias": true } },
    features: of("water", polygon),
    tiles: { layer: "water" },
  },
  {
    id: "waterway",
    slot: "veil",
    drawing: {
      type: "line",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: { "line-color": INK.water, "line-width": byZoom(9, 0.6, 12, 1.6, 16, 8) },
    },
    features: of("water", line, ["!", classIn(...DITCHES)]),
    tiles: { layer: "waterway", filter: classIn("river", "canal") },
  },
  {
    id: "ditch",
    slot: "veil",
    drawing: {
      type: "line",
      minzoom: 12,
      paint: { "line-color": INK.water, "line-width": byZoom(12, 0.4, 16, 2) },
    },
    features: of("water", line, classIn(...DITCHES)),
    tiles: { layer: "waterway", filter: classIn(...DITCHES) },
  },
  {
    id: "street-minor",
    slot: "veil",
    drawing: {
      ...street(["interpolate", ["linear"], ["zoom"], 12, 0.15, 14, 0.55], 12, 0.4, 14, 1.2, 17, 7),
      minzoom: 12,
    },
    features: of("street", line, ["!", classIn(...MAJOR, ...MIDDLE)]),
    tiles: { layer: "transportation", filter: classIn("minor", "service") },
  },
  {
    id: "street-middle",
    slot: "veil",
    drawing: {
      ...street(["interpolate", ["linear"], ["zoom"], 10.5, 0.12, 13, 0.6], 10, 0.3, 13, 1.5, 17, 11),
      minzoom: 10.5,
    },
    features: of("street", line, classIn(...MIDDLE)),
    tiles: { layer: "transportation", filter: classIn(...MIDDLE) },
  },
  {
    id: "street-major",
    slot: "veil",
    drawing: street(["interpolate", ["linear"], ["zoom"], 9, 0.16, 11, 0.24, 13, 0.7], 9, 0.5, 13, 2.2, 17, 14),
    features: of("street", line, classIn(...MAJOR)),
    tiles: { layer: "transportation", filter: classIn(...MAJOR) },
  },
  {
    id: "rail",
    slot: "veil",
    drawing: {
      type: "line",
      minzoom: 10,
      paint: {
        "line-color": INK.rail,
        "line-width": byZoom(10, 0.5, 14, 1.2, 17, 2.5),
        "line-dasharray": [5, 2.5],
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 10, 0.35, 13, 0.8],
      },
    },
    features: of("rail", line),
    tiles: { layer: "transportation", filter: classIn("rail") },
  },
  {
    id: "label-street",
    slot: "labels",
    drawing: {
      type: "symbol",
      minzoom: 13.5,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 420,
        "text-field": name,
        "text-font": TEXT_REGULAR,
        "text-size": ["interpolate", ["linear"], ["zoom"], 13.5, readable(10.5), 17, readable(13)],
        "text-letter-spacing": 0.02,
      },
      paint: { "text-color": INK.labelQuiet, ...halo },
    },
    features: of("street", line, ["has", "name"]),
    tiles: { layer: "transportation_name", filter: ["match", ["get", "class"], ["service"], false, true] },
  },
  {
    id: "label-water",
    slot: "labels",
    drawing: {
      type: "symbol",
      minzoom: 11,
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 600,
        "text-field": name,
        "text-font": TEXT_REGULAR,
        "text-size": readable(11.5),
        "text-letter-spacing": 0.08,
      },
      paint: { "text-color": INK.labelWater, ...halo, "text-halo-width": 1.2 },
    },
    features: of("water", line, ["has", "name"]),
    tiles: { layer: "waterway", filter: classIn("river", "canal") },
  },
  {
    id: "label-lake",
    slot: "labels",
    drawing: {
      type: "symbol",
      minzoom: 10.5,
      layout: {
        "text-field": name,
        "text-font": TEXT_REGULAR,
        "text-size": readable(11.5),
        "text-letter-spacing": 0.06,
        "text-max-width": 6,
      },
      paint: { "text-color": INK.labelWater, ...halo, "text-halo-width": 1.2 },
    },
    features: of("label", point, classIn(...WATER_CLASSES)),
    tiles: { layer: "water_name", filter: point },
  },
  {
    id: "label-sight",
    slot: "labels",
    drawing: {
      type: "symbol",
      minzoom: 13,
      layout: {
        "text-field": name,
        "text-font": TEXT_REGULAR,
        "text-size": readable(11),
        "text-max-width": 7,
        "text-padding": 6,
      },
      paint: { "text-color": INK.labelQuiet, ...halo },
    },
    features: of("label", point, classIn(...SIGHTS)),
  },
  {
    id: PLACE_NAMES,
    slot: "labels",
    drawing: {
      type: "symbol",
      minzoom: 10.2,
      maxzoom: 15,
      layout: {
        "text-field": name,
        "text-font": TEXT_STRONG,
        "text-size": ["interpolate", ["linear"], ["zoom"], 10, readable(9.5), 14, readable(12.5)],
        "text-max-width": 7,
        // Capitals tell parts of the city from the Sozialräume, whose names are set as they are.
        "text-transform": "uppercase",
        "text-letter-spacing": 0.08,
        "text-padding": 8,
        "symbol-sort-key": ["coalesce", ["get", "rank"], 99],
      },
      paint: { "text-color": INK.label, ...halo },
    },
    features: of("label", point, ["!", classIn(...WATER_CLASSES, ...TOWNS, ...SIGHTS)]),
    tiles: { layer: "place", filter: classIn("suburb", "village", "quarter", "neighbourhood", "hamlet") },
  },
  {
    id: "label-place",
    slot: "labels",
    drawing: {
      type: "symbol",
      maxzoom: 12,
      layout: {
        "text-field": name,
        "text-font": TEXT_STRONG,
        "text-size": ["interpolate", ["linear"], ["zoom"], 7, readable(12), 11, readable(15)],
        "text-padding": 6,
        "symbol-sort-key": ["coalesce", ["get", "rank"], 99],
      },
      paint: { "text-color": INK.label, ...halo },
    },
    features: of("label", point, classIn(...TOWNS)),
    tiles: { layer: "place", filter: classIn(...TOWNS) },
  },
];

/**
 * Layers of one background.
 * @param source id of its MapLibre source
 * @param form plain features with `layer`, `class`, `name`, `rank`, or tiles in the OpenMapTiles schema
 * @param own names that the Sozialräume on the map bear themselves: not said twice once theirs are shown
 */
export function baseLayers(source: string, form: "features" | "tiles", own?: OwnNames): SlottedLayer[] {
  const layers: SlottedLayer[] = [];
  for (const stroke of STROKES) {
    const where =
      form === "features"
        ? stroke.features && { filter: stroke.features }
        : stroke.tiles && {
            "source-layer": stroke.tiles.layer,
            ...(stroke.tiles.filter && { filter: stroke.tiles.filter }),
          };
    if (!where) continue;
    const layer = { id: `${source}:${stroke.id}`, source, ...stroke.drawing, ...where } as LayerSpecification;
    if (own && stroke.id === PLACE_NAMES && where.filter)
      Object.assign(layer, { filter: unlessOwn(where.filter, own) });
    layers.push({ slot: stroke.slot, layer });
  }
  return layers;
}

function unlessOwn(filter: FilterSpecification, { names, from }: OwnNames): FilterSpecification {
  const foreign: ExpressionSpecification = ["!", ["in", name, ["literal", [...names]]]];
  return ["all", filter as ExpressionSpecification, ["any", ["<", ["zoom"], from], foreign]];
}
