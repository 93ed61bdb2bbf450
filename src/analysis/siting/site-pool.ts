import { type Benefits, candidatesOf } from "./benefits.ts";

/**
 * Many candidates whose columns are made only when they are asked for: a choice of some hundred of them is looked at closely, and of all
 * others it is known what they can be worth at most. Nothing here says how ways are measured.
 */
export interface SitePool {
  /** Candidates, numbered from 0. */
  readonly count: number;
  /** Points of the benefits. */
  readonly points: number;
  /** Per candidate no less than Σ_i max(0, v_ij − price_i); without prices no less than what it is worth alone. */
  atMost(prices?: Float64Array): Float64Array;
  /** What these candidates are worth, as columns in their order. */
  columns(candidates: Uint32Array): Benefits;
  /** A hint, one number per candidate: those of one group lie close together, so that one can stand for all at first. */
  readonly group?: Uint32Array | undefined;
}

/** Benefits that are known altogether, whatever metric they come from. */
export function poolOf(benefits: Benefits, group?: Uint32Array): SitePool {
  const count = candidatesOf(benefits);
  const { points, starts, point, value, weight } = benefits;
  return {
    count,
    points,
    group,
    atMost(prices) {
      const most = new Float64Array(count);
      for (let j = 0; j < count; j++) {
        let sum = 0;
        const end = starts[j + 1] as number;
        for (let e = starts[j] as number; e < end; e++) {
          const i = point[e] as number;
          const more = ((value ? value[e] : weight[i]) as number) - (prices ? (prices[i] as number) : 0);
          if (more > 0) sum += more;
        }
        most[j] = sum;
      }
      return most;
    },
    columns: (candidates) => columnsOf(benefits, candidates),
  };
}

/** Some columns of benefits, in the order asked for; points keep their numbers. */
export function columnsOf(benefits: Benefits, columns: ArrayLike<number>): Benefits {
  const { points, starts, point, value, weight } = benefits;
  const own = new Uint32Array(columns.length + 1);
  for (let c = 0; c < columns.length; c++) {
    const j = columns[c] as number;
    own[c + 1] = (own[c] as number) + (starts[j + 1] as number) - (starts[j] as number);
  }
  const size = own[columns.length] as number;
  const ownPoint = new Uint32Array(size);
  const ownValue = value && new Float64Array(size);
  for (let c = 0; c < columns.length; c++) {
    const j = columns[c] as number;
    ownPoint.set(point.subarray(starts[j], starts[j + 1]), own[c]);
    if (ownValue && value) ownValue.set(value.subarray(starts[j], starts[j + 1]), own[c]);
  }
  return { points, starts: own, point: ownPoint, value: ownValue, weight };
}

/** The columns of one and then those of the other, over the same points. */
export function joinedColumns(a: Benefits, b: Benefits): Benefits {
  const count = candidatesOf(a);
  const starts = new Uint32Array(count + candidatesOf(b) + 1);
  starts.set(a.starts);
  const size = a.starts[count] as number;
  for (let c = 0; c < b.starts.length; c++) starts[count + c] = size + (b.starts[c] as number);
  const point = new Uint32Array(size + b.point.length);
  point.set(a.point.subarray(0, size));
  point.set(b.point, size);
  const { points, weight } = a;
  if (!a.value || !b.value) return { points, starts, point, weight };
  const value = new Float64Array(point.length);
  value.set(a.value.subarray(0, size));
  value.set(b.value, size);
  return { points, starts, point, value, weight };
}
