import type { Origin } from "./provenance.ts";

export type BackgroundLayer = "water" | "green" | "built" | "rail" | "street" | "label";

export const BACKGROUND_LAYERS: readonly BackgroundLayer[] = ["water", "green", "built", "rail", "street", "label"];

/** A feature drawn under the data: plain GeoJSON, cleaned of everything but layer, class, name and rank. */
export interface BackgroundFeatures {
  readonly form: "features";
  readonly collection: GeoJSON.FeatureCollection<
    GeoJSON.Geometry,
    { layer: BackgroundLayer; class?: string; name?: string; rank?: number }
  >;
  readonly origin: Origin;
}

/** Vector tiles in one archive; `read` gives bytes by range, from a URL, a dropped file or a zip. */
export interface BackgroundTiles {
  readonly form: "tiles";
  readonly schema: "openmaptiles";
  readonly maxzoom?: number | undefined;
  /** Absolute URL when the archive can be asked by ranges; else the file itself. */
  readonly archive: { readonly url: string } | { readonly file: Blob };
  readonly origin: Origin;
}

export type Background = BackgroundFeatures | BackgroundTiles;
