/**
 * What each candidate site is worth to each point, sparse, by candidate: candidate j is worth `value[e]` to point `point[e]` for
 * e = starts[j] … starts[j+1]−1; without `value` it is worth the point's `weight` (who is reached is reached). A set of sites is worth
 * Σ over points of the best value among them: coverage (MCLP) and saved ways (p-median) are both of this form. Values are above zero,
 * entries of a candidate name each point once. Flat, transferable; 4 bytes per pair, 12 with values.
 */
export interface Benefits {
  /** Number of points. */
  readonly points: number;
  readonly starts: Uint32Array;
  readonly point: Uint32Array;
  readonly value?: Float64Array | undefined;
  /** One entry per point, ≥ 0; read only where there are no values. */
  readonly weight: Float64Array;
}

/** A choice of sites, best first: the gain of each in the order of the list. */
export interface ChosenSites {
  /** Candidates. */
  readonly sites: readonly number[];
  /** What each adds to those before it; never below zero. */
  readonly gains: readonly number[];
  /** Σ gains: what all are worth together. */
  readonly value: number;
}

export function candidatesOf(benefits: Benefits): number {
  return benefits.starts.length - 1;
}

/** What candidate j adds where each point already has `best[i]` from others. */
export function gainOf(benefits: Benefits, j: number, best: Float64Array): number {
  const { starts, point, value, weight } = benefits;
  const end = starts[j + 1] as number;
  let sum = 0;
  if (value) {
    for (let e = starts[j] as number; e < end; e++) {
      const more = (value[e] as number) - (best[point[e] as number] as number);
      if (more > 0) sum += more;
    }
  } else {
    for (let e = starts[j] as number; e < end; e++) {
      const i = point[e] as number;
      const more = (weight[i] as number) - (best[i] as number);
      if (more > 0) sum += more;
    }
  }
  return sum;
}

/** Takes candidate j in: raises `best` to what it is worth. */
export function takeIn(benefits: Benefits, j: number, best: Float64Array): void {
  const { starts, point, value, weight } = benefits;
  const end = starts[j + 1] as number;
  for (let e = starts[j] as number; e < end; e++) {
    const i = point[e] as number;
    const worth = (value ? value[e] : weight[i]) as number;
    if (worth > (best[i] as number)) best[i] = worth;
  }
}

/** The same sites, in the order in which each adds most (ties: the smaller candidate first), with the gain of each. O(k² · entries of one). */
export function inOrderOfGain(benefits: Benefits, sites: readonly number[]): ChosenSites {
  const best = new Float64Array(benefits.points);
  const left = [...sites].sort((a, b) => a - b);
  const order: number[] = [];
  const gains: number[] = [];
  let value = 0;
  while (left.length > 0) {
    let most = -1;
    let at = 0;
    for (let k = 0; k < left.length; k++) {
      const gain = gainOf(benefits, left[k] as number, best);
      if (gain > most) {
        most = gain;
        at = k;
      }
    }
    const [site] = left.splice(at, 1) as [number];
    takeIn(benefits, site, best);
    order.push(site);
    gains.push(most);
    value += most;
  }
  return { sites: order, gains, value };
}
