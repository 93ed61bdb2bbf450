import { type Benefits, type ChosenSites, candidatesOf, inOrderOfGain } from "./benefits.ts";
import { DualBound, pricesOf } from "./dual-bound.ts";
import { gainsAlone, greedySites } from "./greedy-sites.ts";
import { Interchange } from "./interchange.ts";
import { seededRandom } from "./seeded-random.ts";

export interface SiteSearchOptions {
  /** The most sites to choose, ≥ 0. */
  readonly sites: number;
  /** How often the search begins anew after the first answer; default 10. */
  readonly restarts?: number | undefined;
  /** Default 1: the same seed gives the same sites. */
  readonly seed?: number | undefined;
  /** Where to begin: columns of a good choice, and prices of the points that prove a bound. Default: greedy, and prices of its choice. */
  readonly from?: readonly number[] | undefined;
  readonly prices?: Float64Array | undefined;
  /** Columns that the bound of the first answer may price, all steps together; default 20,000. */
  readonly priced?: number | undefined;
  /** See `SitingBenefits`. */
  readonly rest?: number | undefined;
  readonly restAtMost?: number | undefined;
}

/** The best choice so far, and what no choice can be worth more than. */
export interface BoundedSites extends ChosenSites {
  /** Proven: no choice of as many candidates is worth more. */
  readonly bound: number;
  /** Whether the bound proves that none is better. */
  readonly isProven: boolean;
}

const BOUND_STEPS = 60;
/** Candidates that are priced per slice at most: a step walks over all that are still open. */
const PRICED_PER_SLICE = 20_000;
/** After the last restart the bound is tightened for so many slices more: the fewer candidates it leaves, the smaller what is to be proven. */
const BOUND_SLICES = 150;
const ENTRIES_PER_SLICE = 500_000;

/**
 * The most valuable sites among candidates: the first answer is greedy with exchanges and has its bound; every further slice tries to better
 * one of the two. Searches begin anew from the best choice with some of its sites thrown to other places (iterated local search), by
 * seeded chance. A slice takes some milliseconds. Memory: four numbers per point, two per candidate beside the benefits.
 */
export class SiteSearch {
  readonly #benefits: Benefits;
  readonly #interchange: Interchange;
  readonly #bound: DualBound;
  readonly #whole: boolean;
  readonly #random: () => number;
  readonly #restarts: number;
  readonly #restAtMost: number;
  #restart = 0;
  #tightened = 0;
  #searching = false;
  #best: ChosenSites;

  constructor(benefits: Benefits, options: SiteSearchOptions) {
    const { sites, restarts = 10, seed = 1, rest = 0, restAtMost = 0 } = options;
    if (!(sites >= 0)) throw new RangeError(`${sites} is no number of sites`);
    this.#benefits = benefits;
    this.#whole = !benefits.value && benefits.weight.every((weight) => Number.isInteger(weight));
    this.#random = seededRandom(seed);
    this.#restarts = restarts;
    this.#restAtMost = restAtMost;
    const alone = gainsAlone(benefits);
    const greedy = options.from ? inOrderOfGain(benefits, options.from) : greedySites(benefits, { sites, alone });
    this.#interchange = new Interchange(benefits, alone);
    this.#interchange.begin(greedy.sites);
    this.#interchange.improve(Infinity);
    this.#best = this.#interchange.value > greedy.value ? inOrderOfGain(benefits, this.#interchange.sites) : greedy;
    // More sites than candidates can be taken in at all: the bound then is about all of them.
    const most = Math.min(sites, candidatesOf(benefits) + rest);
    this.#bound = new DualBound(benefits, options.prices ?? pricesOf(benefits, this.#best.sites), {
      sites: most,
      rest,
      restAtMost,
    });
    this.#tighten(options.priced);
  }

  /** The best choice so far. */
  get answer(): BoundedSites {
    const { value } = this.#best;
    const bound = this.#provenBound();
    return { ...this.#best, bound, isProven: bound <= value };
  }

  /**
   * Whether candidates that were left out could change the answer or the bound: then more of them must be looked at. Greedy would not have
   * taken one of them, nor would an exchange, when all that it took adds more than they can be worth.
   */
  get needsRest(): boolean {
    const last = this.#best.gains[this.#best.gains.length - 1] ?? 0;
    return this.#bound.needsRest || (this.#restAtMost > 0 && last <= this.#restAtMost);
  }

  /** Prices of the points that prove the bound of these benefits; lent until the next step. */
  get prices(): Float64Array {
    return this.#bound.prices;
  }

  /** Columns that may still be part of a better choice. */
  get open(): Uint32Array {
    return this.#bound.candidates;
  }

  /** Share of the planned work that is done, 0–1. */
  get progress(): number {
    if (this.answer.isProven || this.#restarts === 0) return 1;
    return (this.#restart / this.#restarts + Math.min(1, this.#tightened / BOUND_SLICES)) / 2;
  }

  /** One slice of work; false when nothing is left to do: proven, or all restarts are made and the bound is tightened. */
  step(): boolean {
    const k = this.#best.sites.length;
    if (this.answer.isProven || k === 0 || k === this.#interchange.candidates) return false;
    if (!this.#searching) {
      if (this.#restart >= this.#restarts) {
        if (this.#restarts === 0 || this.#tightened++ >= BOUND_SLICES) return false;
        this.#tighten();
        return true;
      }
      this.#restart++;
      this.#interchange.begin(this.#shaken());
      this.#searching = true;
    }
    if (this.#interchange.improve(ENTRIES_PER_SLICE)) {
      this.#searching = false;
      if (this.#interchange.value > this.#best.value * (1 + 1e-12)) {
        this.#best = inOrderOfGain(this.#benefits, this.#interchange.sites);
      }
      this.#tighten();
    }
    return true;
  }

  #tighten(most = PRICED_PER_SLICE): void {
    let priced = 0;
    for (let n = 0; n < BOUND_STEPS && priced < most && this.#provenBound() > this.#best.value; n++) {
      priced += this.#bound.improve(this.#best.value);
    }
  }

  /** Whole weights sum to whole numbers: the part behind the point proves one less. */
  #provenBound(): number {
    const { bound } = this.#bound;
    const { value } = this.#best;
    const margin = 1e-9 * value;
    if (this.#whole) return Math.max(value, Math.floor(bound + margin + 1e-6));
    return bound <= value + margin ? value : bound;
  }

  /** The best choice with a third of its sites, at least one, exchanged by chance; candidates that are worth more come up more often. */
  #shaken(): number[] {
    const sites = [...this.#best.sites];
    const count = Math.min(
      sites.length,
      Math.max(1, Math.round(sites.length / 3)),
      this.#interchange.candidates - sites.length,
    );
    for (let n = 0; n < count; n++) {
      const out = Math.floor(this.#random() * sites.length);
      const chance = this.#random();
      let place = Math.floor(chance * chance * this.#interchange.candidates);
      while (sites.includes(this.#interchange.candidate(place))) place = (place + 1) % this.#interchange.candidates;
      sites[out] = this.#interchange.candidate(place);
    }
    return sites;
  }
}
