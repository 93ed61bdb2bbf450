import type { LocalPlane } from "../../geo/local-plane.ts";
import { releaseArrays } from "../../work/release-arrays.ts";
import type { SitePairs } from "../coverage/given-ways.ts";
import type { Benefits } from "./benefits.ts";
import { highestScale, MARGIN_METRES, pairsWithin } from "./pairs-within.ts";
import { gridOver, type PlacedPoints } from "./square-grid.ts";

/** Points with a need for a site, on a plane. */
export interface SitingDemand extends PlacedPoints {
  readonly plane: LocalPlane;
  /** Residents × need, one per point; what is not above zero (or not known: NaN) does not count. */
  readonly weight: Float64Array;
  /** Metres to the nearest of the sites that stay, as coverage measures them; NaN or Infinity = there is none. */
  readonly nearest: Float64Array;
  /** Ways on foot to each candidate, in place of straight lines; the detour is then 1, and no way is shorter than the straight line. */
  readonly walks?: CandidateWalks | undefined;
}

/** More than the pieces of a way can be shorter than the straight line, each of them being measured in its own middle: as a share of it. */
export const WALK_MARGIN = 1e-6;

/** Who walks to each candidate: the points with weight, as far as they come into question for the goal. */
export interface CandidateWalks extends Pick<SitePairs, "of"> {
  /** Where no site stays: the candidates that may be chosen; everyone with weight walks to each of them. */
  readonly asked?: Uint32Array | undefined;
  /** How far, in metres on foot, a candidate that was left out is from one of these at most; Infinity = not known. */
  readonly apart?: number | undefined;
}

export interface CoverageBenefitsOptions {
  /** Metres; a distance of exactly the reach counts. */
  readonly reach: number;
  /** Factor on the straight line, ≥ 1. */
  readonly detour: number;
  /** Keep about so many candidates: those that can be worth most. Default: all that reach anyone. */
  readonly candidates?: number | undefined;
  /** The most pairs to make; default 64,000,000 (4 bytes each, three times that while they are made), in a country fewer. */
  readonly pairs?: number | undefined;
}

/** Benefits with where their rows and columns come from. */
export interface SitingBenefits {
  readonly benefits: Benefits;
  /** Per column the candidate. */
  readonly candidate: Uint32Array;
  /** Per point of the benefits the point of the demand. */
  readonly demandPoint: Uint32Array;
  /** Candidates that are left out although they may be worth something, and the most that any of them can be worth alone. */
  readonly rest: number;
  readonly restAtMost: number;
}

/**
 * Who would be newly reached by each candidate (MCLP): the points with weight that no site reaches which stays. What a candidate can be
 * worth at most is read from sums over a grid first; with `candidates`, pairs are made only for those on top of that list, and `rest` and
 * `restAtMost` say what was left out. Undefined when there are more pairs than allowed. O(points + candidates + pairs).
 */
export function coverageBenefits(
  demand: SitingDemand,
  candidates: PlacedPoints,
  { reach, detour, candidates: wanted = Infinity, pairs: most = mostPairs(demand) }: CoverageBenefitsOptions,
): SitingBenefits | undefined {
  const { demandPoint, open, weight, atMost } = openPoints(demand, candidates, reach, detour);
  const floor = floorOf(atMost, wanted);
  const kept: number[] = [];
  let rest = 0;
  let restAtMost = 0;
  for (let j = 0; j < atMost.length; j++) {
    const most = atMost[j] as number;
    if (most >= floor) kept.push(j);
    else if (most > 0) {
      rest++;
      if (most > restAtMost) restAtMost = most;
    }
  }
  const candidate = Uint32Array.from(kept);
  const centres = { x: picked(candidates.x, candidate), y: picked(candidates.y, candidate) };
  const pairs = demand.walks
    ? walkedPairs(demand.walks, candidate, placesOf(demandPoint, demand.weight.length), most)
    : pairsWithin(centres, open, { plane: demand.plane, detour, within: reach, most });
  // Of a country these are hundreds of megabytes, and there are several rounds.
  releaseArrays(open.x, open.y, atMost);
  if (!pairs) return undefined;
  const benefits = { points: demandPoint.length, starts: pairs.starts, point: pairs.others, weight };
  return { benefits, candidate, demandPoint, rest, restAtMost };
}

/** What a browser has room for: the points of a country take half a gigabyte themselves. */
function mostPairs({ weight }: SitingDemand): number {
  return weight.length > 1_000_000 ? 16_000_000 : 64_000_000;
}

/** Per candidate what it can be worth at most: the weight that nobody reaches yet within the reach of it, as the crow flies, and a little more. */
export function reachedAtMost(
  demand: SitingDemand,
  candidates: PlacedPoints,
  { reach, detour }: Pick<CoverageBenefitsOptions, "reach" | "detour">,
): Float64Array {
  return openPoints(demand, candidates, reach, detour).atMost;
}

function openPoints(demand: SitingDemand, candidates: PlacedPoints, reach: number, detour: number) {
  if (!(reach >= 0)) throw new RangeError(`reach is ${reach}, not a number of metres`);
  if (!(detour >= 1)) throw new RangeError(`detour is ${detour}, not a factor of at least 1`);
  const demandPoint = pointsThat(demand, (i) => !((demand.nearest[i] as number) <= reach));
  const open = { x: picked(demand.x, demandPoint), y: picked(demand.y, demandPoint) };
  const weight = picked(demand.weight, demandPoint);
  const margin = MARGIN_METRES + (demand.walks ? WALK_MARGIN * reach : 0);
  const radius = (reach / detour + margin) * highestScale(demand.plane, open, candidates);
  return { demandPoint, open, weight, atMost: mostWithin(open, weight, candidates, radius) };
}

/** Per point of the demand its place in a list of some of them; −1 = it is not among them. */
export function placesOf(demandPoint: Uint32Array, count: number): Int32Array {
  const place = new Int32Array(count).fill(-1);
  demandPoint.forEach((i, k) => {
    place[i] = k;
  });
  return place;
}

/** The points of each candidate as `walks` has them, of those that have a place. */
function walkedPairs(walks: CandidateWalks, candidate: Uint32Array, place: Int32Array, most: number) {
  const starts = new Uint32Array(candidate.length + 1);
  let others = new Uint32Array(Math.max(1024, 8 * candidate.length));
  let size = 0;
  for (let c = 0; c < candidate.length; c++) {
    const { count, point } = walks.of(candidate[c] as number);
    if (size + count > others.length) {
      const wider = new Uint32Array(2 * (size + count));
      wider.set(others);
      others = wider;
    }
    for (let k = 0; k < count; k++) {
      const at = place[point[k] as number] as number;
      if (at >= 0) others[size++] = at;
    }
    starts[c + 1] = size;
    if (size > most) return undefined;
  }
  return { starts, others: others.subarray(0, size) };
}

/** The points of the demand that count and fulfil a condition. */
export function pointsThat(demand: SitingDemand, holds: (i: number) => boolean): Uint32Array {
  const points: number[] = [];
  for (let i = 0; i < demand.weight.length; i++) if ((demand.weight[i] as number) > 0 && holds(i)) points.push(i);
  return Uint32Array.from(points);
}

export function picked(values: Float64Array, indices: Uint32Array): Float64Array {
  const result = new Float64Array(indices.length);
  for (let k = 0; k < indices.length; k++) result[k] = values[indices[k] as number] as number;
  return result;
}

/** Per candidate the weight of all squares that a circle around it touches: never less than what lies within. */
function mostWithin(
  points: PlacedPoints,
  weight: Float64Array,
  candidates: PlacedPoints,
  radius: number,
): Float64Array {
  const { west, south, side, columns, rows, starts, order, x, y } = gridOver(points, radius / 8);
  const sums = new Float64Array(order.length + 1);
  for (let k = 0; k < order.length; k++) sums[k + 1] = (sums[k] as number) + (weight[order[k] as number] as number);
  const total = sums[order.length] as number;
  const most = new Float64Array(candidates.x.length);
  for (let j = 0; j < most.length; j++) {
    const px = candidates.x[j] as number;
    const py = candidates.y[j] as number;
    if (!Number.isFinite(px + py)) throw new RangeError(`candidate ${j} has no place`);
    const lastRow = Math.min(rows - 1, Math.floor((py + radius - south) / side));
    let sum = 0;
    for (let row = Math.max(0, Math.floor((py - radius - south) / side)); row <= lastRow; row++) {
      const low = south + row * side;
      const away = py < low ? low - py : py > low + side ? py - low - side : 0;
      if (away > radius) continue;
      const half = Math.sqrt(radius * radius - away * away);
      const first = Math.max(0, Math.floor((px - half - west) / side));
      const last = Math.min(columns - 1, Math.floor((px + half - west) / side));
      if (first > last) continue;
      const from = sums[starts[row * columns + first] as number] as number;
      sum += (sums[starts[row * columns + last + 1] as number] as number) - from;
    }
    // Sums of fractions may lose their last digits against a sum in another order.
    most[j] = sum > 0 ? sum + 1e-12 * total : 0;
  }
  releaseArrays(starts, order, x, y, sums);
  return most;
}

/** A value that about `wanted` of the values reach, never so high that none does. */
function floorOf(values: Float64Array, wanted: number): number {
  let highest = 0;
  let above = 0;
  for (const value of values) {
    if (value > highest) highest = value;
    if (value > 0) above++;
  }
  if (above <= wanted) return Number.MIN_VALUE;
  const buckets = 1024;
  const counts = new Uint32Array(buckets + 1);
  for (const value of values) {
    const b = Math.floor((value / highest) * buckets);
    counts[b] = (counts[b] as number) + 1;
  }
  let b = buckets;
  for (let sum = counts[b] as number; b > 1 && sum < wanted; ) sum += counts[--b] as number;
  return (highest * b) / buckets;
}
