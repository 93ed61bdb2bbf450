import { BOXES_PER_BOX, POINTS_PER_BLOCK, type PointBlocks } from "./point-blocks.ts";

/** Per point the index of the nearest site (−1 without sites) and the square of the planar distance (Infinity without). */
export interface Nearest {
  readonly site: Int32Array;
  readonly squared: Float64Array;
}

/**
 * Exact nearest site of every point on the plane; of several equally near ones the smallest index (rule C3). `x`, `y`: points in the order
 * of `blocks`; `siteX`, `siteY`: sites; all in metres of one plane. Throws when a site has no place.
 *
 * From the top of the pyramid downwards each box passes on to its four parts only the sites that can be nearest to one of its points.
 * A site s is left out when the site t that is nearest to the middle of the box is nearer everywhere in the box: |p−t|² − |p−s|² is
 * linear in p, so its largest value in the box stands in a corner. With a thousand points per site a handful of sites are left.
 */
export function nearestSites(
  blocks: PointBlocks,
  x: Float64Array,
  y: Float64Array,
  siteX: Float64Array,
  siteY: Float64Array,
): Nearest {
  const n = blocks.points;
  const sites = siteX.length;
  if (x.length !== n || y.length !== n) throw new RangeError(`blocks of ${n} points, but ${x.length} and ${y.length}`);
  for (let s = 0; s < sites; s++) {
    if (!Number.isFinite((siteX[s] as number) + (siteY[s] as number))) throw new RangeError(`site ${s} has no place`);
  }
  const nearest = { site: new Int32Array(n), squared: new Float64Array(n) };
  if (sites === 0) {
    nearest.site.fill(-1);
    nearest.squared.fill(Infinity);
  }
  if (n === 0 || sites === 0) return nearest;
  const { levelStarts, boxes } = blocks;
  const top = levelStarts.length - 2;
  // One list of candidates per level, with their coordinates beside them; the list above the top is all sites.
  const lists: Candidates[] = [];
  for (let level = 0; level <= top; level++) lists.push(emptyCandidates(sites));
  const all = emptyCandidates(sites);
  for (let s = 0; s < sites; s++) all.index[s] = s;
  all.x.set(siteX);
  all.y.set(siteY);
  all.count = sites;

  const visit = (level: number, number: number, above: Candidates): void => {
    const box = 4 * ((levelStarts[level] as number) + number);
    const kept = lists[level] as Candidates;
    keepPossible(boxes, box, above, kept);
    if (level === 0) {
      const from = number * POINTS_PER_BLOCK;
      nearestOf(kept, x, y, from, Math.min(n, from + POINTS_PER_BLOCK), nearest);
      return;
    }
    const below = (levelStarts[level] as number) - (levelStarts[level - 1] as number);
    const last = Math.min(below, (number + 1) * BOXES_PER_BOX);
    for (let child = number * BOXES_PER_BOX; child < last; child++) visit(level - 1, child, kept);
  };
  visit(top, 0, all);
  return nearest;
}

interface Candidates {
  count: number;
  readonly index: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function emptyCandidates(size: number): Candidates {
  return { count: 0, index: new Int32Array(size), x: new Float64Array(size), y: new Float64Array(size) };
}

/** Writes the sites of `from` that can be nearest to a point of the box to `to`, in the same order. */
function keepPossible(boxes: Float64Array, box: number, from: Candidates, to: Candidates): void {
  const west = boxes[box] as number;
  const south = boxes[box + 1] as number;
  const width = (boxes[box + 2] as number) - west;
  const height = (boxes[box + 3] as number) - south;
  const cx = west + width / 2;
  const cy = south + height / 2;
  const { count, index, x, y } = from;
  let best = Infinity;
  let bestX = 0;
  let bestY = 0;
  for (let k = 0; k < count; k++) {
    const dx = (x[k] as number) - cx;
    const dy = (y[k] as number) - cy;
    const squared = dx * dx + dy * dy;
    if (squared < best) {
      best = squared;
      bestX = x[k] as number;
      bestY = y[k] as number;
    }
  }
  let kept = 0;
  for (let k = 0; k < count; k++) {
    const sx = x[k] as number;
    const sy = y[k] as number;
    const dx = sx - cx;
    const dy = sy - cy;
    const squared = dx * dx + dy * dy;
    // The margin is a thousand times the rounding of coordinates below 10,000 km: a tie is never cut off.
    const slack = width * Math.abs(sx - bestX) + height * Math.abs(sy - bestY) + 1e-6 + 1e-9 * squared;
    if (best - squared + slack < 0) continue;
    to.index[kept] = index[k] as number;
    to.x[kept] = sx;
    to.y[kept] = sy;
    kept++;
  }
  to.count = kept;
}

function nearestOf(
  candidates: Candidates,
  x: Float64Array,
  y: Float64Array,
  from: number,
  to: number,
  nearest: Nearest,
): void {
  const { count, index, x: sx, y: sy } = candidates;
  const { site, squared } = nearest;
  for (let i = from; i < to; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    let best = Infinity;
    let which = 0;
    for (let k = 0; k < count; k++) {
      const dx = px - (sx[k] as number);
      const dy = py - (sy[k] as number);
      const d = dx * dx + dy * dy;
      if (d < best) {
        best = d;
        which = k;
      }
    }
    squared[i] = best;
    site[i] = index[which] as number;
  }
}
