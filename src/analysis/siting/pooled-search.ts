import { type Benefits, candidatesOf, gainOf } from "./benefits.ts";
import { greedySites } from "./greedy-sites.ts";
import { joinedColumns, type SitePool } from "./site-pool.ts";
import { type BoundedSites, SiteSearch, type SiteSearchOptions } from "./site-search.ts";

export interface PooledSearchOptions {
  /** The most sites to choose, ≥ 0. */
  readonly sites: number;
  readonly restarts?: number | undefined;
  readonly seed?: number | undefined;
  /** Columns to look at first, and in every round; default 256. */
  readonly look?: number | undefined;
  /** The most pairs to hold; default 16,000,000 (12 bytes each, twice that while some are added). */
  readonly pairs?: number | undefined;
}

const LOOK = 256;
/** So many times more groups are looked at before the first answer where the last site of greedy could be one of them. */
const MORE_AT_FIRST = 1.5;
/** Columns that the bound of the first answer may price, all steps together. */
const FIRST_PRICED = 6000;

/**
 * The most valuable sites of a pool. At first one candidate per group is looked at closely; the prices that prove the bound of these say of
 * every other candidate what it can be worth at most beside them, and those that can be worth most are looked at next (column generation:
 * Gilmore & Gomory 1961), until no candidate is left that could be part of a better choice; from then on it is the search among those
 * looked at. The bound Σ λ_i + the k largest worths of all candidates holds for any prices λ ≥ 0, also where of a worth only is known that it is
 * no higher; the least of all rounds counts. A step takes some tens of milliseconds on a city.
 */
export class PooledSearch {
  readonly #pool: SitePool;
  readonly #options: PooledSearchOptions;
  readonly #most: number;
  readonly #look: number;
  /** Per column its candidate. */
  readonly #candidate: number[] = [];
  /** Per candidate whether it has a column, or is in no better choice. */
  readonly #isSettled: Uint8Array;
  readonly #asked: number;
  #benefits: Benefits;
  #search: SiteSearch;
  /** Candidates without a column that could be part of a better choice, the most promising first. */
  #open: Uint32Array;
  #bound = Infinity;

  constructor(pool: SitePool, options: PooledSearchOptions) {
    const { sites, look = LOOK, pairs = 16_000_000 } = options;
    if (!(sites >= 0)) throw new RangeError(`${sites} is no number of sites`);
    this.#pool = pool;
    this.#options = options;
    this.#most = pairs;
    this.#look = look;
    const atMost = pool.atMost();
    this.#isSettled = Uint8Array.from(atMost, (most) => (most > 0 ? 0 : 1));
    this.#asked = this.#isSettled.reduce((sum, settled) => sum + 1 - settled, 0);
    const first = firstOfGroups(pool, atMost);
    this.#benefits = this.#looked(first.subarray(0, look));
    const { gains } = greedySites(this.#benefits, { sites });
    const last = gains.length < sites ? 0 : (gains[sites - 1] ?? 0);
    const next = first.subarray(look, Math.ceil((1 + MORE_AT_FIRST) * look));
    this.#add(next.filter((j) => (atMost[j] as number) > last));
    this.#search = this.#searched({ priced: FIRST_PRICED });
    this.#open = this.#priced();
  }

  /** The best choice so far, by candidates of the pool. */
  get answer(): BoundedSites {
    const { sites, gains, value, bound: ofColumns } = this.#search.answer;
    // Without open candidates every better choice is one of the columns.
    const bound = Math.max(value, Math.min(this.#bound, this.#open.length === 0 ? ofColumns : Infinity));
    const isProven = bound <= value * (1 + 1e-9);
    const candidates = sites.map((c) => this.#candidate[c] as number);
    return { sites: candidates, gains, value, bound: isProven ? value : bound, isProven };
  }

  /** Candidates that are worth something, as far as is known without looking at each. */
  get asked(): number {
    return this.#asked;
  }

  /** Share of the planned work that is done, 0–1. */
  get progress(): number {
    if (this.answer.isProven) return 1;
    const settled = 1 - this.#open.length / Math.max(1, this.#asked);
    return this.#isFull ? this.#search.progress : (settled + this.#search.progress) / 2;
  }

  /** One slice of work; false when nothing is left to do. */
  step(): boolean {
    if (this.answer.isProven) return false;
    return this.look() || this.#search.step();
  }

  /** Looks at the candidates that could matter most; false when there are none, or no more pairs can be held. */
  look(): boolean {
    if (this.#open.length === 0 || this.#isFull || this.answer.isProven) return false;
    const { sites } = this.#search.answer;
    const prices = this.#search.prices;
    this.#add(this.#open.subarray(0, this.#look));
    this.#search = this.#searched({ from: sites, prices });
    this.#open = this.#priced();
    return true;
  }

  /** What is left: benefits, those of its columns that may be part of a better choice, and the candidate of each column. */
  get part(): { benefits: Benefits; open: Uint32Array; candidate: readonly number[]; isWhole: boolean } {
    const isWhole = this.#open.length === 0;
    return { benefits: this.#benefits, open: this.#search.open, candidate: this.#candidate, isWhole };
  }

  get #isFull(): boolean {
    return this.#benefits.point.length >= this.#most;
  }

  #searched(begin: Partial<SiteSearchOptions>): SiteSearch {
    const { sites, restarts, seed } = this.#options;
    return new SiteSearch(this.#benefits, { sites, restarts, seed, ...begin });
  }

  #looked(candidates: Uint32Array): Benefits {
    for (const j of candidates) {
      this.#isSettled[j] = 1;
      this.#candidate.push(j);
    }
    return this.#pool.columns(candidates);
  }

  #add(candidates: Uint32Array): void {
    if (candidates.length > 0) this.#benefits = joinedColumns(this.#benefits, this.#looked(candidates));
  }

  /** The bound on all candidates at the best prices so far; gives those of the others that could be part of a better choice. */
  #priced(): Uint32Array {
    const { prices } = this.#search;
    const { value } = this.#search.answer;
    const { sites } = this.#options;
    const worth = this.#pool.atMost(prices);
    for (let c = 0; c < candidatesOf(this.#benefits); c++) {
      worth[this.#candidate[c] as number] = gainOf(this.#benefits, c, prices);
    }
    let bound = 0;
    for (let i = 0; i < prices.length; i++) bound += prices[i] as number;
    const top = largest(worth, sites);
    for (const most of top) bound += most;
    this.#bound = Math.min(this.#bound, bound);
    // A choice with a candidate: it takes the place of the last of the largest.
    const last = top.length < sites ? 0 : (top[sites - 1] ?? 0);
    const least = value - (bound - last) - 1e-9 * bound;
    const open: number[] = [];
    for (let j = 0; j < worth.length; j++) {
      if (this.#isSettled[j]) continue;
      if (sites === 0 || (worth[j] as number) < least) this.#isSettled[j] = 1;
      else open.push(j);
    }
    return Uint32Array.from(open).sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b);
  }
}

/** Of every group the candidate that can be worth most, the most promising group first. */
function firstOfGroups({ count, group }: SitePool, atMost: Float64Array): Uint32Array {
  const best = new Map<number, number>();
  for (let j = 0; j < count; j++) {
    if (!((atMost[j] as number) > 0)) continue;
    const g = group ? (group[j] as number) : j;
    const other = best.get(g);
    if (other === undefined || (atMost[j] as number) > (atMost[other] as number)) best.set(g, j);
  }
  return Uint32Array.from(best.values()).sort((a, b) => (atMost[b] as number) - (atMost[a] as number) || a - b);
}

/** The `count` largest values above zero, the largest first. */
function largest(values: Float64Array, count: number): number[] {
  const top: number[] = [];
  if (count === 0) return top;
  for (let j = 0; j < values.length; j++) {
    const value = values[j] as number;
    if (!(value > 0) || (top.length >= count && value <= (top[count - 1] as number))) continue;
    if (top.length >= count) top.pop();
    let at = top.length;
    while (at > 0 && (top[at - 1] as number) < value) at--;
    top.splice(at, 0, value);
  }
  return top;
}
