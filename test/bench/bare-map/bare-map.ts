// The least that draws the same as the app's first map: MapLibre, the areas, the same background in the same style. No frame, no
// reading beyond what MapLibre does itself, no figures.
import { addProtocol, type LayerSpecification, LngLatBounds, Map as MapLibre, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { baseLayers } from "../../../src/views/map/base-style.ts";

setWorkerUrl(workerUrl);

const given = new URLSearchParams(location.search);
const at = (name: string) => new URL(given.get(name) ?? "", location.href).href;
const [west = 0, south = 0, east = 0, north = 0] = (given.get("box") ?? "").split(",").map(Number);
const container = document.getElementById("map") as HTMLElement;
Object.assign(container.style, { position: "fixed", left: "288px", top: "52px", right: "392px", bottom: "26px" });

const tiles = given.has("tiles");
if (tiles) {
  const { Protocol } = await import("pmtiles");
  addProtocol("pmtiles", new Protocol().tile);
}
const areas: LayerSpecification[] = [
  { id: "fills", type: "fill", source: "areas", paint: { "fill-color": "#1d7874", "fill-opacity": 0.86 } },
  { id: "borders", type: "line", source: "areas", paint: { "line-color": "#fff", "line-width": 1 } },
];
const base = baseLayers("background", tiles ? "tiles" : "features");
const layersOf = (wanted: (slot: string) => boolean) =>
  base.filter(({ slot }) => wanted(slot)).map(({ layer }) => layer);
const map = new MapLibre({
  container,
  attributionControl: false,
  fadeDuration: 0,
  bounds: new LngLatBounds([west, south, east, north]),
  fitBoundsOptions: { padding: 24 },
  style: {
    version: 8,
    sources: {
      areas: { type: "geojson", data: at("areas") },
      background: tiles
        ? { type: "vector", tiles: [`pmtiles://${at("background")}/{z}/{x}/{y}`], maxzoom: Number(given.get("tiles")) }
        : { type: "geojson", data: at("background"), maxzoom: 14, tolerance: 0.3 },
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": "#f2f3f2" } },
      ...layersOf((slot) => slot !== "labels"),
      ...areas,
      ...layersOf((slot) => slot === "labels"),
    ],
  },
});
// The same moment as in the app: a frame with all tiles of all sources.
const look = () => {
  if (!map.isStyleLoaded() || !map.areTilesLoaded()) return;
  performance.mark("first-map");
  map.off("render", look);
};
map.on("render", look);
