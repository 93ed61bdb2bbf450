import type { DemandPoints } from "../../analysis/coverage/demand.ts";

/** Indices of the points of one Sozialraum, ascending: of a whole country only the groups are looked at that hold some of it. */
export function pointsOfArea({ area: areas, groups }: Pick<DemandPoints, "area" | "groups">, area: number): number[] {
  const points: number[] = [];
  for (let group = 0; group < groups.areas.length / 2; group++) {
    if ((groups.areas[2 * group] as number) > area || (groups.areas[2 * group + 1] as number) < area) continue;
    const end = Math.min(areas.length, (group + 1) * groups.size);
    for (let i = group * groups.size; i < end; i++) if (areas[i] === area) points.push(i);
  }
  return points;
}
