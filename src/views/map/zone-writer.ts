import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { MapZone } from "./map-scene.ts";
import { slotId } from "./map-slots.ts";

const SOURCE = "zones";
const EMPTY: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };

/**
 * Draws areas that overlap, such as the land within a walk, the first one lowest. They lie below water, streets and rails: what parts
 * them is seen. The source comes with the first zone.
 */
export class ZoneWriter {
  readonly #map: MapLibre;
  #drawn: readonly MapZone[] | undefined;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  write(zones: readonly MapZone[] | undefined): void {
    if (zones === this.#drawn) return;
    this.#drawn = zones;
    const data = zones ? collection(zones) : EMPTY;
    const source = this.#map.getSource<GeoJSONSource>(SOURCE);
    if (source) source.setData(data);
    else if (zones) {
      this.#map.addSource(SOURCE, { type: "geojson", data, maxzoom: 14, tolerance: 0.3 });
      this.#map.addLayer(
        {
          id: `${SOURCE}:fill`,
          source: SOURCE,
          type: "fill",
          layout: { "fill-sort-key": ["get", "order"] },
          paint: { "fill-color": ["get", "colour"], "fill-opacity": ["get", "opacity"], "fill-antialias": true },
        },
        slotId("zones"),
      );
    }
  }
}

function collection(zones: readonly MapZone[]): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: zones.map(({ geometry, colour, opacity }, order) => ({
      type: "Feature",
      properties: { colour, opacity, order },
      geometry,
    })),
  };
}
