import { wayInMetres } from "../coverage/measure-distances.ts";
import {
  type CandidateWalks,
  picked,
  placesOf,
  pointsThat,
  type SitingBenefits,
  type SitingDemand,
  WALK_MARGIN,
} from "./coverage-benefits.ts";
import { highestScale, MARGIN_METRES, pairsWithin } from "./pairs-within.ts";
import { gridOver, type PlacedPoints } from "./square-grid.ts";
import { transpose } from "./transpose.ts";

export interface WaysBenefitsOptions {
  /** Factor on the straight line, ≥ 1. */
  readonly detour: number;
  /** Keep about so many candidates: those that can save most. Default: all. */
  readonly candidates?: number | undefined;
  /** The most pairs to make; default 16,000,000 (12 bytes each, twice that while they are made). */
  readonly pairs?: number | undefined;
}

/** Benefits of ways, measured from what everyone has to walk before. */
export interface WaysBenefits extends SitingBenefits {
  /** Person-metres before: to the nearest site that stays, or, where none does, to the farthest candidate that is kept. */
  readonly before: number;
  /** Where no site stays and candidates were thinned: what these can save more than the kept ones at most. */
  readonly slack: number;
}

/**
 * Which ways each candidate would shorten (p-median): worth w · (way now − way to it) to everyone who lives nearer to it than to any site that
 * stays. These ways bound the neighbourhoods, so that nothing is left out: no candidate farther away than the nearest site shortens
 * a way. Where no site stays, every candidate matters to everyone: candidates then are thinned evenly in their order until the pairs
 * fit, and since each left out has a kept one no farther away than some δ, it saves no more than that one and δ per head: the `slack`.
 * Undefined when there are more pairs than allowed: ask for fewer candidates. O(points + candidates + pairs).
 */
export function waysBenefits(
  demand: SitingDemand,
  candidates: PlacedPoints,
  { detour, candidates: wanted = Infinity, pairs: most = 16_000_000 }: WaysBenefitsOptions,
): WaysBenefits | undefined {
  if (!(detour >= 1)) throw new RangeError(`detour is ${detour}, not a factor of at least 1`);
  const { plane, walks } = demand;
  const { demandPoint, points, weight, now } = pointsOf(demand);
  if (!now.every((metres) => Number.isFinite(metres))) {
    return walks ? walkedWithoutSites(demand, walks) : withoutSites(demand, candidates, detour, most);
  }
  const atMost = wanted < candidates.x.length ? savedAtMost(demand, candidates, detour) : undefined;
  const { candidate, rest, restAtMost } = keptOf(candidates.x.length, atMost, wanted);
  if (walks) {
    const place = placesOf(demandPoint, demand.weight.length);
    const saved = walkedSavings(walks, candidate, place, weight, now, most);
    if (!saved) return undefined;
    const benefits = { points: demandPoint.length, ...saved, weight };
    return { benefits, candidate, demandPoint, rest, restAtMost, before: product(weight, now), slack: 0 };
  }
  const places = { x: picked(candidates.x, candidate), y: picked(candidates.y, candidate) };
  const pairs = pairsWithin(points, places, { plane, detour, within: now, withMetres: true, most });
  if (!pairs?.metres) return undefined;
  const saved = pairs.metres;
  for (let i = 0; i < points.x.length; i++) {
    for (let e = pairs.starts[i] as number; e < (pairs.starts[i + 1] as number); e++) {
      saved[e] = (weight[i] as number) * ((now[i] as number) - (saved[e] as number));
    }
  }
  const { starts, columns, values } = transpose({ ...pairs, columns: pairs.others, values: saved }, candidate.length);
  const benefits = { points: demandPoint.length, starts, point: columns, value: values, weight };
  return { benefits, candidate, demandPoint, rest, restAtMost, before: product(weight, now), slack: 0 };
}

/** Per candidate what it can save at most, in weight × metres, as the crow flies; everyone with weight has a way to a site that stays. */
export function savedAtMost(demand: SitingDemand, candidates: PlacedPoints, detour: number): Float64Array {
  const { points, weight, now } = pointsOf(demand);
  const scale = highestScale(demand.plane, points, candidates) * (demand.walks ? 1 + WALK_MARGIN : 1);
  const radius = now.map((metres) => (metres / detour + MARGIN_METRES) * scale);
  return mostSaved(points, weight, now, radius, candidates);
}

function pointsOf(demand: SitingDemand) {
  const demandPoint = pointsThat(demand, () => true);
  return {
    demandPoint,
    points: { x: picked(demand.x, demandPoint), y: picked(demand.y, demandPoint) },
    weight: picked(demand.weight, demandPoint),
    now: picked(demand.nearest, demandPoint),
  };
}

/** What each candidate saves those who walk to it and would walk farther now. */
function walkedSavings(
  walks: CandidateWalks,
  candidate: Uint32Array,
  place: Int32Array,
  weight: Float64Array,
  now: Float64Array,
  most: number,
) {
  const starts = new Uint32Array(candidate.length + 1);
  let room = Math.max(1024, 8 * candidate.length);
  let point = new Uint32Array(room);
  let value = new Float64Array(room);
  let size = 0;
  for (let c = 0; c < candidate.length; c++) {
    const walked = walks.of(candidate[c] as number);
    if (size + walked.count > room) {
      room = 2 * (size + walked.count);
      const widerPoint = new Uint32Array(room);
      const widerValue = new Float64Array(room);
      widerPoint.set(point);
      widerValue.set(value);
      point = widerPoint;
      value = widerValue;
    }
    for (let k = 0; k < walked.count; k++) {
      const i = place[walked.point[k] as number] as number;
      if (i < 0) continue;
      const shorter = (now[i] as number) - (walked.distance[k] as number);
      if (!(shorter > 0)) continue;
      point[size] = i;
      value[size++] = (weight[i] as number) * shorter;
    }
    starts[c + 1] = size;
    if (size > most) return undefined;
  }
  return { starts, point: point.subarray(0, size), value: value.subarray(0, size) };
}

/** No site stays: ways count from the farthest of the candidates that may be chosen; everyone walks to each of them. */
function walkedWithoutSites(demand: SitingDemand, walks: CandidateWalks): WaysBenefits {
  const demandPoint = pointsThat(demand, () => true);
  const place = placesOf(demandPoint, demand.weight.length);
  const weight = picked(demand.weight, demandPoint);
  const candidate = walks.asked ?? new Uint32Array(0);
  const n = demandPoint.length;
  const now = new Float64Array(n);
  const ways = new Float64Array(n * candidate.length).fill(Number.NaN);
  candidate.forEach((j, c) => {
    const { count, point, distance } = walks.of(j);
    for (let k = 0; k < count; k++) {
      const i = place[point[k] as number] as number;
      if (i < 0) continue;
      const metres = distance[k] as number;
      ways[c * n + i] = metres;
      if (metres > (now[i] as number)) now[i] = metres;
    }
  });
  const point = new Uint32Array(ways.length);
  const value = ways.map((metres, e) => {
    const i = e % n;
    if (Number.isNaN(metres)) throw new RangeError(`no way from point ${i} to candidate ${candidate[(e - i) / n]}`);
    point[e] = i;
    return (weight[i] as number) * ((now[i] as number) - metres);
  });
  const before = product(weight, now);
  const total = weight.reduce((sum, w) => sum + w, 0);
  return {
    benefits: {
      points: n,
      starts: Uint32Array.from({ length: candidate.length + 1 }, (_, c) => c * n),
      point,
      value,
      weight,
    },
    candidate,
    demandPoint,
    rest: 0,
    restAtMost: 0,
    before,
    // Ways are rounded to the millimetre, and nobody's way can become shorter than nothing.
    slack: Math.min(before, total * (walks.apart === 0 ? 0 : (walks.apart ?? Infinity) + 0.002)),
  };
}

function withoutSites(demand: SitingDemand, candidates: PlacedPoints, detour: number, most: number): WaysBenefits {
  const { plane } = demand;
  const demandPoint = pointsThat(demand, () => true);
  const x = picked(demand.x, demandPoint);
  const y = picked(demand.y, demandPoint);
  const weight = picked(demand.weight, demandPoint);
  const n = demandPoint.length;
  const all = candidates.x.length;
  const count = Math.min(all, Math.max(1, Math.floor(most / Math.max(1, n))));
  const candidate = Uint32Array.from({ length: count }, (_, c) => Math.floor(((c + 0.5) * all) / count));
  const wayTo = (j: number, px: number, py: number): number => {
    const dx = (candidates.x[j] as number) - px;
    const dy = (candidates.y[j] as number) - py;
    return wayInMetres(plane, dx * dx + dy * dy, px, candidates.x[j] as number, detour);
  };
  const value = new Float64Array(n * count);
  const now = new Float64Array(n);
  for (let c = 0; c < count; c++) {
    for (let i = 0; i < n; i++) {
      const way = wayTo(candidate[c] as number, x[i] as number, y[i] as number);
      value[c * n + i] = way;
      if (way > (now[i] as number)) now[i] = way;
    }
  }
  for (let e = 0; e < value.length; e++) {
    const i = e % n;
    value[e] = (weight[i] as number) * ((now[i] as number) - (value[e] as number));
  }
  let farthest = 0;
  if (count < all) {
    for (let j = 0; j < all; j++) {
      let nearest = Infinity;
      for (const kept of candidate) {
        nearest = Math.min(nearest, wayTo(kept, candidates.x[j] as number, candidates.y[j] as number));
      }
      farthest = Math.max(farthest, nearest);
    }
  }
  const starts = Uint32Array.from({ length: count + 1 }, (_, c) => c * n);
  const point = new Uint32Array(n * count);
  for (let e = 0; e < point.length; e++) point[e] = e % n;
  const before = product(weight, now);
  const total = weight.reduce((sum, w) => sum + w, 0);
  // A thousandth more: distances over a scale half way keep the triangle inequality only nearly.
  const slack = total * farthest * 1.001;
  return {
    benefits: { points: n, starts, point, value, weight },
    candidate,
    demandPoint,
    rest: 0,
    restAtMost: 0,
    before,
    slack,
  };
}

/**
 * Per candidate more than it can save: with the least way from the square of the candidate to a square of points, the savings of these are
 * no more than Σ w · way now · (1 − way / longest way now), a chord over a convex function.
 */
function mostSaved(
  points: PlacedPoints,
  weight: Float64Array,
  now: Float64Array,
  radius: Float64Array,
  candidates: PlacedPoints,
): Float64Array {
  const middle = radius.length > 0 ? (radius.toSorted()[radius.length >> 1] as number) : 0;
  const { west, south, side, columns, rows, starts, order } = gridOver(points, Math.max(50, middle / 4));
  // The same squares, as far as there are candidates.
  const columnOf = candidates.x.map((x) => Math.floor((x - west) / side));
  const rowOf = candidates.y.map((y) => Math.floor((y - south) / side));
  const [firstColumn, lastColumn] = span(columnOf);
  const [firstRow, lastRow] = span(rowOf);
  const wide = lastColumn - firstColumn + 1;
  const sums = new Float64Array(wide * (lastRow - firstRow + 1));
  for (let s = 0; s < columns * rows; s++) {
    const from = starts[s] as number;
    const to = starts[s + 1] as number;
    if (from === to) continue;
    let metres = 0;
    // Ways are rounded to the millimetre.
    let rounding = 0;
    let farthest = 0;
    for (let k = from; k < to; k++) {
      const i = order[k] as number;
      rounding += 0.001 * (weight[i] as number);
      metres += (weight[i] as number) * (now[i] as number);
      farthest = Math.max(farthest, radius[i] as number);
    }
    const column = s % columns;
    const row = Math.floor(s / columns);
    const around = Math.ceil(farthest / side) + 1;
    const top = Math.min(lastRow, row + around);
    for (let r = Math.max(firstRow, row - around); r <= top; r++) {
      const north = Math.max(0, Math.abs(r - row) - 1) * side;
      if (north > farthest) continue;
      const half = Math.floor(Math.sqrt(farthest * farthest - north * north) / side) + 1;
      const last = Math.min(lastColumn, column + half);
      const base = (r - firstRow) * wide - firstColumn;
      for (let c = Math.max(firstColumn, column - half); c <= last; c++) {
        const east = Math.max(0, Math.abs(c - column) - 1) * side;
        const share = 1 - Math.sqrt(north * north + east * east) / farthest;
        if (share >= 0) sums[base + c] = (sums[base + c] as number) + metres * share + rounding;
      }
    }
  }
  return candidates.x.map((_, j) => {
    const square = ((rowOf[j] as number) - firstRow) * wide + (columnOf[j] as number) - firstColumn;
    return (sums[square] as number) * (1 + 1e-9);
  });
}

function span(values: Float64Array): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  values.forEach((value, j) => {
    if (!Number.isFinite(value)) throw new RangeError(`candidate ${j} has no place`);
    if (value < least) least = value;
    if (value > most) most = value;
  });
  return values.length > 0 ? [least, most] : [0, 0];
}

function keptOf(count: number, atMost: Float64Array | undefined, wanted: number) {
  if (!atMost) return { candidate: Uint32Array.from({ length: count }, (_, j) => j), rest: 0, restAtMost: 0 };
  const sorted = atMost.toSorted();
  const floor = Math.max(Number.MIN_VALUE, sorted[Math.max(0, count - wanted)] ?? 0);
  const kept: number[] = [];
  let rest = 0;
  let restAtMost = 0;
  atMost.forEach((most, j) => {
    if (most >= floor) kept.push(j);
    else if (most > 0) {
      rest++;
      if (most > restAtMost) restAtMost = most;
    }
  });
  return { candidate: Uint32Array.from(kept), rest, restAtMost };
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
