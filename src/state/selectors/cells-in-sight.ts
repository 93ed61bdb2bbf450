import type { AppState } from "../app-state.ts";

/** As many cells as a large city has; a map draws them at once, wherever it stands. */
const ALWAYS_UP_TO = 400_000;
/** From here on a cell of a hundred metres is two pixels of the map wide in the middle of Germany. */
const FROM_ZOOM = 10;

/**
 * Whether the cells can be told apart where the map stands: those of a whole country seen at once are less than a pixel each, and the last one
 * drawn would hide all others.
 */
export function cellsInSight({ view, transient }: AppState): boolean {
  const cells = transient.coverage?.demand.residents.length ?? 0;
  if (cells <= ALWAYS_UP_TO) return true;
  return (view.map?.zoom ?? transient.mapZoom ?? 0) >= FROM_ZOOM;
}

/** Shares of the reach at which the colour of a cell changes; farther than the last one is a colour of its own. */
export const CELL_SHARES = [0.5, 1, 1.5, 2.5] as const;
