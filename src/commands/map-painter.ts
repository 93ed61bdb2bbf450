/** What a file asks of the map: a picture of what is shown, in CSS pixels times `pixelRatio`. */
export interface MapPictureOrder {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  readonly signal?: AbortSignal | undefined;
}

export interface PaintedMap {
  /** PNG without transparency. */
  readonly png: Blob;
  /** Metres on the ground per CSS pixel in the middle of the picture. */
  readonly metresPerPixel: number;
  /** Radius of the circle of the largest value in the picture, CSS pixels: circles grow with the zoom, and a page has its own. */
  readonly largestCircle: number;
}

export type PaintMap = (order: MapPictureOrder) => Promise<PaintedMap>;

/** The stage of the map says how to paint what it shows; commands order pictures without knowing the map. */
export interface MapPainter {
  /** Returns what takes the entry back. */
  register(paint: PaintMap): () => void;
  /** @throws when no map is shown */
  paint(order: MapPictureOrder): Promise<PaintedMap>;
}

export function createMapPainter(): MapPainter {
  let current: PaintMap | undefined;
  return {
    register(paint) {
      current = paint;
      return () => {
        if (current === paint) current = undefined;
      };
    },
    async paint(order) {
      if (!current) throw new Error("no map is shown");
      return current(order);
    },
  };
}
