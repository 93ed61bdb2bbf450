import type { Steps } from "../../work/run-steps.ts";
import type { DemandPoints } from "./demand.ts";

/** How many residents have their nearest place within x, at some x; both arrays ascend. */
export interface DistanceCurve {
  /** Metres, from 0 to at least the longest way. */
  readonly metres: Float64Array;
  /** Residents whose way is at most as long. */
  readonly residentsWithin: Float64Array;
  /** The same as a share (0–1) of all known residents; NaN without residents. The last one is the share that has any place. */
  readonly share: Float64Array;
  readonly residents: number;
}

export interface CurveOptions {
  /** Index of one Sozialraum; else all of them. */
  readonly area?: number | undefined;
  /** Distances in metres that must be among the x. */
  readonly at?: readonly number[] | undefined;
}

/** As many x at most, those that are asked for not counted. */
const MOST = 200;
const POINTS_PER_STEP = 25_000;

/**
 * The distance curve of the residents (rule C16): exact at each of its x, which are round steps up to the longest way and those asked
 * for. Ways as in `coverageBands`: who has none (Infinity) or an unknown one (NaN) counts among the residents and is never within.
 * Memory of the curve only: nothing is sorted.
 */
export function* distanceCurve(
  { residents, area }: Pick<DemandPoints, "residents" | "area">,
  distance: Float64Array,
  { area: only, at = [] }: CurveOptions = {},
): Steps<DistanceCurve> {
  const n = residents.length;
  for (const asked of at) if (!(asked >= 0)) throw new RangeError(`asked for ${asked} metres`);
  // All three in functions of their own, as engines are slow in a generator.
  const counts = (i: number): boolean => {
    const a = area[i] as number;
    return (only === undefined ? a >= 0 : a === only) && (residents[i] as number) > 0;
  };
  let longest = 0;
  let total = 0;
  const measure = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      if (!counts(i)) continue;
      total += residents[i] as number;
      const way = distance[i] as number;
      if (way > longest && way < Infinity) longest = way;
    }
  };
  for (let from = 0; from < n; from += POINTS_PER_STEP) {
    measure(from, Math.min(n, from + POINTS_PER_STEP));
    yield;
  }
  const metres = placesOnAxis(longest, at);
  const within = new Float64Array(metres.length);
  const place = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const way = distance[i] as number;
      if (!counts(i) || !(way < Infinity)) continue;
      const k = firstNotBelow(metres, way);
      within[k] = (within[k] as number) + (residents[i] as number);
    }
  };
  for (let from = 0; from < n; from += POINTS_PER_STEP) {
    place(from, Math.min(n, from + POINTS_PER_STEP));
    yield;
  }
  for (let k = 1; k < within.length; k++) within[k] = (within[k] as number) + (within[k - 1] as number);
  return {
    metres,
    residentsWithin: within,
    share: within.map((people) => (total > 0 ? people / total : Number.NaN)),
    residents: total,
  };
}

/** Steps of 1, 2 or 5 times a power of ten from 0 to the longest way, and the places asked for. */
function placesOnAxis(longest: number, at: readonly number[]): Float64Array {
  let step = 1;
  for (let k = 0; Math.ceil(longest / step) + 1 > MOST; k++) step *= k % 3 === 1 ? 2.5 : 2;
  const steps = Array.from({ length: Math.ceil(longest / step) + 1 }, (_, k) => k * step);
  return Float64Array.from(new Set([...steps, ...at])).sort();
}

/** Index of the smallest of the ascending values that is not below x; there is one. */
function firstNotBelow(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
