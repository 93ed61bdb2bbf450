/** Pixels of an image that MapLibre keeps; drawn at twice its CSS size so that it stays sharp on dense screens. */
export interface RasterIcon {
  readonly data: ImageData;
  readonly pixelRatio: number;
}

/** Draws on a canvas of `size` CSS pixels, at `pixelRatio` device pixels each. */
export function drawIcon(
  size: number,
  pixelRatio: number,
  draw: (pen: OffscreenCanvasRenderingContext2D) => void,
): RasterIcon {
  // Read back at once, so it must not be drawn on the GPU: there each image would cost 40 ms and more.
  const pixels = Math.round(size * pixelRatio);
  const pen = new OffscreenCanvas(pixels, pixels).getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("no 2d canvas for map images");
  pen.scale(pixelRatio, pixelRatio);
  draw(pen);
  return { data: pen.getImageData(0, 0, pixels, pixels), pixelRatio };
}
