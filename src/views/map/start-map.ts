import { Map as MapLibre, type MapOptions, prewarm, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { emptyStyle } from "./map-slots.ts";

setWorkerUrl(workerUrl);

/** Starts the worker of the map while the data are still on their way; else it would only start with the first source. */
export function warmUpMap(): void {
  prewarm();
}

/** Why there is no map: the browser has no WebGL 2, or took it away. */
export type MapUnavailable = "no-webgl" | "context-lost";

/**
 * Starts a flat, north-up map with nothing but paper on it.
 * @throws the error of MapLibre when the browser gives no WebGL 2 context
 */
export function startMap(container: HTMLElement, options: Partial<MapOptions>): MapLibre {
  const map = new MapLibre({
    container,
    style: emptyStyle(),
    attributionControl: false,
    // North is up and the map is flat: it is read as a plan, and printed.
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    minZoom: 4,
    maxZoom: 17.5,
    renderWorldCopies: false,
    // Labels and patterns appear at once: motion only where it explains, and the map is complete sooner. Not 0, with which every frame
    // places all labels anew, even one in which only the colour of an area changes.
    fadeDuration: 1,
    ...options,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}
