import { planeScale } from "../../geo/local-plane.ts";
import type { Demand } from "./demand.ts";
import { wayInMetres } from "./measure-distances.ts";
import { BOXES_PER_BOX, POINTS_PER_BLOCK } from "./point-blocks.ts";

/** The points in reach of one site: entries 0 … count−1 are theirs, what follows is of no meaning. The arrays grow when they must. */
export interface PointsInReach {
  count: number;
  point: Uint32Array;
  /** Metres on the ellipsoid × detour, to the millimetre. */
  distance: Float64Array;
}

/** Room for the answers of `pointsInReach`, used again from site to site. */
export function roomForPoints(): PointsInReach {
  return { count: 0, point: new Uint32Array(1024), distance: new Float64Array(1024) };
}

/**
 * Writes the points of the demand that lie within the reach (metres, as in rule C3) of one site (metres of the plane) to `into`, in their
 * order. Asks only the boxes of the pyramid that the reach touches: O(points found + boxes at its border).
 */
export function pointsInReach(
  demand: Pick<Demand, "plane" | "x" | "y" | "blocks">,
  siteX: number,
  siteY: number,
  reach: number,
  detour: number,
  into: PointsInReach,
): void {
  const { plane, x, y, blocks } = demand;
  const { levelStarts, boxes, points } = blocks;
  into.count = 0;
  if (points === 0) return;
  const radius = planeRadius(demand, siteX, reach, detour);
  const limit = radius * radius;

  const visit = (level: number, number: number): void => {
    const box = 4 * ((levelStarts[level] as number) + number);
    const dx = Math.max((boxes[box] as number) - siteX, 0, siteX - (boxes[box + 2] as number));
    const dy = Math.max((boxes[box + 1] as number) - siteY, 0, siteY - (boxes[box + 3] as number));
    if (dx * dx + dy * dy > limit) return;
    if (level > 0) {
      const below = (levelStarts[level] as number) - (levelStarts[level - 1] as number);
      const last = Math.min(below, (number + 1) * BOXES_PER_BOX);
      for (let child = number * BOXES_PER_BOX; child < last; child++) visit(level - 1, child);
      return;
    }
    if (into.count + POINTS_PER_BLOCK > into.point.length) grow(into);
    const { point, distance } = into;
    let { count } = into;
    const from = number * POINTS_PER_BLOCK;
    const to = Math.min(points, from + POINTS_PER_BLOCK);
    for (let i = from; i < to; i++) {
      const px = x[i] as number;
      const ex = px - siteX;
      const ey = (y[i] as number) - siteY;
      const squared = ex * ex + ey * ey;
      if (squared > limit) continue;
      const metres = wayInMetres(plane, squared, px, siteX, detour);
      if (metres > reach) continue;
      point[count] = i;
      distance[count] = metres;
      count++;
    }
    into.count = count;
  };
  visit(levelStarts.length - 2, 0);
}

/** Radius on the plane outside which nothing is in reach: the plane stretches the more the farther from its meridian. */
function planeRadius({ plane, blocks }: Pick<Demand, "plane" | "blocks">, x: number, reach: number, detour: number) {
  const top = blocks.boxes.length - 4;
  const west = blocks.boxes[top] as number;
  const east = blocks.boxes[top + 2] as number;
  const stretch = Math.max(planeScale(plane, (x + west) / 2), planeScale(plane, (x + east) / 2));
  return ((reach + 0.001) / detour) * stretch;
}

/** Twice the room; what stands in it stays. */
export function grow(room: PointsInReach): void {
  const point = new Uint32Array(2 * room.point.length);
  const distance = new Float64Array(2 * room.distance.length);
  point.set(room.point);
  distance.set(room.distance);
  room.point = point;
  room.distance = distance;
}
