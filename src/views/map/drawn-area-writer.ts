import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { INK } from "./map-ink.ts";
import type { DrawnArea } from "./map-scene.ts";
import { slotId } from "./map-slots.ts";

const SOURCE = "drawn-area";

/** The area that somebody draws: a dashed outline, with its corners as long as it is open. The source comes with the first corner. */
export class DrawnAreaWriter {
  readonly #map: MapLibre;
  #drawn: DrawnArea | undefined;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  write(area: DrawnArea | undefined): void {
    if (area === this.#drawn) return;
    this.#drawn = area;
    const data: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: area ? featuresOf(area) : [] };
    const source = this.#map.getSource<GeoJSONSource>(SOURCE);
    if (source) source.setData(data);
    else if (data.features.length > 0) {
      this.#map.addSource(SOURCE, { type: "geojson", data, tolerance: 0 });
      this.#addLayers();
    }
  }

  #addLayers(): void {
    const slot = slotId("focus");
    this.#map.addLayer(
      {
        id: `${SOURCE}:fill`,
        source: SOURCE,
        type: "fill",
        filter: ["==", ["geometry-type"], "Polygon"],
        paint: { "fill-color": INK.focus, "fill-opacity": 0.1 },
      },
      slot,
    );
    for (const [id, colour, width] of [
      ["casing", INK.halo, 5],
      ["line", INK.focus, 2],
    ] as const) {
      this.#map.addLayer(
        {
          id: `${SOURCE}:${id}`,
          source: SOURCE,
          type: "line",
          filter: ["!=", ["geometry-type"], "Point"],
          layout: { "line-join": "round" },
          paint: {
            "line-color": colour,
            "line-width": width,
            ...(id === "line" && { "line-dasharray": [3, 1.5] }),
          },
        },
        slot,
      );
    }
    this.#map.addLayer(
      {
        id: `${SOURCE}:corner`,
        source: SOURCE,
        type: "circle",
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": 5,
          "circle-color": INK.halo,
          "circle-stroke-color": INK.focus,
          "circle-stroke-width": 2,
        },
      },
      slot,
    );
  }
}

function featuresOf({ corners, isOpen }: DrawnArea): GeoJSON.Feature[] {
  const points = corners.map(({ lon, lat }) => [lon, lat]);
  const [first] = points;
  const features: GeoJSON.Feature[] = [];
  const put = (geometry: GeoJSON.Geometry) => features.push({ type: "Feature", properties: {}, geometry });
  if (first && points.length > 2) put({ type: "Polygon", coordinates: [[...points, first]] });
  else if (points.length === 2) put({ type: "LineString", coordinates: points });
  if (isOpen) for (const coordinates of points) put({ type: "Point", coordinates });
  return features;
}
