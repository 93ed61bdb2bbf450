import { type Benefits, type ChosenSites, candidatesOf } from "./benefits.ts";
import { CoverSearch } from "./cover-search.ts";
import { coverageBenefits, type SitingBenefits, type SitingDemand } from "./coverage-benefits.ts";
import { type UnprovenSites, unprovenPart } from "./exact/unproven-sites.ts";
import { PooledSearch } from "./pooled-search.ts";
import { SiteSearch } from "./site-search.ts";
import type { SitingAnswer, SitingOptions } from "./siting.ts";
import type { PlacedPoints } from "./square-grid.ts";
import { type WaysBenefits, waysBenefits } from "./ways-benefits.ts";
import { waysPool } from "./ways-pool.ts";

/** What another worker needs to prove an answer. */
export interface SitingProofInput {
  readonly goal: SitingAnswer["goal"];
  readonly unproven: UnprovenSites;
  /** Per column the candidate. */
  readonly candidate: Uint32Array;
  /** For `fewest-sites`: the known sites as its columns, where all of them are. */
  readonly known?: readonly number[] | undefined;
}

/** A search under way: `answer` at any time, `step()` until it is false. */
export interface SitingRun {
  readonly answer: SitingAnswer;
  /** One slice of work; false when nothing is left to do. */
  step(): boolean;
  /** What is still to be proven, from the state of now. */
  proofInput(): SitingProofInput;
}

/** Candidates that are looked at for the first answer: those that can be worth most. The others follow when they can matter. */
const FIRST_CANDIDATES = 2048;
/** More sites lie farther apart from where most people are. */
const CANDIDATES_PER_SITE = 150;
const MOST_FIRST_CANDIDATES = 12_000;
const FIRST_CANDIDATES_OF_WAYS = 4096;
const WIDER = 8;

/**
 * Begins to look for the best sites; when it returns, the first answer with its bound is there. `candidates` in metres of the plane of the demand;
 * what must not be a site is simply none of them. Throws when the reach, the detour or the number of sites is out of range, or a place is
 * none; with `fewest-sites` where the pairs do not fit into memory. On a city of 35,727 cells, all of them candidates, in less than a tenth of a second.
 */
export function beginSiting(demand: SitingDemand, candidates: PlacedPoints, options: SitingOptions): SitingRun {
  if (options.goal === "fewest-sites") return beginCover(demand, candidates, options);
  if (options.goal === "most-reached") {
    return beginSearch(demand, candidates, options, coverageAttempts(demand, candidates, options));
  }
  const isStraight = demand.walks === undefined && hasSites(demand);
  return isStraight
    ? beginPooled(demand, candidates, options)
    : beginSearch(demand, candidates, options, waysAttempts(demand, candidates, options));
}

function beginPooled(demand: SitingDemand, candidates: PlacedPoints, options: SitingOptions): SitingRun {
  const pool = waysPool(demand, candidates, options.detour ?? 1);
  const search = new PooledSearch(pool, options);
  const total = totalOf(demand);
  return {
    get answer() {
      const { sites, gains, value, bound, isProven } = search.answer;
      return {
        goal: options.goal,
        sites: Uint32Array.from(sites),
        gains: Float64Array.from(gains),
        value,
        bound,
        isProven,
        gap: bound > 0 ? (bound - value) / bound : 0,
        total,
        before: pool.before,
        ways: pool.before - value,
        reachable: Number.NaN,
        asked: search.asked,
        candidates: candidates.x.length,
        progress: search.progress,
      };
    },
    step: () => search.step(),
    proofInput() {
      while (search.look());
      const { benefits, open, candidate, isWhole } = search.part;
      const { value, bound } = search.answer;
      const { benefits: unproven, column } = unprovenPart(benefits, open);
      return {
        goal: options.goal,
        unproven: { sites: options.sites, benefits: unproven, value, bound, beyond: isWhole ? 0 : bound },
        candidate: column.map((c) => candidate[c] as number),
      };
    },
  };
}

type Attempts = Generator<SitingBenefits & Partial<WaysBenefits>>;

function* coverageAttempts(demand: SitingDemand, candidates: PlacedPoints, options: SitingOptions): Attempts {
  const { reach, detour = 1 } = options;
  const first = Math.max(FIRST_CANDIDATES, CANDIDATES_PER_SITE * options.sites);
  yield* widened(Math.min(first, MOST_FIRST_CANDIDATES), candidates.x.length, (wanted) =>
    coverageBenefits(demand, candidates, { reach, detour, candidates: wanted }),
  );
}

function* waysAttempts(demand: SitingDemand, candidates: PlacedPoints, { detour = 1 }: SitingOptions): Attempts {
  yield* widened(FIRST_CANDIDATES_OF_WAYS, candidates.x.length, (wanted) =>
    waysBenefits(demand, candidates, { detour, candidates: wanted }),
  );
}

/** Ever more of the candidates, as long as some are left out and their pairs fit into memory: else the bound speaks for the others. */
function* widened(
  first: number,
  all: number,
  make: (wanted: number) => (SitingBenefits & Partial<WaysBenefits>) | undefined,
): Attempts {
  let made = 0;
  for (let wanted = Math.min(first, all); wanted > 0; ) {
    const benefits = make(wanted);
    if (benefits) {
      yield benefits;
      made = benefits.candidate.length;
      if (benefits.rest === 0) return;
      wanted = Math.min(all, WIDER * wanted);
    } else if (made > 0) return;
    else wanted >>= 2;
  }
}

function beginSearch(
  demand: SitingDemand,
  candidates: PlacedPoints,
  options: SitingOptions,
  attempts: Attempts,
): SitingRun {
  let built: SitingBenefits & Partial<WaysBenefits> = attempts.next().value ?? nothing();
  let search = new SiteSearch(built.benefits, { ...options, ...built });
  // The answer of fewer candidates, as long as it is the better one.
  let earlier: ChosenSites | undefined;
  // Each bound speaks for all candidates: the least of them counts.
  let proven = Infinity;
  const provenBound = (): number => Math.min(proven, search.answer.bound + (built.slack ?? 0));
  const chosen = (): ChosenSites => {
    const { sites, gains, value } = search.answer;
    if (earlier && earlier.value > value) return earlier;
    return { sites: sites.map((c) => built.candidate[c] as number), gains, value };
  };
  const total = totalOf(demand);
  const ofReach = options.goal === "most-reached";
  const widen = (): boolean => {
    const wider = search.needsRest ? attempts.next() : undefined;
    if (!wider || wider.done) return false;
    earlier = chosen();
    proven = provenBound();
    built = wider.value;
    search = new SiteSearch(built.benefits, { ...options, ...built });
    return true;
  };
  return {
    get answer() {
      const { sites, gains, value } = chosen();
      const bound = Math.max(value, provenBound());
      const ways = ofReach ? Number.NaN : (built.before ?? Number.NaN) - value;
      return {
        goal: options.goal,
        sites: Uint32Array.from(sites),
        gains: Float64Array.from(gains),
        value,
        bound,
        isProven: bound <= value,
        gap: bound > 0 ? (bound - value) / bound : 0,
        total,
        before: ofReach
          ? total - sumOf(built.benefits.weight)
          : hasSites(demand)
            ? (built.before ?? Number.NaN)
            : Number.NaN,
        ways,
        reachable: Number.NaN,
        asked: candidatesOf(built.benefits) + built.rest,
        candidates: candidates.x.length,
        progress: search.progress,
      };
    },
    step() {
      if (widen()) return true;
      return search.step();
    },
    proofInput() {
      while (widen());
      const { benefits, column } = unprovenPart(built.benefits, search.open);
      const slack = built.slack ?? 0;
      const bound = provenBound();
      const beyond = search.needsRest ? bound : 0;
      return {
        goal: options.goal,
        unproven: { sites: options.sites, benefits, value: chosen().value, bound, beyond, slack },
        candidate: column.map((c) => built.candidate[c] as number),
      };
    },
  };
}

function beginCover(demand: SitingDemand, candidates: PlacedPoints, options: SitingOptions): SitingRun {
  const { reach, detour = 1 } = options;
  const made = coverageBenefits(demand, candidates, { reach, detour });
  if (!made)
    throw new RangeError(`too many pairs of ${candidates.x.length} candidates and residents within ${reach} m`);
  const { benefits, candidate } = made;
  const search = new CoverSearch(benefits, { seed: options.seed });
  const total = totalOf(demand);
  const isReachable = new Uint8Array(benefits.points);
  for (const i of benefits.point) isReachable[i] = 1;
  const reachable = benefits.weight.reduce((sum, weight, i) => sum + (isReachable[i] === 1 ? weight : 0), 0);
  return {
    get answer() {
      const { sites, gains, bound, isProven } = search.answer;
      const value = sites.length;
      return {
        goal: options.goal,
        sites: Uint32Array.from(sites, (c) => candidate[c] as number),
        gains: Float64Array.from(gains),
        value,
        bound,
        isProven,
        gap: value > 0 ? (value - bound) / value : 0,
        total,
        before: total - sumOf(benefits.weight),
        ways: Number.NaN,
        reachable,
        asked: candidatesOf(benefits),
        candidates: candidates.x.length,
        progress: search.progress,
      };
    },
    step: () => search.step(),
    proofInput() {
      const { sites, bound } = search.answer;
      const all = Uint32Array.from({ length: candidatesOf(benefits) }, (_, c) => c);
      // Those of the known answer come first: of equal columns the first stays, so that each still has one that reaches as much.
      const isKnown = new Set(sites);
      const ordered = Uint32Array.from([...sites, ...all.filter((c) => !isKnown.has(c))]);
      const { benefits: unproven, column } = unprovenPart(benefits, ordered);
      const place = new Map([...column].map((c, at) => [c, at]));
      const known = sites.flatMap((c) => place.get(c) ?? []);
      return {
        goal: options.goal,
        unproven: { sites: sites.length, benefits: unproven, value: sites.length, bound },
        candidate: column.map((c) => candidate[c] as number),
        known: known.length === sites.length ? known : undefined,
      };
    },
  };
}

function nothing(): SitingBenefits {
  const benefits: Benefits = {
    points: 0,
    starts: new Uint32Array(1),
    point: new Uint32Array(0),
    weight: new Float64Array(0),
  };
  return { benefits, candidate: new Uint32Array(0), demandPoint: new Uint32Array(0), rest: 0, restAtMost: 0 };
}

function totalOf({ weight }: SitingDemand): number {
  return weight.reduce((sum, w) => (w > 0 ? sum + w : sum), 0);
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function hasSites({ nearest }: SitingDemand): boolean {
  return nearest.every((metres) => Number.isFinite(metres));
}
