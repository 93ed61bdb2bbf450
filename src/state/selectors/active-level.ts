import type { Level } from "../../domain/sozialraum.ts";
import type { AppState } from "../app-state.ts";

/** The chosen level; without a choice, or with one that the package does not have, the finest. */
export function activeLevel(state: AppState): Level | undefined {
  const levels = state.document.map?.levels;
  return levels?.find((level) => level.id === state.view.level) ?? levels?.[0];
}

/** The level above, whose borders and names help to find one's way. */
export function parentLevel(state: AppState): Level | undefined {
  const level = activeLevel(state);
  const levels = state.document.map?.levels ?? [];
  if (!level) return undefined;
  return levels.find((other) => other.id === level.parentLevel) ?? levels[levels.indexOf(level) + 1];
}

/** Index of an area of a level by its id, or undefined. */
export function sozialraumIndex(level: Level, id: string | undefined): number | undefined {
  if (id === undefined) return undefined;
  let low = 0;
  let high = level.sozialraeume.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const candidate = (level.sozialraeume[middle] as { id: string }).id;
    if (candidate === id) return middle;
    if (candidate < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
