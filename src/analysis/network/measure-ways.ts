import type { CoverageOfPoints } from "../coverage/coverage.ts";
import { EdgeWays } from "./edge-ways.ts";
import type { Snapped } from "./snap-to-network.ts";
import { type NodeWays, walkToSites } from "./walk-to-sites.ts";
import type { WalkingGraph } from "./walking-graph.ts";

/**
 * The way of every point to its nearest site along the network (rule C13), both straight pieces to the network included, to the millimetre.
 * In `distance` three answers are kept apart: metres; Infinity = on the network, but no way leads to a site; NaN = farther than
 * `snapWithin` from the network, nothing can be said – or there are no sites at all. `nearest` is −1 where there are no metres.
 * About 10 ns per point after the run over the nodes.
 */
export function measureWays(
  graph: WalkingGraph,
  points: Snapped,
  sites: Snapped,
  snapWithin: number,
): CoverageOfPoints & { readonly nodes: NodeWays } {
  const nodes = walkToSites(graph, sites, { snapWithin });
  const n = points.edge.length;
  const distance = new Float64Array(n).fill(Number.NaN);
  const nearest = new Int32Array(n).fill(-1);
  if (sites.edge.length > 0) {
    const ways = new EdgeWays(graph, nodes, sites, { snapWithin });
    for (let i = 0; i < n; i++) writeWay(ways, points, i, snapWithin, distance, nearest);
  }
  return { distance, nearest, nodes };
}

/** The way of point `i` into the arrays of the answer. */
export function writeWay(
  ways: EdgeWays,
  points: Snapped,
  i: number,
  snapWithin: number,
  distance: Float64Array,
  nearest: Int32Array,
): void {
  const edge = points.edge[i] as number;
  const way = points.way[i] as number;
  if (edge < 0 || way > snapWithin) return;
  const metres = ways.from(edge, points.along[i] as number) + way;
  distance[i] = Math.floor(metres * 1000 + 0.5) / 1000;
  nearest[i] = ways.site;
}
