import type { ExpressionSpecification } from "maplibre-gl";

/** How much larger than at the desk letters and marks are: part of the map's state, so that no layer is built anew. */
export const READING_SCALE = "reading-scale";

/** A size at the desk, times the scale of the map. */
export const readable = (size: number): ExpressionSpecification => ["*", size, ["global-state", READING_SCALE]];
