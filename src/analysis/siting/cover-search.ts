import type { Benefits } from "./benefits.ts";
import { greedySites } from "./greedy-sites.ts";
import { transpose } from "./transpose.ts";

/** Sites that reach every point that any candidate reaches, and the proven least number of sites for that. */
export interface BoundedCover {
  /** Columns, in the order in which each newly reaches the most weight. */
  readonly sites: readonly number[];
  /** Weight that each newly reaches, in this order. */
  readonly gains: readonly number[];
  /** Proven: no fewer sites do. */
  readonly bound: number;
  readonly isProven: boolean;
}

export interface CoverSearchOptions {
  /** Steps of the bound and removals tried at most; default 200. */
  readonly steps?: number | undefined;
}

/**
 * Fewest sites that reach all (LSCP), of the points that some candidate reaches: greedy by the number of points newly reached, then every
 * site that the others make needless is dropped. The bound: prices u ≥ 0 of the points prove that Σ u_i + Σ_j min(0, 1 − Σ u of j) sites at
 * least are needed (Lagrangian relaxation); begun with prices that no candidate's points exceed one with (dual ascent), improved by
 * subgradient steps. One slice per `step()`. Memory: the pairs a second time, by point.
 */
export class CoverSearch {
  readonly #benefits: Benefits;
  readonly #sites: number[];
  readonly #prices: Float64Array;
  readonly #steps: number;
  #bound = 0;
  #length = 1;
  #since = 0;
  #done = 0;

  constructor(benefits: Benefits, { steps = 200 }: CoverSearchOptions = {}) {
    this.#benefits = benefits;
    this.#steps = steps;
    const counted = { ...benefits, value: undefined, weight: new Float64Array(benefits.points).fill(1) };
    this.#sites = withoutNeedless(benefits, greedySites(counted, { sites: Infinity }).sites);
    const ascended = ascend(benefits);
    this.#bound = Math.max(0, Math.ceil(ascended.reduce((sum, price) => sum + price, 0) - 1e-6));
    this.#prices = shares(benefits, this.#sites, ascended);
  }

  get answer(): BoundedCover {
    const ordered = orderByWeight(this.#benefits, this.#sites);
    return { ...ordered, bound: this.#bound, isProven: this.#bound >= this.#sites.length };
  }

  /** Share of the planned work that is done, 0–1. */
  get progress(): number {
    return this.#bound >= this.#sites.length ? 1 : this.#done / this.#steps;
  }

  /** One step of the bound; false when it is proven that fewer do not suffice, or all steps are made. */
  step(): boolean {
    if (this.#bound >= this.#sites.length || this.#done >= this.#steps) return false;
    this.#done++;
    const { starts, point } = this.#benefits;
    const prices = this.#prices;
    const slope = new Float64Array(prices.length).fill(1);
    let bound = prices.reduce((sum, price) => sum + price, 0);
    for (let j = 0; j + 1 < starts.length; j++) {
      const end = starts[j + 1] as number;
      let sum = 0;
      for (let e = starts[j] as number; e < end; e++) sum += prices[point[e] as number] as number;
      if (sum <= 1) continue;
      bound += 1 - sum;
      for (let e = starts[j] as number; e < end; e++) {
        const i = point[e] as number;
        slope[i] = (slope[i] as number) - 1;
      }
    }
    if (bound - 1e-6 > this.#bound) {
      this.#bound = Math.ceil(bound - 1e-6);
      this.#since = 0;
    } else if (++this.#since >= 10) {
      this.#length /= 2;
      this.#since = 0;
    }
    let square = 0;
    for (let i = 0; i < slope.length; i++) {
      if ((slope[i] as number) < 0 && prices[i] === 0) slope[i] = 0;
      square += (slope[i] as number) ** 2;
    }
    if (square === 0) return false;
    const length = (this.#length * Math.max(0.5, this.#sites.length - bound)) / square;
    for (let i = 0; i < prices.length; i++) {
      prices[i] = Math.max(0, (prices[i] as number) + length * (slope[i] as number));
    }
    return true;
  }
}

/** Prices that no candidate's points exceed one with: points with few candidates first, each as much as its candidates still allow. */
function ascend({ points, starts, point }: Benefits): Float64Array {
  const byPoint = transpose({ starts, columns: point }, points);
  const degree = (i: number) => (byPoint.starts[i + 1] as number) - (byPoint.starts[i] as number);
  const order = Uint32Array.from({ length: points }, (_, i) => i).sort((a, b) => degree(a) - degree(b) || a - b);
  const left = new Float64Array(starts.length - 1).fill(1);
  const prices = new Float64Array(points);
  for (const i of order) {
    const from = byPoint.starts[i] as number;
    const to = byPoint.starts[i + 1] as number;
    if (from === to) continue;
    let least = 1;
    for (let e = from; e < to; e++) least = Math.min(least, left[byPoint.columns[e] as number] as number);
    if (least <= 0) continue;
    prices[i] = least;
    for (let e = from; e < to; e++) {
      const j = byPoint.columns[e] as number;
      left[j] = (left[j] as number) - least;
    }
  }
  return prices;
}

/** Prices halfway between those and the parts of a site that each point would pay in the order of greedy (Chvátal 1979). */
function shares(benefits: Benefits, sites: readonly number[], ascended: Float64Array): Float64Array {
  const { starts, point } = benefits;
  const paid = new Float64Array(benefits.points);
  for (const j of orderByWeight({ ...benefits, weight: new Float64Array(benefits.points).fill(1) }, sites).sites) {
    let fresh = 0;
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) if (paid[point[e] as number] === 0) fresh++;
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
      const i = point[e] as number;
      if (paid[i] === 0) paid[i] = 1 / fresh;
    }
  }
  return paid.map((share, i) => (share + (ascended[i] as number)) / 2);
}

function withoutNeedless({ points, starts, point }: Benefits, sites: readonly number[]): number[] {
  const times = new Int32Array(points);
  for (const j of sites) {
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
      const i = point[e] as number;
      times[i] = (times[i] as number) + 1;
    }
  }
  // The last taken reach least: they go first.
  return sites.toReversed().filter((j) => {
    const from = starts[j] as number;
    const to = starts[j + 1] as number;
    for (let e = from; e < to; e++) if ((times[point[e] as number] as number) < 2) return true;
    for (let e = from; e < to; e++) {
      const i = point[e] as number;
      times[i] = (times[i] as number) - 1;
    }
    return false;
  });
}

/** The sites in the order in which each newly reaches the most weight, for any number of them. */
export function orderByWeight(benefits: Benefits, sites: readonly number[]): { sites: number[]; gains: number[] } {
  const lengths = sites.map((j) => (benefits.starts[j + 1] as number) - (benefits.starts[j] as number));
  const starts = new Uint32Array(sites.length + 1);
  lengths.forEach((length, s) => {
    starts[s + 1] = (starts[s] as number) + length;
  });
  const point = new Uint32Array(starts[sites.length] as number);
  sites.forEach((j, s) => {
    point.set(benefits.point.subarray(benefits.starts[j], benefits.starts[j + 1]), starts[s]);
  });
  const chosen = greedySites({ ...benefits, starts, point, value: undefined }, { sites: Infinity, least: -1 });
  return { sites: chosen.sites.map((s) => sites[s] as number), gains: [...chosen.gains] };
}
