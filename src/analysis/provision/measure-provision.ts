import type { Steps } from "../../work/run-steps.ts";
import type { SitePairs } from "../coverage/given-ways.ts";
import type { Weigh } from "./decay.ts";
import type { Provision, ProvisionMethod, ProvisionOfAreas, ProvisionOfCity } from "./provision.ts";

/** Residents per point (NaN = unknown: nobody who competes), the index of their area (−1 = outside), and how many areas there are. */
export interface Competitors {
  readonly residents: Float64Array;
  readonly area: Int32Array;
  readonly areas: number;
}

export interface ProvisionQuestion {
  readonly method: ProvisionMethod;
  /** Metres; steps one and two count pairs no farther apart. */
  readonly reach: number;
  readonly weigh: Weigh;
  /** Units per site. */
  readonly supply: Float64Array;
}

/** Pairs between two pauses. */
const PAIRS_PER_STEP = 200_000;

/**
 * Provision of every point with regard to all who compete for the same places (rule C15), with P residents of point i, S supply of
 * site j and w the weight of the distance between them, 0 beyond the reach:
 *
 *   2SFCA  A_i = Σ_j w_ij · S_j / Σ_k P_k·w_kj
 *   3SFCA  A_i = Σ_j G_ij·w_ij · S_j / Σ_k P_k·G_kj·w_kj,          G_ij = w_ij / Σ_m w_im
 *   BFCA   A_i = Σ_j w_ij / Σ_k w_kj · S_j / Σ_k P_k·G_kj,         sums over k: points with residents
 *
 * In 2SFCA and 3SFCA Σ A_i·P_i = Σ S_j over the sites with somebody in reach, in BFCA Σ A_i = Σ_j S_j / Σ_k P_k·G_kj. G of 3SFCA runs
 * over all pairs that are given and weigh something: with our decays those within the reach, as Wan has it. Steps to be run by
 * `runAtOnce` or `runInTurns`; one pass over the pairs, two for 3SFCA and BFCA; 9 to 17 bytes per point. Throws when arrays do not
 * fit, a weight or a supply is negative, or the reach is no number ≥ 0.
 */
export function* measureProvision(
  pairs: SitePairs,
  competitors: Competitors,
  question: ProvisionQuestion,
): Steps<Provision> {
  const { method, reach, supply } = question;
  const { points, sites } = pairs;
  const { residents } = competitors;
  if (!(reach >= 0)) throw new RangeError(`reach is ${reach}, not a number of metres`);
  if (supply.length !== sites) throw new RangeError(`supply of ${supply.length} sites, but ${sites} sites`);
  if (residents.length !== points)
    throw new RangeError(`residents of ${residents.length} points, but ${points} points`);
  for (const amount of supply) if (!(amount >= 0)) throw new RangeError(`supply is ${amount}`);
  const run: Run = {
    question,
    residents,
    weight: new Float64Array(1024),
    ofPoint: method === "2sfca" ? undefined : new Float64Array(points),
    ofSite: method === "bfca" ? new Float64Array(sites) : undefined,
    value: new Float64Array(points),
    reached: new Uint8Array(points),
    ratio: new Float64Array(sites).fill(Number.NaN),
  };
  let since = 0;
  // Both steps of a site need its own pairs only, and are taken at one look at them; only the weights of 3SFCA and BFCA come before.
  for (const take of run.ofPoint ? [addWeights, divideSite] : [divideSite]) {
    for (let j = 0; j < sites; j++) {
      const ofSite = pairs.of(j);
      take(run, j, ofSite);
      since += ofSite.count;
      if (since <= PAIRS_PER_STEP) continue;
      since = 0;
      yield;
    }
  }
  yield;
  return { method, points: run.value, sites: run.ratio, ...sumUp(run, competitors) };
}

/** What the passes write; the loops over pairs stand in functions of their own, as engines are slow in a generator. */
interface Run {
  readonly question: ProvisionQuestion;
  readonly residents: Float64Array;
  weight: Float64Array;
  /** Σ_m w_im of each point, and for BFCA Σ_k w_kj of each site. */
  readonly ofPoint: Float64Array | undefined;
  readonly ofSite: Float64Array | undefined;
  readonly value: Float64Array;
  readonly reached: Uint8Array;
  readonly ratio: Float64Array;
}

type PairsOfSite = ReturnType<SitePairs["of"]>;

function addWeights(run: Run, j: number, { count, point, distance }: PairsOfSite): void {
  const weight = weigh(run, distance, count);
  const { residents, ofSite } = run;
  const ofPoint = run.ofPoint as Float64Array;
  const { reach } = run.question;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const i = point[k] as number;
    if (ofSite && (distance[k] as number) > reach) continue;
    ofPoint[i] = (ofPoint[i] as number) + (weight[k] as number);
    if ((residents[i] as number) > 0) sum += weight[k] as number;
  }
  if (ofSite) ofSite[j] = sum;
}

function divideSite(run: Run, j: number, { count, point, distance }: PairsOfSite): void {
  const weight = weigh(run, distance, count);
  const { residents, ofPoint, ofSite, value, reached, ratio } = run;
  const { reach, supply } = run.question;
  let demand = 0;
  for (let k = 0; k < count; k++) {
    const i = point[k] as number;
    if ((distance[k] as number) > reach) {
      weight[k] = 0;
      continue;
    }
    reached[i] = 1;
    const people = residents[i] as number;
    let w = weight[k] as number;
    if (ofPoint) {
      // A point all of whose weights are 0 turns to no place.
      const sum = ofPoint[i] as number;
      const share = sum > 0 ? w / sum : 0;
      w = ofSite ? share : share * w;
      if (!ofSite) weight[k] = w;
    }
    if (people > 0) demand += people * w;
  }
  if (!(demand > 0)) return;
  const perHead = (supply[j] as number) / demand;
  ratio[j] = perHead;
  const each = ofSite ? perHead / (ofSite[j] as number) : perHead;
  for (let k = 0; k < count; k++) {
    const i = point[k] as number;
    value[i] = (value[i] as number) + (weight[k] as number) * each;
  }
}

function weigh(run: Run, distance: Float64Array, count: number): Float64Array {
  if (count > run.weight.length) run.weight = new Float64Array(2 * count);
  const { weight } = run;
  run.question.weigh(distance, count, weight);
  for (let k = 0; k < count; k++) {
    if (!((weight[k] as number) >= 0)) throw new RangeError(`weight is ${weight[k]} at ${distance[k]} metres`);
  }
  return weight;
}

function sumUp(
  { value, reached, ratio, question }: Run,
  { residents, area, areas }: Competitors,
): { areas: ProvisionOfAreas; city: ProvisionOfCity } {
  const people = new Float64Array(areas).fill(Number.NaN);
  const noneInReach = new Float64Array(areas).fill(Number.NaN);
  const provided = new Float64Array(areas);
  const city = { people: 0, none: 0, provided: 0, known: false };
  for (let i = 0; i < value.length; i++) {
    const a = area[i] as number;
    const count = residents[i] as number;
    if (a < 0 || Number.isNaN(count)) continue;
    const none = reached[i] === 0 ? count : 0;
    if (Number.isNaN(people[a] as number)) {
      people[a] = 0;
      noneInReach[a] = 0;
    }
    people[a] = (people[a] as number) + count;
    noneInReach[a] = (noneInReach[a] as number) + none;
    provided[a] = (provided[a] as number) + count * (value[i] as number);
    city.known = true;
  }
  for (let a = 0; a < areas; a++) {
    if (Number.isNaN(people[a] as number)) continue;
    city.people += people[a] as number;
    city.none += noneInReach[a] as number;
    city.provided += provided[a] as number;
  }
  const cityPer10000 = city.people > 0 ? (city.provided / city.people) * 10_000 : Number.NaN;
  const per10000 = provided.map((sum, a) =>
    (people[a] as number) > 0 ? (sum / (people[a] as number)) * 10_000 : Number.NaN,
  );
  let all = 0;
  let inReach = 0;
  question.supply.forEach((amount, j) => {
    all += amount;
    if (!Number.isNaN(ratio[j] as number)) inReach += amount;
  });
  return {
    areas: {
      per10000,
      toCity: per10000.map((mean) => (cityPer10000 > 0 ? mean / cityPer10000 : Number.NaN)),
      residents: people,
      noneInReach,
    },
    city: {
      per10000: cityPer10000,
      residents: city.known ? city.people : Number.NaN,
      noneInReach: city.known ? city.none : Number.NaN,
      supply: all,
      supplyInReach: inReach,
    },
  };
}
