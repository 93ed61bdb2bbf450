import { hilbertOrder } from "../../../src/analysis/coverage/point-blocks.ts";
import { buildWalkingGraph } from "../../../src/analysis/network/build-walking-graph.ts";
import { isochrones } from "../../../src/analysis/network/isochrones.ts";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { MovingAlongNetwork } from "../../../src/analysis/network/move-along-network.ts";
import { type Snapped, snapToNetwork } from "../../../src/analysis/network/snap-to-network.ts";
import { walkToSites } from "../../../src/analysis/network/walk-to-sites.ts";
import type { Network } from "../../../src/domain/network.ts";
import { localPlane, toPlane } from "../../../src/geo/local-plane.ts";
import { type BenchResult, demandThat, measureTime } from "./measure-time.ts";
import { ngraphOf } from "./ngraph-ways.ts";

/** What network-input.mjs hands over. */
interface NetworkInput {
  readonly name: string;
  readonly lines: number[][][];
  readonly lengths: readonly (number | null)[];
  readonly oneWay: readonly number[];
  readonly cells: { readonly lon: number[]; readonly lat: number[] };
  readonly sites: { readonly lon: number[]; readonly lat: number[] };
}

const SNAP_WITHIN = 250;
const SAMPLE = 20;

/** All nodes of a network from all places at once; the first network in full, the others as a note. */
export function run(inputs: readonly NetworkInput[]): BenchResult {
  const [first, ...others] = inputs.map(measureOne) as [Measured, ...Measured[]];
  return {
    id: "network-koeln",
    what: first.what,
    value: first.milliseconds,
    unit: "ms",
    ratios: first.ratios,
    notes: [
      ...first.notes,
      ...others.flatMap(({ what, milliseconds, notes }) => [`${what}: ${milliseconds.toFixed(2)} ms`, ...notes]),
    ],
  };
}

interface Measured {
  readonly what: string;
  readonly milliseconds: number;
  readonly ratios: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

function measureOne(input: NetworkInput): Measured {
  const network = networkOf(input);
  const plane = localPlane(input.cells.lon[0] as number, input.cells.lat[0] as number);
  const build = measureTime(() => buildWalkingGraph(network, plane), 7);
  const graph = build.result;
  const placed = toPlane(plane, Float64Array.from(input.cells.lon), Float64Array.from(input.cells.lat));
  const order = hilbertOrder(placed.x, placed.y);
  const x = Float64Array.from(order, (i) => placed.x[i] as number);
  const y = Float64Array.from(order, (i) => placed.y[i] as number);
  const site = toPlane(plane, Float64Array.from(input.sites.lon), Float64Array.from(input.sites.lat));
  const snapPeople = measureTime(() => snapToNetwork(graph, x, y), 7);
  const snapSites = measureTime(() => snapToNetwork(graph, site.x, site.y), 7);
  const people = snapPeople.result;
  const sites = snapSites.result;

  const ours = measureTime(() => walkToSites(graph, sites, { snapWithin: SNAP_WITHIN }), 25, 10);
  const withPeople = measureTime(() => measureWays(graph, people, sites, SNAP_WITHIN), 15, 5);
  const nodes = graph.nodeX.length;

  const library = ngraphOf(graph, sites, SNAP_WITHIN);
  const each = measureTime(() => Float64Array.from({ length: nodes }, (_, node) => library.toNearest(node)), 1, 0);
  let reached = 0;
  for (let node = 0; node < nodes; node++) {
    const mine = ours.result.distance[node] as number;
    const theirs = each.result[node] as number;
    if (mine < Infinity) reached++;
    demandThat(mine === theirs || Math.abs(mine - theirs) < 1e-6, `node ${node}: ${mine} and ${theirs}`);
  }
  const joined = [...sites.edge].filter((_, s) => (sites.way[s] as number) <= SNAP_WITHIN);
  const step = Math.max(1, Math.floor(joined.length / SAMPLE));
  const sample = Array.from({ length: SAMPLE }, (_, k) => joined[(k * step) % joined.length] as number);
  const overAll = (): void => {
    for (const edge of sample) library.overAll(graph.from[edge] as number);
  };
  const perPlace = measureTime(overAll, 1, 0);
  const perPlaceAll = (perPlace.milliseconds / SAMPLE) * joined.length;

  const move = moving(graph, people, sites, x, y);
  const bands = [300, 500, 800, 1000];
  const drawn = measureTime(() => isochrones(graph, sites, { bands, snapWithin: SNAP_WITHIN }), 3, 1);
  const alone = one(sites, 0);
  const drawnOne = measureTime(() => isochrones(graph, alone, { bands, snapWithin: SNAP_WITHIN }), 5, 2);
  return {
    what: `ways from all ${nodes} nodes of ${input.name} (${graph.from.length} edges) to the nearest of ${joined.length} places`,
    milliseconds: ours.milliseconds,
    ratios: {
      "ngraph.path, one search per node to the nearest place": each.milliseconds / ours.milliseconds,
      "ngraph.path, one run over the network per place": perPlaceAll / ours.milliseconds,
    },
    notes: [
      `fastest of 25 runs: ${ours.fastest.toFixed(2)} ms; with the ways of ${x.length} points: ${withPeople.milliseconds.toFixed(2)} ms`,
      `once per network: graph ${build.milliseconds.toFixed(0)} ms, residents snapped ${snapPeople.milliseconds.toFixed(1)} ms; places snapped ${snapSites.milliseconds.toFixed(2)} ms`,
      `a step of a moving place, its snapping and all residents' ways included: ${move.toFixed(3)} ms`,
      `isochrones of all places, ${bands.length} bands, ${drawn.result.cell} m: ${drawn.milliseconds.toFixed(0)} ms; of one place ${drawnOne.milliseconds.toFixed(1)} ms`,
      `same ways from all nodes as ngraph.path, ${reached} of ${nodes} reach a place; its run per place on ${SAMPLE} places, times ${joined.length}; ${sites.edge.length - joined.length} places stand farther than ${SNAP_WITHIN} m from the network`,
    ],
  };
}

/** Median of a step, over a path through the middle of the city; its last answer is that of all places anew. */
function moving(
  graph: ReturnType<typeof buildWalkingGraph>,
  people: Snapped,
  sites: Snapped,
  x: Float64Array,
  y: Float64Array,
): number {
  const steps = 200;
  const move = new MovingAlongNetwork(graph, people, sites, 0, SNAP_WITHIN);
  const times: number[] = [];
  const middle = Math.floor(x.length / 2);
  let at = one(sites, 0);
  let answer = move.to(at);
  for (let k = 0; k < steps; k++) {
    const px = Float64Array.of((x[middle] as number) + 10 * k);
    const py = Float64Array.of((y[middle] as number) - 6 * k);
    const start = performance.now();
    at = snapToNetwork(graph, px, py);
    answer = move.to(at);
    times.push(performance.now() - start);
  }
  const all = { edge: sites.edge.slice(), along: sites.along.slice(), way: sites.way.slice() };
  for (const column of ["edge", "along", "way"] as const) all[column][0] = at[column][0] as number;
  const anew = measureWays(graph, people, all, SNAP_WITHIN);
  for (let i = 0; i < x.length; i++)
    demandThat(
      Object.is(anew.distance[i], answer.distance[i]) && anew.nearest[i] === answer.nearest[i],
      `moved, point ${i}`,
    );
  return times.sort((a, b) => a - b)[steps / 2] as number;
}

function one({ edge, along, way }: Snapped, s: number): Snapped {
  return { edge: edge.slice(s, s + 1), along: along.slice(s, s + 1), way: way.slice(s, s + 1) };
}

function networkOf({ lines, lengths, oneWay }: NetworkInput): Network {
  const lineStarts = [0];
  for (const line of lines) lineStarts.push((lineStarts[lineStarts.length - 1] as number) + line.length);
  return {
    coordinates: Float64Array.from(lines.flat(2)),
    lineStarts: Uint32Array.from(lineStarts),
    lengthMetres: Float64Array.from(lengths, (metres) => metres ?? Number.NaN),
    classIndex: new Uint8Array(lines.length),
    classes: [""],
    oneWay: Uint8Array.from(oneWay),
    resource: "bench",
  };
}
