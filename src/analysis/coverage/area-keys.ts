import type { Level } from "../../domain/sozialraum.ts";

/**
 * From the key of a Sozialraum to its index in the wanted level: keys of that level itself, and keys of finer levels by way of their
 * parents. −1 = the key is known but leads to no area of the level. A key that several levels know is that of the finest.
 */
export function areasByKey(levels: readonly Level[], wanted: Level): ReadonlyMap<string, number> {
  const byId = new Map(levels.map((level) => [level.id, new Map(level.sozialraeume.map((s, index) => [s.id, index]))]));
  const result = new Map<string, number>();
  for (const level of levels) {
    for (const sozialraum of level.sozialraeume) {
      if (!result.has(sozialraum.id)) result.set(sozialraum.id, climb(levels, byId, level, sozialraum.id, wanted));
    }
  }
  return result;
}

function climb(
  levels: readonly Level[],
  byId: ReadonlyMap<string, ReadonlyMap<string, number>>,
  from: Level,
  id: string,
  wanted: Level,
): number {
  let level: Level | undefined = from;
  let key: string | undefined = id;
  // A chain of parents is never longer than there are levels: a loop in the data ends here.
  for (let step = 0; step < levels.length && level && key !== undefined; step++) {
    const index: number | undefined = byId.get(level.id)?.get(key);
    if (index === undefined) return -1;
    if (level.id === wanted.id) return index;
    key = level.sozialraeume[index]?.parent;
    const parentLevel: string | undefined = level.parentLevel;
    level = levels.find((candidate) => candidate.id === parentLevel);
  }
  return -1;
}
