import { type RefCallback, useCallback, useEffect, useRef } from "react";
import { changeTransient } from "../../commands/app.ts";
import type { Legend } from "../../domain/legend.ts";
import type { LonLatBox } from "../../geo/shapes.ts";
import { useApp } from "../app-context.tsx";
import { metresPerPixel } from "../map/ground-scale.ts";
import { largestCircle } from "../map/largest-circle.ts";
import type { MapScene } from "../map/map-scene.ts";

interface ShownMap {
  readonly scene: MapScene;
  readonly legend: Legend;
  /** What the map says in one sentence. */
  readonly sentence?: string | undefined;
}

const EDGE = 16;

/**
 * Tells everyone what the map shows: its legend to slides and files, and how it is painted for a file. The picture holds at least
 * what is seen inside the element that takes the returned ref.
 */
export function useShownMap(shown: ShownMap | undefined, home: LonLatBox | undefined): RefCallback<HTMLElement> {
  const app = useApp();
  const frame = useRef<HTMLElement>(null);
  const legend = shown?.legend;
  const scene = shown?.scene;

  const caption = shown?.sentence;
  useEffect(() => changeTransient(app, { legend, caption }), [app, legend, caption]);

  useEffect(() => {
    if (!scene) return;
    return app.services.mapPainter.register(async ({ width, height, pixelRatio, signal }) => {
      // The map engine is there already when a map is shown; a page without one does not load it for this.
      const { renderMapPicture } = await import("../map/map-picture.ts");
      const { map } = app.store.getState().view;
      const seen = frame.current;
      const closer = seen ? Math.log2(Math.min(width / seen.clientWidth, height / seen.clientHeight)) : 0;
      const view = map ? { ...map, zoom: map.zoom + closer } : home ? { box: home, padding: EDGE } : undefined;
      if (!view) throw new Error("nothing to paint");
      const picture = await renderMapPicture(scene, { view, width, height, pixelRatio, signal });
      const latitude = map?.lat ?? (home ? (home[1] + home[3]) / 2 : 0);
      const zoom = Math.log2(metresPerPixel(0, latitude) / picture.metresPerPixel);
      return {
        png: await opaquePng(picture.canvas),
        metresPerPixel: picture.metresPerPixel,
        largestCircle: largestCircle(zoom),
      };
    });
  }, [app, scene, home]);

  return useCallback((element: HTMLElement | null) => {
    frame.current = element;
  }, []);
}

/** Without an alpha channel the bytes go into a PDF as they are. */
async function opaquePng(source: HTMLCanvasElement): Promise<Blob> {
  const canvas = new OffscreenCanvas(source.width, source.height);
  const pen = canvas.getContext("2d", { alpha: false });
  if (!pen) throw new Error("no 2d canvas for the picture of the map");
  pen.drawImage(source, 0, 0);
  return canvas.convertToBlob({ type: "image/png" });
}
