import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { MapScene, PlaceMark } from "./map-scene.ts";
import { slotId } from "./map-slots.ts";
import { placeIcon, placeIconKey } from "./place-icons.ts";
import { numberedLayer, placeFocusLayers, placeLayers } from "./place-layers.ts";

const PLACES = "places";
const FOCUS = "place-focus";
const NUMBERED = "numbered-places";
/** More changes at once are sent as a whole. */
const FEW = 100;

/** The Anlaufpunkte as symbols, the chosen one and the one under the pointer drawn again above them. */
export class PlaceWriter {
  readonly #map: MapLibre;
  #drawn: MapScene | undefined;
  /** The places without a number, as the map has them. */
  #plain: ReadonlyMap<string, PlaceMark> = new Map();
  #hovered: string | undefined;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  /** Layer that answers which place lies under the pointer; undefined until there are places. */
  get layerId(): string | undefined {
    return this.#map.getLayer(`${PLACES}:icon`) && `${PLACES}:icon`;
  }

  /** The same for the places that have a number. */
  get numberedLayerId(): string | undefined {
    return this.#map.getLayer(`${NUMBERED}:icon`) && `${NUMBERED}:icon`;
  }

  write(scene: MapScene): void {
    const before = this.#drawn;
    this.#drawn = scene;
    const moved = before?.places !== scene.places;
    if (moved) {
      const plain = scene.places.filter(({ number }) => number === undefined);
      for (const place of plain) this.#ensureIcon(place);
      this.#writePlain(plain);
    }
    if (moved || before?.selectedPlace !== scene.selectedPlace) {
      this.#writeNumbered(scene);
      this.#writeFocus();
    }
  }

  hover(id: string | undefined): void {
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#writeFocus();
  }

  /** A what-if changes one place of thousands: only that one is sent to the map's worker. */
  #writePlain(plain: readonly PlaceMark[]): void {
    const before = this.#plain;
    const now = new Map(plain.map((place) => [place.id, place]));
    this.#plain = now;
    const changed = plain.filter((place) => !isSameMark(before.get(place.id), place));
    const gone = [...before.keys()].filter((id) => !now.has(id));
    const source = this.#map.getSource<GeoJSONSource>(PLACES);
    if (source && changed.length + gone.length <= FEW) {
      if (changed.length + gone.length === 0) return;
      void source.updateData({ remove: gone, add: changed.map((place) => feature(place, false)) });
      return;
    }
    this.#setData(
      PLACES,
      plain.map((place) => feature(place, false)),
    );
  }

  #writeNumbered({ places, selectedPlace }: MapScene): void {
    const numbered = places
      .filter(({ number }) => number !== undefined)
      .map((place) => ({ ...place, hollow: place.id !== selectedPlace }));
    for (const place of numbered) this.#ensureIcon(place);
    this.#setData(
      NUMBERED,
      numbered.map((place) => feature(place, place.id === selectedPlace)),
    );
  }

  #writeFocus(): void {
    const selected = this.#drawn?.selectedPlace;
    const ids = new Set([this.#hovered, selected]);
    const marks =
      ids.size > 1 || selected !== undefined
        ? this.#drawn?.places.filter(({ id, number }) => ids.has(id) && number === undefined)
        : [];
    this.#setData(
      FOCUS,
      (marks ?? []).map((place) => feature(place, place.id === selected)),
    );
  }

  #ensureIcon(place: PlaceMark): void {
    const key = placeIconKey(place);
    if (this.#map.hasImage(key)) return;
    const { data, pixelRatio } = placeIcon(place);
    this.#map.addImage(key, data, { pixelRatio });
  }

  #setData(source: string, features: GeoJSON.Feature[]): void {
    const data: GeoJSON.FeatureCollection = { type: "FeatureCollection", features };
    const present = this.#map.getSource<GeoJSONSource>(source);
    if (present) {
      present.setData(data);
    } else if (features.length > 0) {
      this.#map.addSource(source, { type: "geojson", data, maxzoom: 14, promoteId: "place" });
      const layers =
        source === PLACES
          ? placeLayers(PLACES)
          : source === FOCUS
            ? placeFocusLayers(FOCUS)
            : [numberedLayer(NUMBERED)];
      for (const layer of layers) this.#map.addLayer(layer, slotId(source === PLACES ? "places" : "top"));
    }
  }
}

function feature(place: PlaceMark, selected: boolean): GeoJSON.Feature {
  return {
    type: "Feature",
    properties: { place: place.id, icon: placeIconKey(place), label: place.label, number: place.number ?? 0, selected },
    geometry: { type: "Point", coordinates: [place.lon, place.lat] },
  };
}

function isSameMark(before: PlaceMark | undefined, now: PlaceMark): boolean {
  if (!before) return false;
  const keys = Object.keys(now) as (keyof PlaceMark)[];
  return keys.length === Object.keys(before).length && keys.every((key) => before[key] === now[key]);
}
