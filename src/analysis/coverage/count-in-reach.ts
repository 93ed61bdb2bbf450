import { planeScale, toPlane } from "../../geo/local-plane.ts";
import type { Steps } from "../../work/run-steps.ts";
import type { Sites } from "./coverage.ts";
import type { Demand } from "./demand.ts";
import type { SitePairs } from "./given-ways.ts";
import { wayInMetres } from "./measure-distances.ts";
import { BOXES_PER_BOX, POINTS_PER_BLOCK } from "./point-blocks.ts";

/** One entry per point. */
export interface InReach {
  /** Sites in reach: 0, 1, or 2 for several. */
  readonly count: Uint8Array;
  /** The only one in reach; −1 where there is none or a second one. */
  readonly only: Int32Array;
}

/**
 * Whether each point of the demand has none, one or several sites within the reach (metres, rule C3), and which is the only one. As in
 * `nearestSites` each box of the pyramid passes on to its parts only the sites whose reach touches it; a box with two sites in reach
 * of all of it needs no closer look. Sites at the same place are two. 5 bytes per point. Throws when a site has no place.
 */
export function countInReach(
  demand: Pick<Demand, "plane" | "x" | "y" | "blocks">,
  { lon, lat }: Sites,
  reach: number,
  detour: number,
): InReach {
  const { plane, x, y, blocks } = demand;
  const { levelStarts, boxes, points } = blocks;
  const site = toPlane(plane, lon, lat);
  const sites = lon.length;
  let east = 0;
  for (let s = 0; s < sites; s++) {
    if (!Number.isFinite((site.x[s] as number) + (site.y[s] as number))) throw new RangeError(`site ${s} has no place`);
    east = Math.max(east, Math.abs(site.x[s] as number));
  }
  const result = { count: new Uint8Array(points), only: new Int32Array(points).fill(-1) };
  if (points === 0 || sites === 0) return result;
  const { count, only } = result;
  const top = levelStarts.length - 2;
  const last = boxes.length - 4;
  east = Math.max(east, Math.abs(boxes[last] as number), Math.abs(boxes[last + 2] as number));
  // No scale is below 1 and none above that of the easternmost point; between the two squares the exact way decides.
  const outer = ((reach + 0.001) / detour) * planeScale(plane, east);
  const inner = Math.max(0, (reach - 0.001) / detour);
  const surelyOut = outer * outer;
  const surelyIn = reach < 0.001 ? -1 : inner * inner;
  // Candidates of a level: index, x and y of sites whose reach touches the box.
  const lists = Array.from({ length: top + 1 }, () => ({
    index: new Int32Array(sites),
    x: new Float64Array(sites),
    y: new Float64Array(sites),
  }));
  const all = { index: Int32Array.from({ length: sites }, (_, s) => s), x: site.x, y: site.y };

  const visit = (level: number, number: number, above: typeof all, candidates: number): void => {
    const box = 4 * ((levelStarts[level] as number) + number);
    const west = boxes[box] as number;
    const south = boxes[box + 1] as number;
    const boxEast = boxes[box + 2] as number;
    const north = boxes[box + 3] as number;
    const kept = lists[level] as (typeof lists)[number];
    let touching = 0;
    let covering = 0;
    for (let k = 0; k < candidates; k++) {
      const sx = above.x[k] as number;
      const sy = above.y[k] as number;
      const nearX = sx < west ? west - sx : sx > boxEast ? sx - boxEast : 0;
      const nearY = sy < south ? south - sy : sy > north ? sy - north : 0;
      if (nearX * nearX + nearY * nearY > surelyOut) continue;
      kept.index[touching] = above.index[k] as number;
      kept.x[touching] = sx;
      kept.y[touching] = sy;
      touching++;
      const farX = Math.max(boxEast - sx, sx - west);
      const farY = Math.max(north - sy, sy - south);
      if (farX * farX + farY * farY <= surelyIn && ++covering === 2) break;
    }
    if (touching === 0) return;
    if (covering === 2) {
      const size = POINTS_PER_BLOCK * BOXES_PER_BOX ** level;
      count.fill(2, number * size, Math.min(points, (number + 1) * size));
      return;
    }
    if (level > 0) {
      const below = (levelStarts[level] as number) - (levelStarts[level - 1] as number);
      const end = Math.min(below, (number + 1) * BOXES_PER_BOX);
      for (let child = number * BOXES_PER_BOX; child < end; child++) visit(level - 1, child, kept, touching);
      return;
    }
    const from = number * POINTS_PER_BLOCK;
    const to = Math.min(points, from + POINTS_PER_BLOCK);
    for (let i = from; i < to; i++) {
      const px = x[i] as number;
      const py = y[i] as number;
      let found = 0;
      let which = -1;
      for (let k = 0; k < touching; k++) {
        const dx = px - (kept.x[k] as number);
        const dy = py - (kept.y[k] as number);
        const squared = dx * dx + dy * dy;
        if (squared > surelyOut) continue;
        if (squared > surelyIn && wayInMetres(plane, squared, px, kept.x[k] as number, detour) > reach) continue;
        which = kept.index[k] as number;
        if (++found === 2) break;
      }
      count[i] = found;
      if (found === 1) only[i] = which;
    }
  };
  visit(top, 0, all, sites);
  return result;
}

/** Sites between two pauses. */
const SITES_PER_STEP = 16;

/** The same along ways that each site has of its own, such as those along a network; a pause after some sites. */
export function* countAlongWays(pairs: SitePairs, reach: number): Steps<InReach> {
  const inReach = { count: new Uint8Array(pairs.points), only: new Int32Array(pairs.points).fill(-1) };
  for (let s = 0; s < pairs.sites; s++) {
    addSite(inReach, s, pairs.of(s), reach);
    if (s % SITES_PER_STEP === SITES_PER_STEP - 1) yield;
  }
  return inReach;
}

function addSite({ count, only }: InReach, site: number, ways: ReturnType<SitePairs["of"]>, reach: number): void {
  const { point, distance } = ways;
  for (let k = 0; k < ways.count; k++) {
    if (!((distance[k] as number) <= reach)) continue;
    const i = point[k] as number;
    if (count[i] === 0) {
      count[i] = 1;
      only[i] = site;
    } else {
      count[i] = 2;
      only[i] = -1;
    }
  }
}
