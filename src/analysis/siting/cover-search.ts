import { type Benefits, candidatesOf } from "./benefits.ts";
import { CoverBound } from "./cover-bound.ts";
import { reducedCover } from "./cover-reduction.ts";
import { greedySites } from "./greedy-sites.ts";
import { RowWeighting } from "./row-weighting.ts";
import { seededRandom } from "./seeded-random.ts";
import { type SparseRows, transpose } from "./transpose.ts";

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
  /** Slices of exchanges and of the bound at most; default 400. */
  readonly steps?: number | undefined;
  /** Default 1: the same seed gives the same sites. */
  readonly seed?: number | undefined;
}

/** Exchanges before the first answer, and in a slice; on a small case fewer. */
const FIRST_EXCHANGES = 600;
const EXCHANGES = 1000;
const EXCHANGES_PER_COLUMN = 4;
const BOUND_STEPS = 3;

/**
 * Fewest sites that reach all (LSCP), of the points that some candidate reaches: greedy by the number of points newly reached, without the
 * sites that the others make needless, then exchanges by weighted rows (`RowWeighting`); beside it the bound of `CoverBound`. After the first
 * answer candidates that another one covers are left out. One slice per `step()`. Memory: the pairs three times more.
 */
export class CoverSearch {
  readonly #benefits: Benefits;
  readonly #random: () => number;
  readonly #steps: number;
  readonly #exchanges: number;
  #rows: SparseRows;
  #sites: readonly number[];
  #ordered: { sites: number[]; gains: number[] } | undefined;
  #bound: number;
  #done = 0;
  #reduced: { readonly before: Uint32Array; readonly exchange: RowWeighting; readonly bound: CoverBound } | undefined;

  constructor(benefits: Benefits, { steps = 400, seed = 1 }: CoverSearchOptions = {}) {
    this.#benefits = benefits;
    this.#random = seededRandom(seed);
    this.#steps = steps;
    this.#exchanges = Math.min(EXCHANGES, EXCHANGES_PER_COLUMN * candidatesOf(benefits));
    this.#rows = transpose({ starts: benefits.starts, columns: benefits.point }, benefits.points);
    const greedy = withoutNeedless(benefits, greedyCover(benefits, this.#rows));
    const exchange = new RowWeighting(benefits, this.#rows, greedy, this.#random);
    exchange.run(Math.min(FIRST_EXCHANGES, this.#exchanges));
    this.#sites = exchange.best;
    this.#bound = new CoverBound(benefits, this.#rows).bound;
  }

  get answer(): BoundedCover {
    this.#ordered ??= orderByWeight(this.#benefits, this.#sites);
    return { ...this.#ordered, bound: this.#bound, isProven: this.#bound >= this.#sites.length };
  }

  /** Share of the planned work that is done, 0–1. */
  get progress(): number {
    return this.#bound >= this.#sites.length ? 1 : this.#done / this.#steps;
  }

  /** One slice of both; false when it is proven that fewer do not suffice, or all slices are done. */
  step(): boolean {
    if (this.#bound >= this.#sites.length || this.#done >= this.#steps) return false;
    this.#done++;
    if (!this.#reduced) {
      const { columns, rows, before, now } = reducedCover(this.#benefits, this.#rows);
      // From here on the full matrix is asked for by columns only.
      this.#rows = rows;
      const cover = this.#sites.map((j) => now[j] as number);
      const bound = new CoverBound(columns, rows);
      this.#reduced = { before, exchange: new RowWeighting(columns, rows, cover, this.#random), bound };
      this.#bound = Math.max(this.#bound, bound.bound);
      return true;
    }
    const { before, exchange, bound } = this.#reduced;
    if (exchange.run(this.#exchanges)) {
      this.#sites = exchange.best.map((c) => before[c] as number);
      this.#ordered = undefined;
    }
    for (let n = 0; n < BOUND_STEPS; n++) bound.step();
    this.#bound = Math.max(this.#bound, bound.bound);
    return true;
  }
}

/** Always the column that newly covers most rows; how many that still are is counted down as rows are covered. */
function greedyCover({ points, starts, point }: Benefits, rows: SparseRows): number[] {
  const fresh = new Uint32Array(starts.length - 1);
  let most = 0;
  for (let j = 0; j < fresh.length; j++) {
    fresh[j] = (starts[j + 1] as number) - (starts[j] as number);
    if ((fresh[j] as number) > most) most = fresh[j] as number;
  }
  const waiting: number[][] = Array.from({ length: most + 1 }, () => []);
  for (let j = fresh.length - 1; j >= 0; j--) waiting[fresh[j] as number]?.push(j);
  const isCovered = new Uint8Array(points);
  const chosen: number[] = [];
  for (let count = most; count > 0; count--) {
    const list = waiting[count] ?? [];
    for (let j = list.pop(); j !== undefined; j = list.pop()) {
      if ((fresh[j] as number) < count) {
        waiting[fresh[j] as number]?.push(j);
        continue;
      }
      chosen.push(j);
      for (let e = starts[j] as number; e < (starts[j + 1] as number); e++) {
        const i = point[e] as number;
        if (isCovered[i] === 1) continue;
        isCovered[i] = 1;
        for (let f = rows.starts[i] as number; f < (rows.starts[i + 1] as number); f++) {
          const o = rows.columns[f] as number;
          fresh[o] = (fresh[o] as number) - 1;
        }
      }
    }
  }
  return chosen;
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
