import type { Steps } from "../../work/run-steps.ts";
import type { Sites } from "../coverage/coverage.ts";
import type { KeptWalk } from "../network/kept-network.ts";
import { measureWays } from "../network/measure-ways.ts";
import { type PlacedSites, placeSites } from "../network/place-sites.ts";
import type { Snapped } from "../network/snap-to-network.ts";
import { WalksOfSites } from "../network/walks-of-sites.ts";
import { reachedAtMost, type SitingDemand } from "./coverage-benefits.ts";
import type { SitingOptions } from "./siting.ts";
import { WalkedCandidates } from "./walked-candidates.ts";
import { savedAtMost } from "./ways-benefits.ts";

/** A question of siting whose ways are walked. */
export interface WalkedSiting {
  readonly demand: SitingDemand;
  readonly candidates: PlacedSites;
  /** For `shortest-ways`: weight that does not count, as it has no way that could be compared (rule C24). */
  readonly withoutWay: number;
  /** Walks to the candidates that the first answer does not need. */
  readonly rest: Steps<void>;
}

export interface CandidateWalkOptions {
  /** Hears how many of how many candidates have been walked to. */
  readonly told?: ((done: number, all: number) => void) | undefined;
  /** Where no site stays, everyone walks to every candidate: so many at most; default 1024 (own choice). */
  readonly candidates?: number | undefined;
}

/** Candidates that are walked to before the first answer: those that can be worth most. */
const FIRST_CANDIDATES = 4096;
const CANDIDATES_AT_MOST = 1024;
const PAIRS_AT_MOST = 16_000_000;
/** 4 bytes each. */
const PAIRS_IN_REACH_AT_MOST = 32_000_000;

/**
 * Prepares a search for the best sites along a network (rule C24): how far everyone walks to the sites that stay, and who walks to each
 * candidate. Where sites stay, a walk to a candidate ends where one of them is as near: that is exact for all goals, as nobody beyond it is
 * newly reached or has a shorter way. Weights of those who do not count become 0. Steps to be run by `runAtOnce` or `runInTurns`.
 */
export function* walkToCandidates(
  { demand: { plane, x, y }, graph, points, snapWithin }: KeptWalk,
  weight: Float64Array,
  fixed: Sites,
  candidates: Sites,
  { goal, reach }: SitingOptions,
  walking: CandidateWalkOptions = {},
): Steps<WalkedSiting> {
  const stay = placeSites(graph, fixed);
  const placed = placeSites(graph, candidates);
  yield;
  const { distance: nearest } = measureWays(graph, points, stay, snapWithin);
  yield;
  const isOfWays = goal === "shortest-ways";
  const counts = (i: number) => (weight[i] as number) > 0;
  if (isOfWays && !nearest.some((metres, i) => counts(i) && Number.isFinite(metres))) {
    return yield* walkFromNothing({ plane, x, y, weight, nearest }, graph, points, placed, snapWithin, walking);
  }
  let withoutWay = 0;
  if (isOfWays) {
    for (let i = 0; i < weight.length; i++) {
      if (counts(i) && !Number.isFinite(nearest[i])) withoutWay += weight[i] as number;
      if (counts(i) && Number.isFinite(nearest[i])) continue;
      // Who does not count has no way that would have to be known.
      weight[i] = 0;
      nearest[i] = 0;
    }
  }
  const options = { snapWithin, reach: isOfWays ? undefined : reach, besides: stay };
  const walks = new WalkedCandidates(new WalksOfSites(graph, points, placed, options), weight, {
    withMetres: isOfWays,
  });
  const demand: SitingDemand = { plane, x, y, weight, nearest, walks };
  const most = isOfWays ? PAIRS_AT_MOST : PAIRS_IN_REACH_AT_MOST;
  const worth = isOfWays ? savedAtMost(demand, placed, 1) : reachedAtMost(demand, placed, { reach, detour: 1 });
  const order = Uint32Array.from(worth, (_, j) => j)
    .filter((j) => (worth[j] as number) > 0)
    .sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b);
  const all = order.length;
  // Fewest sites are sought among all candidates at once.
  const first = goal === "fewest-sites" ? all : Math.min(all, FIRST_CANDIDATES);
  yield;
  yield* walks.walk(order.subarray(0, first), most, (done) => walking.told?.(done, first));
  return { demand, candidates: placed, withoutWay, rest: walks.walk(order.subarray(first), most) };
}

/**
 * Shortest ways where no site stays: everyone who counts must have a way to each candidate, so both stand on one part of the network – that
 * where most people live –, a candidate to which fewer than half of them find a way (at the end of a way of one direction) is none, and who
 * then finds no way to one of the others does not count.
 */
function* walkFromNothing(
  demand: SitingDemand,
  graph: KeptWalk["graph"],
  points: Snapped,
  placed: PlacedSites,
  snapWithin: number,
  { told, candidates = CANDIDATES_AT_MOST }: CandidateWalkOptions,
): Steps<WalkedSiting> {
  const { weight } = demand;
  const { partOfEdge, lengthOfPart } = graph.islands;
  const partOf = ({ edge, way }: Snapped, i: number) =>
    (edge[i] as number) >= 0 && (way[i] as number) <= snapWithin ? (partOfEdge[edge[i] as number] as number) : -1;
  const people = new Float64Array(lengthOfPart.length);
  let total = 0;
  for (let i = 0; i < weight.length; i++) {
    const here = weight[i] as number;
    if (!(here > 0)) continue;
    total += here;
    const part = partOf(points, i);
    if (part >= 0) people[part] = (people[part] as number) + here;
  }
  const part = people.indexOf(people.reduce((a, b) => Math.max(a, b), 0));
  for (let i = 0; i < weight.length; i++) if (partOf(points, i) !== part) weight[i] = 0;
  const counting = weight.reduce((sum, here) => sum + (here > 0 ? 1 : 0), 0);
  const possible = Uint32Array.from(placed.edge, (_, j) => j).filter((j) => partOf(placed, j) === part);
  const most = Math.min(candidates, Math.max(1, Math.floor(PAIRS_AT_MOST / Math.max(1, counting))));
  const count = Math.min(possible.length, most);
  const thinned = Uint32Array.from(
    { length: count },
    (_, c) => possible[Math.floor(((c + 0.5) * possible.length) / count)] as number,
  );
  const walks = new WalksOfSites(graph, points, placed, { snapWithin });
  const walked = new WalkedCandidates(walks, weight, { withMetres: true });
  yield* walked.walk(thinned, Infinity, (done) => told?.(done, count));
  const asked = thinned.filter((j) => 2 * weightOf(walked.of(j), weight) >= (people[part] as number));
  yield;
  const times = new Uint32Array(weight.length);
  for (const j of asked) {
    const { count: found, point } = walked.of(j);
    for (let k = 0; k < found; k++) times[point[k] as number] = (times[point[k] as number] as number) + 1;
  }
  let counted = 0;
  for (let i = 0; i < weight.length; i++) {
    if (asked.length === 0 || (times[i] as number) < asked.length) weight[i] = 0;
    counted += weight[i] as number;
  }
  yield;
  const apart = count < possible.length ? farthestFrom(graph, placed, possible, asked, snapWithin) : 0;
  return {
    demand: { ...demand, walks: { of: (j) => walked.of(j), asked, apart } },
    candidates: placed,
    withoutWay: total - counted,
    rest: nothing(),
  };
}

function weightOf({ count, point }: { count: number; point: Uint32Array }, weight: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += weight[point[k] as number] as number;
  return sum;
}

/** How far one walks from the farthest of the candidates to the nearest of those that are asked. */
function farthestFrom(
  graph: KeptWalk["graph"],
  placed: PlacedSites,
  candidates: Uint32Array,
  asked: Uint32Array,
  snapWithin: number,
): number {
  const pick = (indices: Uint32Array): Snapped => ({
    edge: Int32Array.from(indices, (j) => placed.edge[j] as number),
    along: Float64Array.from(indices, (j) => placed.along[j] as number),
    way: Float64Array.from(indices, (j) => placed.way[j] as number),
  });
  const { distance } = measureWays(graph, pick(candidates), pick(asked), snapWithin);
  return distance.reduce((a, b) => Math.max(a, b), 0);
}

function* nothing(): Steps<void> {}
