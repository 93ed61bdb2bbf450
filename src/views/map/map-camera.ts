import type { Map as MapLibre, PaddingOptions } from "maplibre-gl";
import type { LonLatBox } from "../../geo/shapes.ts";

/** CSS pixels at each edge that are covered by panels. */
export interface MapInset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface MapView {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** Where the map shall look: a view (from the URL), or a box to fly to; the same box is flown to again with a new key. */
export type MapCamera =
  | ({ readonly mode: "view" } & MapView)
  | {
      readonly mode: "fit";
      readonly box: LonLatBox;
      /** CSS pixels around the box, besides the inset. */
      readonly padding?: number | undefined;
      readonly animate: boolean;
      readonly key: string | number;
    };

/** Half a pixel of a large screen; a view written into a URL and read back stays where it is. */
const SAME_ZOOM = 0.01;
const SAME_PIXELS = 1.5;

export function viewOf(map: MapLibre): MapView {
  const { lng, lat } = map.getCenter();
  return { zoom: map.getZoom(), lat, lon: lng };
}

function looksAt(map: MapLibre, view: MapView): boolean {
  if (Math.abs(map.getZoom() - view.zoom) > SAME_ZOOM) return false;
  const here = map.project(map.getCenter());
  const there = map.project([view.lon, view.lat]);
  return Math.hypot(here.x - there.x, here.y - there.y) <= SAME_PIXELS;
}

/** Takes the map there; `animate` is left to the user's wish for less motion. */
export function moveTo(map: MapLibre, camera: MapCamera, inset: MapInset): void {
  if (camera.mode === "view") {
    if (!looksAt(map, camera)) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
    return;
  }
  const still = !camera.animate || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const [west, south, east, north] = camera.box;
  map.fitBounds([west, south, east, north], {
    padding: fitting(map, inset, camera.padding ?? 24),
    animate: !still,
    duration: 700,
    maxZoom: 15.5,
  });
}

/** Room for the box; where panels leave almost none, the whole map counts. */
function fitting(map: MapLibre, inset: MapInset, padding: number): PaddingOptions {
  const { clientWidth, clientHeight } = map.getContainer();
  const wide = clientWidth - inset.left - inset.right - 2 * padding > 80;
  const high = clientHeight - inset.top - inset.bottom - 2 * padding > 80;
  return {
    left: wide ? inset.left + padding : 0,
    right: wide ? inset.right + padding : 0,
    top: high ? inset.top + padding : 0,
    bottom: high ? inset.bottom + padding : 0,
  };
}
