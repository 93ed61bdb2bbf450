import type { Level } from "../domain/sozialraum.ts";

/**
 * Finest level first: a level stands before the one it names as its parent; else the one with more areas first. A chain that bites its
 * own tail falls back to the number of areas.
 */
export function orderLevels(levels: readonly Level[]): Level[] {
  const waiting = [...levels].sort((a, b) => b.sozialraeume.length - a.sozialraeume.length);
  const ordered: Level[] = [];
  while (waiting.length > 0) {
    const free = waiting.findIndex(
      (level) => !waiting.some((other) => other !== level && other.parentLevel === level.id),
    );
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return ordered;
}
