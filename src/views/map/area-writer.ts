import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { Level } from "../../domain/sozialraum.ts";
import { areaFeatures, areaGeometry } from "./area-geometry.ts";
import {
  borderLayer,
  circleLayer,
  FILL_OPACITY,
  FILL_OPACITY_BELOW_CELLS,
  fillLayer,
  focusLayers,
  nameLayer,
  outlineLayer,
  patternLayer,
} from "./area-layers.ts";
import { type PatternImage, patternIcon, patternKey, patternOf } from "./fill-patterns.ts";
import { labelPoints } from "./label-points.ts";
import { INK } from "./map-ink.ts";
import type { AreaCircles, AreaClass, MapScene } from "./map-scene.ts";
import { type Slot, slotId } from "./map-slots.ts";
import { ownNames } from "./own-names.ts";

/** What the writer keeps of a level that it has drawn. */
interface DrawnLevel {
  readonly source: string;
  /** Key of the state that each area has: `colour|pattern`. */
  readonly states: string[];
  readonly patterns: Set<string>;
}

const FOCUS = "area-focus";
const HOVER = "area-hover";

/** Fills, patterns, borders, names, circles and focus lines of the Sozialräume. */
export class AreaWriter {
  readonly #map: MapLibre;
  readonly #levels = new Map<Level, DrawnLevel>();
  readonly #points = new Map<Level, Float64Array>();
  #drawn: MapScene | undefined;
  #outlined: Level | undefined;
  #hovered: number | undefined;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  /** Layer that answers which area lies under the pointer. */
  get fillLayerId(): string | undefined {
    const level = this.#drawn && this.#levels.get(this.#drawn.level);
    return level && `${level.source}:fill`;
  }

  /** @param isFirst the first map is being painted: names and outlines come with the next call */
  write(scene: MapScene, isFirst = false): void {
    const before = this.#drawn;
    this.#drawn = scene;
    const level = this.#drawnLevel(scene.level);
    if (before?.level !== scene.level) {
      if (before) this.#show(before.level, false);
      this.#show(scene.level, true);
      this.hover(undefined);
    }
    if (before?.level !== scene.level || before.areaClass !== scene.areaClass || before.classes !== scene.classes) {
      this.#classify(level, scene.areaClass, scene.classes);
    }
    const isBelow = liesBelow(scene);
    if (before?.level !== scene.level || liesBelow(before) !== isBelow) {
      const opacity = isBelow ? FILL_OPACITY_BELOW_CELLS : FILL_OPACITY;
      this.#map.setPaintProperty(`${level.source}:fill`, "fill-opacity", opacity);
      for (const key of level.patterns) this.#setVisible(`${level.source}:${key}`, !isBelow);
    }
    if (!isFirst) {
      this.#name(scene.level);
      this.#outline(scene.outline);
    }
    if (before?.circles !== scene.circles || before?.level !== scene.level)
      this.#writeCircles(scene.level, scene.circles);
    if (before?.level !== scene.level || before.selected !== scene.selected || before.compared !== scene.compared) {
      this.#writeFocus(scene);
    }
  }

  hover(area: number | undefined): void {
    if (area === this.#hovered) return;
    this.#hovered = area;
    const level = this.#drawn?.level;
    const features =
      area === undefined || !level ? [] : [outlineFeature(level, area, { colour: INK.focus, width: 1.6, casing: 0.7 })];
    this.#setFocus(HOVER, features);
  }

  #drawnLevel(level: Level): DrawnLevel {
    let drawn = this.#levels.get(level);
    if (drawn) return drawn;
    const source = `areas-${this.#levels.size}`;
    // Without a state an area is painted as unclassed.
    const states = level.sozialraeume.map(() => stateKey({ fill: INK.unclassed, pattern: "" }));
    drawn = { source, states, patterns: new Set() };
    this.#levels.set(level, drawn);
    this.#map.addSource(source, {
      type: "geojson",
      data: areaFeatures(level.shapes),
      maxzoom: 14,
      tolerance: 0.2,
    });
    this.#add(fillLayer(source), "fills");
    this.#add(borderLayer(source), "borders");
    this.#show(level, false);
    return drawn;
  }

  #show(level: Level, visible: boolean): void {
    const { source, patterns } = this.#drawnLevel(level);
    for (const part of ["fill", "border", ...patterns]) this.#setVisible(`${source}:${part}`, visible);
    if (this.#map.getSource(`${source}-names`)) this.#setVisible(`${source}-names:name`, visible);
  }

  /** Names come with the first showing of a level, outlines never have any. */
  #name(level: Level): void {
    const { source } = this.#drawnLevel(level);
    if (this.#map.getSource(`${source}-names`)) return;
    this.#map.addSource(`${source}-names`, { type: "geojson", data: this.#names(level) });
    this.#add(nameLayer(`${source}-names`, ownNames(level).from), "labels");
  }

  #outline(level: Level | undefined): void {
    if (level === this.#outlined) return;
    if (this.#outlined) this.#setVisible(`${this.#drawnLevel(this.#outlined).source}:outline`, false);
    this.#outlined = level;
    if (!level) return;
    const { source } = this.#drawnLevel(level);
    if (!this.#map.getLayer(`${source}:outline`)) this.#add(outlineLayer(source), "outlines");
    this.#setVisible(`${source}:outline`, true);
  }

  #classify(level: DrawnLevel, areaClass: Uint8Array, classes: readonly AreaClass[]): void {
    const states = classes.map(({ colour, pattern }) => {
      const image = patternOf(pattern, colour);
      if (image) this.#ensurePattern(level, image);
      return { fill: colour, pattern: image ? patternKey(image) : "" };
    });
    for (let area = 0; area < areaClass.length; area++) {
      const state = states[areaClass[area] as number] ?? { fill: "rgba(0,0,0,0)", pattern: "" };
      const key = stateKey(state);
      if (level.states[area] === key) continue;
      level.states[area] = key;
      this.#map.setFeatureState({ source: level.source, id: area }, state);
    }
  }

  #ensurePattern(level: DrawnLevel, image: PatternImage): void {
    const key = patternKey(image);
    if (level.patterns.has(key)) return;
    level.patterns.add(key);
    if (!this.#map.hasImage(key)) {
      const { data, pixelRatio } = patternIcon(image);
      this.#map.addImage(key, data, { pixelRatio });
    }
    this.#add(patternLayer(level.source, image), "fills");
    if (this.#drawn && liesBelow(this.#drawn)) this.#setVisible(`${level.source}:${key}`, false);
  }

  #writeCircles(level: Level, circles: AreaCircles | undefined): void {
    const source = "area-circles";
    const features: GeoJSON.Feature[] = [];
    if (circles) {
      const points = this.#labelPoints(level);
      for (let area = 0; area < circles.values.length; area++) {
        const value = circles.values[area] as number;
        if (!(value > 0) || !(circles.maximum > 0)) continue;
        const share = value / circles.maximum;
        features.push(pointFeature(points, area, { share }));
      }
      features.sort((a, b) => (b.properties?.share as number) - (a.properties?.share as number));
    }
    const data: GeoJSON.FeatureCollection = { type: "FeatureCollection", features };
    if (this.#map.getSource(source)) {
      this.#setData(source, data);
      if (circles) this.#map.setPaintProperty(`${source}:circle`, "circle-color", circles.colour);
    } else if (circles) {
      this.#map.addSource(source, { type: "geojson", data });
      this.#add(circleLayer(source, circles.colour), "circles");
    }
  }

  #writeFocus({ level, selected, compared }: MapScene): void {
    const features = compared.map(({ area, colour }) => outlineFeature(level, area, { colour, width: 3, casing: 1 }));
    if (selected !== undefined) {
      const colour = compared.find(({ area }) => area === selected)?.colour ?? INK.focus;
      features.push(outlineFeature(level, selected, { colour, width: 2.5, casing: 1 }));
    }
    this.#setFocus(FOCUS, features);
  }

  #names(level: Level): GeoJSON.FeatureCollection {
    const points = this.#labelPoints(level);
    const features = level.sozialraeume.map(({ name }, area) => pointFeature(points, area, { name, order: area }));
    return {
      type: "FeatureCollection",
      features: features.filter(({ geometry }) => !Number.isNaN(geometry.coordinates[0])),
    };
  }

  #labelPoints(level: Level): Float64Array {
    let points = this.#points.get(level);
    if (!points) {
      points = labelPoints(level.shapes);
      this.#points.set(level, points);
    }
    return points;
  }

  /** The source comes with the first line that is drawn around an area: the first map does not wait for it. */
  #setFocus(source: string, features: GeoJSON.Feature[]): void {
    const data: GeoJSON.FeatureCollection = { type: "FeatureCollection", features };
    if (this.#map.getSource(source)) {
      this.#setData(source, data);
    } else if (features.length > 0) {
      this.#map.addSource(source, { type: "geojson", data, tolerance: 0.2 });
      for (const layer of focusLayers(source)) this.#add(layer, "focus");
    }
  }

  #add(layer: Parameters<MapLibre["addLayer"]>[0], slot: Slot): void {
    this.#map.addLayer(layer, slotId(slot));
  }

  #setVisible(layer: string, visible: boolean): void {
    this.#map.setLayoutProperty(layer, "visibility", visible ? "visible" : "none");
  }

  #setData(source: string, data: GeoJSON.FeatureCollection): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}

/** With cells or zones above them the fills only tint. */
function liesBelow({ cells, zones }: MapScene): boolean {
  return cells !== undefined || zones !== undefined;
}

function stateKey({ fill, pattern }: { fill: string; pattern: string }): string {
  return `${fill}|${pattern}`;
}

function outlineFeature(
  level: Level,
  area: number,
  properties: { colour: string; width: number; casing: number },
): GeoJSON.Feature {
  return { type: "Feature", properties, geometry: areaGeometry(level.shapes, area) };
}

function pointFeature<P>(points: Float64Array, area: number, properties: P): GeoJSON.Feature<GeoJSON.Point, P> {
  const coordinates = [points[2 * area] as number, points[2 * area + 1] as number];
  return { type: "Feature", id: area, properties, geometry: { type: "Point", coordinates } };
}
