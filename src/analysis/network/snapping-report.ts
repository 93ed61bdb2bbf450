import { type Snapped, snapToNetwork } from "./snap-to-network.ts";
import type { WalkingGraph } from "./walking-graph.ts";

/** What could not be joined to the network, and what no way leads from or to: said beside every answer (rule C12). */
export interface SnappingReport {
  /** Metres. */
  readonly snapWithin: number;
  /** Points with residents in the areas, and their residents: all, … */
  readonly all: Headcount;
  /** … those farther than `snapWithin` from the network, … */
  readonly unsnapped: Headcount;
  /** … those on an island, … */
  readonly onIslands: Headcount;
  /** … and those on the network from where no way leads to a site. */
  readonly withoutWay: Headcount;
  /** Metres to the network of the farthest point with residents, Infinity = more than two kilometres; NaN without residents. */
  readonly farthest: number;
  /** Per site: metres to the nearest edge, Infinity = more than two kilometres. */
  readonly siteWay: Float64Array;
  /** Per site: the part of the network that it stands at, 0 = the main part, else an island; −1 = too far from the network. */
  readonly sitePart: Int32Array;
  /** Per site on an island: metres to the main part, which it was not joined to, Infinity = more than 2 km; NaN for all others. */
  readonly siteToMain: Float64Array;
}

export interface Headcount {
  readonly points: number;
  readonly residents: number;
}

interface Counted {
  readonly residents: Float64Array;
  readonly area: Int32Array;
}

/**
 * Counts what the snapping of residents and sites left over. `siteX`, `siteY`: metres of the graph's plane; `distance` as from
 * `measureWays`. Points without known residents and outside all areas are not counted.
 */
export function reportSnapping(
  graph: WalkingGraph,
  demand: Counted,
  points: Snapped,
  distance: Float64Array,
  sites: Snapped & { readonly x: Float64Array; readonly y: Float64Array },
  snapWithin: number,
): SnappingReport {
  const { partOfEdge } = graph.islands;
  const all = { points: 0, residents: 0 };
  const unsnapped = { points: 0, residents: 0 };
  const onIslands = { points: 0, residents: 0 };
  const withoutWay = { points: 0, residents: 0 };
  let farthest = Number.NaN;
  const count = (into: { points: number; residents: number }, residents: number): void => {
    into.points++;
    into.residents += residents;
  };
  for (let i = 0; i < points.edge.length; i++) {
    const residents = demand.residents[i] as number;
    if ((demand.area[i] as number) < 0 || !(residents > 0)) continue;
    const edge = points.edge[i] as number;
    const way = points.way[i] as number;
    count(all, residents);
    if (!(way <= farthest)) farthest = way;
    if (edge < 0 || way > snapWithin) {
      count(unsnapped, residents);
      continue;
    }
    if ((partOfEdge[edge] as number) > 0) count(onIslands, residents);
    if (distance[i] === Infinity) count(withoutWay, residents);
  }
  const sitePart = sites.edge.map((edge, s) =>
    edge >= 0 && (sites.way[s] as number) <= snapWithin ? (partOfEdge[edge] as number) : -1,
  );
  const siteToMain = new Float64Array(sitePart.length).fill(Number.NaN);
  sitePart.forEach((part, s) => {
    if (part <= 0) return;
    const at = { x: sites.x.slice(s, s + 1), y: sites.y.slice(s, s + 1) };
    siteToMain[s] = snapToNetwork(graph, at.x, at.y, 0).way[0] as number;
  });
  return {
    snapWithin,
    all,
    unsnapped,
    onIslands,
    withoutWay,
    farthest,
    siteWay: sites.way.slice(),
    sitePart,
    siteToMain,
  };
}
