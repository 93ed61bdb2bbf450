import { type Benefits, candidatesOf } from "./benefits.ts";

export interface DualBoundOptions {
  /** How many sites may be chosen. */
  readonly sites: number;
  /** Candidates that the benefits leave out are worth at most this alone; default 0: none is left out. */
  readonly restAtMost?: number | undefined;
  /** How many are left out; default 0. */
  readonly rest?: number | undefined;
}

/** Steps without a smaller bound before the next ones are halved. */
const PATIENCE = 10;

/**
 * A proven upper bound on what any `sites` candidates can be worth together: for prices λ ≥ 0 of the points,
 * Σ λ_i + the k largest ρ_j, ρ_j = Σ_i max(0, v_ij − λ_i). Every λ proves one (Lagrangian relaxation of „each point is served once“; with
 * λ = what points have from a set it is the data-dependent bound of submodular functions, Nemhauser, Wolsey & Fisher 1978); the smallest of all
 * is the bound of the linear program. λ is improved by subgradient steps (Held, Wolfe & Crowder 1974). A candidate with which the bound
 * falls below a known value is in no better choice and is dropped for good: the fewer are left, the faster the next step.
 */
export class DualBound {
  readonly #benefits: Benefits;
  readonly #sites: number;
  readonly #restAtMost: number;
  #rest: number;
  readonly #prices: Float64Array;
  readonly #leastAt: Float64Array;
  readonly #slope: Float64Array;
  readonly #scale: Float64Array;
  readonly #direction: Float64Array;
  readonly #worth: Float64Array;
  #alive: Uint32Array;
  #bound = Infinity;
  #least = Infinity;
  #step = 1;
  #since = 0;

  /** `prices`: one per point, for instance what each has from a good choice; copied. */
  constructor(benefits: Benefits, prices: Float64Array, { sites, restAtMost = 0, rest = 0 }: DualBoundOptions) {
    this.#benefits = benefits;
    this.#sites = sites;
    this.#restAtMost = restAtMost;
    this.#rest = rest;
    this.#prices = prices.slice();
    this.#leastAt = prices.slice();
    this.#scale = benefits.weight.map(Math.sqrt);
    this.#slope = new Float64Array(prices.length);
    this.#direction = new Float64Array(prices.length);
    this.#worth = new Float64Array(candidatesOf(benefits));
    this.#alive = Uint32Array.from({ length: candidatesOf(benefits) }, (_, j) => j);
  }

  /** The least bound so far, or the value that it was improved against where that is higher. */
  get bound(): number {
    return this.#bound;
  }

  /** The prices that prove the least bound; lent until the next step. */
  get prices(): Float64Array {
    return this.#leastAt;
  }

  /** Candidates that may still be part of a better choice. */
  get candidates(): Uint32Array {
    return this.#alive;
  }

  /** Whether candidates that were left out could still be part of a better choice. */
  get needsRest(): boolean {
    return this.#rest > 0;
  }

  /** One step against the value of the best choice that is known; gives how many candidates it walked over. */
  improve(known: number): number {
    const { prices, worth } = { prices: this.#prices, worth: this.#worth };
    const alive = this.#alive;
    let fixed = 0;
    for (let i = 0; i < prices.length; i++) fixed += prices[i] as number;
    for (let a = 0; a < alive.length; a++) worth[alive[a] as number] = this.#worthOf(alive[a] as number);
    const top = largest(alive, worth, this.#sites);
    const restInTop = Math.min(this.#rest, this.#sites);
    let bound = fixed;
    // Those left out stand in with the most that they can be worth.
    let taken = 0;
    let fromRest = 0;
    for (let n = 0; n < this.#sites; n++) {
      const next = taken < top.length ? (worth[top[taken] as number] as number) : -1;
      if (fromRest < restInTop && this.#restAtMost > next) {
        bound += this.#restAtMost;
        fromRest++;
      } else if (next >= 0) {
        bound += next;
        taken++;
      } else break;
    }
    const full = taken + fromRest === this.#sites;
    const last = full
      ? Math.min(
          taken > 0 ? (worth[top[taken - 1] as number] as number) : Infinity,
          fromRest > 0 ? this.#restAtMost : Infinity,
        )
      : 0;

    // A bound on choices with a candidate: it takes the place of the last of the largest.
    const margin = 1e-9 * Math.abs(bound);
    const without = bound - last;
    if (this.#rest > 0 && without + this.#restAtMost + margin < known) this.#rest = 0;
    let kept = 0;
    for (let a = 0; a < alive.length; a++) {
      const j = alive[a] as number;
      if (without + (worth[j] as number) + margin >= known) alive[kept++] = j;
    }
    if (kept < alive.length) this.#alive = alive.slice(0, kept);

    this.#bound = Math.max(known, Math.min(this.#bound, bound));
    if (bound < this.#least) {
      this.#least = bound;
      this.#leastAt.set(prices);
      this.#since = 0;
    } else if (++this.#since >= PATIENCE) {
      this.#step /= 2;
      this.#since = 0;
    }
    this.#move(top.subarray(0, taken), bound - known);
    return alive.length;
  }

  #worthOf(j: number): number {
    const { starts, point, value, weight } = this.#benefits;
    const prices = this.#prices;
    const end = starts[j + 1] as number;
    let sum = 0;
    for (let e = starts[j] as number; e < end; e++) {
      const i = point[e] as number;
      const more = ((value ? value[e] : weight[i]) as number) - (prices[i] as number);
      if (more > 0) sum += more;
    }
    return sum;
  }

  #move(top: Uint32Array, distance: number): void {
    const { starts, point, value, weight } = this.#benefits;
    const prices = this.#prices;
    const slope = this.#slope.fill(1);
    for (const j of top) {
      for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
        const i = point[e] as number;
        if (((value ? value[e] : weight[i]) as number) > (prices[i] as number)) slope[i] = (slope[i] as number) - 1;
      }
    }
    const direction = this.#direction;
    let along = 0;
    let before = 0;
    for (let i = 0; i < slope.length; i++) {
      // A price of zero does not fall.
      const s =
        (slope[i] as number) > 0 && (prices[i] as number) === 0 ? 0 : (slope[i] as number) * (this.#scale[i] as number);
      slope[i] = s;
      const d = direction[i] as number;
      along += d * s;
      before += d * d;
    }
    // Against the zigzag: what the last direction has of the opposite of the new slope is turned (Camerini, Fratta & Maffioli 1975).
    const turn = along < 0 ? (-1.5 * along) / before : 0;
    let square = 0;
    for (let i = 0; i < slope.length; i++) {
      const d = (slope[i] as number) + turn * (direction[i] as number);
      direction[i] = d;
      square += d * d;
    }
    if (square === 0 || !(distance > 0)) return;
    const length = (this.#step * distance) / square;
    for (let i = 0; i < slope.length; i++) {
      const price = (prices[i] as number) - length * (direction[i] as number) * (this.#scale[i] as number);
      prices[i] = price > 0 ? price : 0;
    }
  }
}

/** The `count` of the items with the largest values, the largest first. */
function largest(items: Uint32Array, values: Float64Array, count: number): Uint32Array {
  if (items.length <= count || count > 64) {
    return items
      .slice()
      .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
      .subarray(0, count);
  }
  const top = new Uint32Array(count);
  let size = 0;
  for (let k = 0; k < items.length; k++) {
    const item = items[k] as number;
    const value = values[item] as number;
    if (size === count && value <= (values[top[size - 1] as number] as number)) continue;
    let hole = size < count ? size++ : size - 1;
    while (hole > 0 && (values[top[hole - 1] as number] as number) < value) {
      top[hole] = top[hole - 1] as number;
      hole--;
    }
    top[hole] = item;
  }
  return top.subarray(0, size);
}

/**
 * Prices to begin with for a choice of sites: of what a point has from its site as large a part as makes all sites equally worthwhile. Where
 * the sites lie far apart, these prices alone prove the choice best or nearly so.
 */
export function pricesOf(benefits: Benefits, sites: readonly number[]): Float64Array {
  const { starts, point, value, weight } = benefits;
  const prices = new Float64Array(benefits.points);
  const whose = new Int32Array(benefits.points);
  sites.forEach((j, s) => {
    for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
      const i = point[e] as number;
      const worth = (value ? value[e] : weight[i]) as number;
      if (worth <= (prices[i] as number)) continue;
      prices[i] = worth;
      whose[i] = s;
    }
  });
  const gains = new Float64Array(sites.length);
  prices.forEach((worth, i) => {
    const s = whose[i] as number;
    if (worth > 0) gains[s] = (gains[s] as number) + worth;
  });
  const least = gains.reduce((a, b) => Math.min(a, b), Infinity);
  for (let i = 0; i < prices.length; i++) {
    const worth = prices[i] as number;
    if (worth > 0) prices[i] = worth * (1 - least / (gains[whose[i] as number] as number));
  }
  return prices;
}
