import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Level } from "../../../src/domain/sozialraum.ts";
import type { AreaClass, MapScene } from "../../../src/views/map/map-scene.ts";
import { SceneWriter } from "../../../src/views/map/scene-writer.ts";

/** Keeps what was asked of it: sources, layers in their order, states, images. */
class RecordingMap {
  readonly sources = new Map<string, { data: unknown }>();
  readonly layers: string[];
  readonly states: { id: unknown; state: unknown }[] = [];
  readonly images = new Set<string>();
  readonly hidden = new Set<string>();
  readonly paint = new Map<string, unknown>();
  writes = 0;
  #ready: (() => void)[] = [];

  constructor(slots: readonly string[]) {
    this.layers = slots.map((slot) => `slot-${slot}`);
  }
  once(event: string, listener: () => void) {
    if (event === "style.load") this.#ready.push(listener);
  }
  ready() {
    for (const listener of this.#ready) listener();
  }
  readonly globalState: Record<string, unknown> = {};
  setGlobalStateProperty(name: string, value: unknown) {
    this.globalState[name] = value;
  }
  /** Frames follow at once, with all tiles there. */
  readonly #renders = new Set<() => void>();
  on(event: string, listener: () => void) {
    if (event === "render") this.#renders.add(listener);
  }
  off(_event: string, listener: () => void) {
    this.#renders.delete(listener);
  }
  isStyleLoaded() {
    return true;
  }
  areTilesLoaded() {
    return this.hasTiles;
  }
  hasTiles = true;
  triggerRepaint() {
    for (const listener of this.#renders) listener();
  }
  addSource(id: string, source: { data: unknown }) {
    this.writes++;
    this.sources.set(id, { data: source.data });
  }
  getSource(id: string) {
    const source = this.sources.get(id);
    return (
      source && {
        setData: (data: unknown) => {
          this.writes++;
          source.data = data;
        },
      }
    );
  }
  removeSource(id: string) {
    this.sources.delete(id);
  }
  addLayer({ id }: { id: string }, before: string) {
    this.layers.splice(this.layers.indexOf(before), 0, id);
  }
  removeLayer(id: string) {
    this.layers.splice(this.layers.indexOf(id), 1);
  }
  getLayer(id: string) {
    return this.layers.includes(id) ? { id } : undefined;
  }
  setFeatureState({ id }: { id: unknown }, state: unknown) {
    this.states.push({ id, state });
  }
  setPaintProperty(layer: string, name: string, value: unknown) {
    this.paint.set(`${layer} ${name}`, value);
  }
  setLayoutProperty(layer: string, _name: string, value: string) {
    if (value === "none") this.hidden.add(layer);
    else this.hidden.delete(layer);
  }
  hasImage(id: string) {
    return this.images.has(id);
  }
  addImage(id: string) {
    this.images.add(id);
  }
  features(source: string): GeoJSON.Feature[] {
    return (this.sources.get(source)?.data as GeoJSON.FeatureCollection | undefined)?.features ?? [];
  }
}

const SLOTS = [
  "ground",
  "fills",
  "zones",
  "veil",
  "borders",
  "cells",
  "circles",
  "outlines",
  "focus",
  "labels",
  "places",
  "top",
];

/** Three unit squares side by side. */
function level(id: string): Level {
  const coordinates = [0, 1, 2].flatMap((x) => [x, 0, x + 1, 0, x + 1, 1, x, 1, x, 0]);
  return {
    id,
    title: { de: id, en: id },
    sozialraeume: ["A", "B", "C"].map((name) => ({ id: name, name })),
    shapes: {
      coordinates: Float64Array.from(coordinates),
      ringStarts: Uint32Array.of(0, 5, 10, 15),
      polygonStarts: Uint32Array.of(0, 1, 2, 3),
      areaStarts: Uint32Array.of(0, 1, 2, 3),
    },
    origin: { resource: id, title: id, sources: [], licences: [] },
  };
}

const areaClass = (key: string, colour: string, pattern: AreaClass["pattern"] = "none"): AreaClass => ({
  key,
  colour,
  pattern,
  label: key,
  count: 0,
});

const quartier = level("quartier");
const SCENE: MapScene = {
  level: quartier,
  areaClass: Uint8Array.of(0, 1, 0),
  classes: [areaClass("served", "#1d7874"), areaClass("gap", "#d4491b")],
  compared: [],
  places: [],
  backgrounds: [],
};

function start(scene: MapScene) {
  const map = new RecordingMap(SLOTS);
  const writer = new SceneWriter(map as never, (reason) => {
    throw reason;
  });
  writer.write(scene);
  map.ready();
  return { map, writer };
}

beforeEach(() => {
  const pen = new Proxy(
    {},
    { get: (_, name) => (name === "getImageData" ? () => ({}) : () => undefined), set: () => true },
  );
  vi.stubGlobal(
    "OffscreenCanvas",
    class {
      getContext() {
        return pen;
      }
    },
  );
});

describe("the writer of the map", () => {
  it("draws the places when areas and background stand, and is not settled before", () => {
    const map = new RecordingMap(SLOTS);
    map.hasTiles = false;
    const place = { id: "a", lon: 0, lat: 0, shape: "circle", colour: "#14222b", hollow: false, label: "A" } as const;
    const writer = new SceneWriter(map as never, () => undefined);
    writer.write({ ...SCENE, places: [place] });
    map.ready();
    expect(map.states).toHaveLength(3);
    expect(map.images.size).toBe(0);
    expect(writer.settled).toBeUndefined();
    map.hasTiles = true;
    map.triggerRepaint();
    expect(map.images.size).toBeGreaterThan(0);
    expect(writer.settled).toBeDefined();
  });

  it("draws a scene that was given before the style was there", () => {
    const { map, writer } = start(SCENE);
    expect(map.states.map(({ id }) => id)).toEqual([0, 1, 2]);
    expect(writer.settled).toBe(SCENE);
  });

  it("touches only the areas whose class changed", () => {
    const { map, writer } = start(SCENE);
    map.states.length = 0;
    map.writes = 0;
    writer.write({ ...SCENE, areaClass: Uint8Array.of(0, 1, 1) });
    expect(map.states).toEqual([{ id: 2, state: { fill: "#d4491b", pattern: "" } }]);
    expect(map.writes).toBe(0);
  });

  it("writes nothing when classes are other objects with the same look", () => {
    const { map, writer } = start(SCENE);
    map.states.length = 0;
    map.writes = 0;
    writer.write({ ...SCENE, classes: SCENE.classes.map((one) => ({ ...one, count: 7 })) });
    expect(map.states).toEqual([]);
    expect(map.writes).toBe(0);
  });

  it("gives a class without data its pattern above the fill and below the borders", () => {
    const unknown = areaClass("unknown", "#d5dadc", "hatch");
    const { map } = start({ ...SCENE, areaClass: Uint8Array.of(0, 2, 0), classes: [...SCENE.classes, unknown] });
    expect(map.states[1]?.state).toEqual({ fill: "#d5dadc", pattern: "pattern-hatch-dark" });
    const order = ["areas-0:fill", "areas-0:pattern-hatch-dark", "areas-0:border"].map((id) => map.layers.indexOf(id));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("draws zones below water and streets, the first one lowest, above fills that only tint, and takes them away again", () => {
    const { map, writer } = start(SCENE);
    expect(map.features("zones")).toEqual([]);
    const geometry: GeoJSON.MultiPolygon = { type: "MultiPolygon", coordinates: [] };
    const zones = ["#a5d0c9", "#1d7874"].map((colour) => ({ geometry, colour, opacity: 1 }));
    writer.write({ ...SCENE, zones });
    expect(map.features("zones").map(({ properties }) => properties)).toEqual([
      { colour: "#a5d0c9", opacity: 1, order: 0 },
      { colour: "#1d7874", opacity: 1, order: 1 },
    ]);
    const order = ["areas-0:fill", "zones:fill", "slot-veil"].map((id) => map.layers.indexOf(id));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    const tint = map.paint.get("areas-0:fill fill-opacity");
    writer.write(SCENE);
    expect(map.features("zones")).toEqual([]);
    expect(Number(tint)).toBeLessThan(Number(map.paint.get("areas-0:fill fill-opacity")));
  });

  it("outlines the chosen and the compared areas in their colours, and forgets them again", () => {
    const { map, writer } = start(SCENE);
    expect(map.features("area-focus")).toEqual([]);
    const compared = [
      { area: 0, colour: "#7a3fb0" },
      { area: 1, colour: "#0a58ca" },
    ];
    writer.write({ ...SCENE, compared, selected: 1 });
    expect(map.features("area-focus").map(({ properties }) => properties?.colour)).toEqual([
      "#7a3fb0",
      "#0a58ca",
      "#0a58ca",
    ]);
    writer.write(SCENE);
    expect(map.features("area-focus")).toEqual([]);
  });

  it("draws circles by their share of the maximum, the largest below, none for a missing value", () => {
    const circles = { values: Float64Array.of(2, Number.NaN, 8), maximum: 8, colour: "#1d7874" };
    const { map } = start({ ...SCENE, circles });
    expect(map.features("area-circles").map(({ id, properties }) => [id, properties?.share])).toEqual([
      [2, 1],
      [0, 0.25],
    ]);
  });

  it("hides one level for another and keeps both for the way back", () => {
    const { map, writer } = start(SCENE);
    writer.write({ ...SCENE, level: level("bezirk") });
    expect(map.hidden.has("areas-0:fill")).toBe(true);
    expect(map.hidden.has("areas-1:fill")).toBe(false);
    map.states.length = 0;
    writer.write(SCENE);
    expect(map.hidden.has("areas-0:fill")).toBe(false);
    expect(map.states).toEqual([]);
  });

  it("shows the names of the level that is shown, not of the one whose borders lie above", () => {
    const { map } = start({ ...SCENE, outline: level("bezirk") });
    expect(map.layers).toContain("areas-0-names:name");
    expect(map.layers).not.toContain("areas-1-names:name");
    expect(map.hidden.has("areas-1:outline")).toBe(false);
    expect(map.hidden.has("areas-1:fill")).toBe(true);
  });

  it("enlarges letters and marks without building a layer anew, whether asked before or after the style is there", () => {
    const { map, writer } = start(SCENE);
    const layers = [...map.layers];
    writer.enlarge(1.5);
    expect(map.globalState).toEqual({ "reading-scale": 1.5 });
    expect(map.layers).toEqual(layers);
    writer.enlarge(1);
    expect(map.globalState).toEqual({ "reading-scale": 1 });

    const early = new RecordingMap(SLOTS);
    new SceneWriter(early as never, () => {}).enlarge(2);
    expect(early.globalState).toEqual({});
    early.ready();
    expect(early.globalState).toEqual({ "reading-scale": 2 });
  });

  it("keeps the text of a place as text and marks the chosen one", () => {
    const place = {
      id: "p1",
      lon: 1,
      lat: 1,
      shape: "square" as const,
      colour: "#14222b",
      hollow: false,
      label: "<b>{x}</b>",
    };
    const { map, writer } = start({ ...SCENE, places: [place] });
    expect(map.features("places")[0]?.properties?.label).toBe("<b>{x}</b>");
    writer.write({ ...SCENE, places: [place], selectedPlace: "p1" });
    expect(map.features("place-focus").map(({ properties }) => properties?.selected)).toEqual([true]);
  });
});
