import type { LonLatBox } from "../../geo/shapes.ts";
import { metresPerPixel } from "./ground-scale.ts";
import type { MapScene } from "./map-scene.ts";
import { SceneWriter } from "./scene-writer.ts";
import { startMap } from "./start-map.ts";

export interface MapPictureRequest {
  /** What to show: a box with its padding in CSS pixels, or the camera of the screen. */
  readonly view:
    | { readonly box: LonLatBox; readonly padding?: number | undefined }
    | { readonly zoom: number; readonly lat: number; readonly lon: number };
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel: 3 is about 300 dpi for a picture laid out at 96. Lowered where the GPU has no room. */
  readonly pixelRatio: number;
  readonly signal?: AbortSignal | undefined;
}

export interface MapPicture {
  readonly canvas: HTMLCanvasElement;
  /** Metres on the ground per CSS pixel in the middle of the picture, for a scale bar. */
  readonly metresPerPixel: number;
  readonly pixelRatio: number;
}

/** A GPU gives up silently above its limit; 8192 is what nearly all have. */
const LARGEST_EDGE = 8192;
const PATIENCE_MS = 60_000;

/**
 * Paints a scene in a hidden map of the given size and waits until all of it is there: tiles, labels, cells.
 * @throws AbortError when the signal aborts; the error of MapLibre without WebGL 2; a timeout after a minute
 */
export async function renderMapPicture(scene: MapScene, request: MapPictureRequest): Promise<MapPicture> {
  const { view, width, height, signal } = request;
  signal?.throwIfAborted();
  const pixelRatio = Math.min(request.pixelRatio, LARGEST_EDGE / width, LARGEST_EDGE / height);
  const container = document.createElement("div");
  container.setAttribute("aria-hidden", "true");
  container.inert = true;
  Object.assign(container.style, {
    position: "fixed",
    left: "0",
    top: "0",
    width: `${width}px`,
    height: `${height}px`,
    visibility: "hidden",
    zIndex: "-1",
  });
  document.body.append(container);
  const map = startMap(container, {
    interactive: false,
    pixelRatio,
    maxCanvasSize: [LARGEST_EDGE, LARGEST_EDGE],
    canvasContextAttributes: { preserveDrawingBuffer: true },
    ...("box" in view
      ? { bounds: [...view.box], fitBoundsOptions: { padding: view.padding ?? 0, animate: false } }
      : { center: [view.lon, view.lat], zoom: view.zoom }),
  });
  let fail: (reason: unknown) => void = () => {};
  const writer = new SceneWriter(map, (reason) => fail(reason));
  try {
    await painted(map, writer, scene, signal, (reject) => {
      fail = reject;
    });
    const source = map.getCanvas();
    const canvas = document.createElement("canvas");
    canvas.width = source.width;
    canvas.height = source.height;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("no 2d canvas for the picture of the map");
    pen.drawImage(source, 0, 0);
    return {
      canvas,
      metresPerPixel: metresPerPixel(map.getZoom(), map.getCenter().lat),
      pixelRatio: source.width / width,
    };
  } finally {
    writer.finish();
    map.remove();
    container.remove();
  }
}

function painted(
  map: ReturnType<typeof startMap>,
  writer: SceneWriter,
  scene: MapScene,
  signal: AbortSignal | undefined,
  onFailure: (reject: (reason: unknown) => void) => void,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => done(() => reject(new Error("the picture of the map was not painted in time"))),
      PATIENCE_MS,
    );
    const done = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      settle();
    };
    const abort = () => done(() => reject(signal?.reason));
    signal?.addEventListener("abort", abort);
    onFailure((reason) => done(() => reject(reason)));
    map.on("webglcontextlost", () => done(() => reject(new Error("the browser took the graphics memory away"))));
    map.on("idle", () => {
      if (writer.settled === scene) done(resolve);
    });
    writer.write(scene);
  });
}
