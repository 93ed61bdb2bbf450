import type { Map as MapLibre } from "maplibre-gl";
import type { Background } from "../../domain/background.ts";
import { baseLayers } from "./base-style.ts";
import { slotId } from "./map-slots.ts";
import type { OwnNames } from "./own-names.ts";
import { openTileArchive } from "./tile-archive.ts";

/** Number of the source of each background, the same in every map of the page. */
const numbers = new WeakMap<Background, number>();
let known = 0;

function sourceId(background: Background): string {
  let number = numbers.get(background);
  if (number === undefined) {
    number = ++known;
    numbers.set(background, number);
  }
  return `background-${number}`;
}

/** Draws the backgrounds; one that stays the same object is not touched. */
export class BackgroundWriter {
  readonly #map: MapLibre;
  #drawn: ReadonlySet<Background> = new Set();
  #own: OwnNames | undefined;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  /** @param own names of the Sozialräume that are shown; the background does not repeat them */
  write(backgrounds: readonly Background[], own: OwnNames): void {
    const wanted = new Set(backgrounds);
    const before = this.#drawn;
    this.#drawn = wanted;
    for (const old of before) if (!wanted.has(old)) this.#remove(old);
    if (own !== this.#own) {
      this.#own = own;
      for (const kept of wanted) if (before.has(kept)) this.#refilter(kept);
    }
    for (const background of wanted) {
      if (before.has(background)) continue;
      if (background.form === "features") {
        this.#add(background, { type: "geojson", data: background.collection, maxzoom: 14, tolerance: 0.3 });
      } else {
        const tiles = [openTileArchive(background)];
        this.#add(background, { type: "vector", tiles, minzoom: 0, maxzoom: background.maxzoom ?? 14 });
      }
    }
  }

  #add(background: Background, source: Parameters<MapLibre["addSource"]>[1]): void {
    const id = sourceId(background);
    if (this.#map.getSource(id)) return;
    this.#map.addSource(id, source);
    for (const { slot, layer } of baseLayers(id, background.form, this.#own)) this.#map.addLayer(layer, slotId(slot));
  }

  #refilter(background: Background): void {
    for (const { layer } of baseLayers(sourceId(background), background.form, this.#own)) {
      // MapLibre compares: only the names' filter differs, nothing else is laid out anew.
      if ("filter" in layer && this.#map.getLayer(layer.id)) this.#map.setFilter(layer.id, layer.filter);
    }
  }

  #remove(background: Background): void {
    const id = sourceId(background);
    if (!this.#map.getSource(id)) return;
    for (const { layer } of baseLayers(id, background.form)) this.#map.removeLayer(layer.id);
    this.#map.removeSource(id);
  }
}
