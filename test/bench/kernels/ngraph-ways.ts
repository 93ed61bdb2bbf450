import createGraph from "ngraph.graph";
import { aStar } from "ngraph.path";
import type { Snapped } from "../../../src/analysis/network/snap-to-network.ts";
import type { WalkingGraph } from "../../../src/analysis/network/walking-graph.ts";

const GOAL = -1;
const NOWHERE = -2;

/** The same graph in ngraph, and a goal that every place is joined to. Links run in the direction of walking. */
export function ngraphOf(graph: WalkingGraph, sites: Snapped, snapWithin: number) {
  const library = createGraph<undefined, number>({ multigraph: true });
  for (let v = 0; v < graph.nodeX.length; v++) library.addNode(v);
  library.addNode(GOAL);
  library.addNode(NOWHERE);
  for (let e = 0; e < graph.from.length; e++) {
    const from = graph.from[e] as number;
    const to = graph.to[e] as number;
    library.addLink(from, to, graph.length[e] as number);
    if (graph.oneWay[e] === 0) library.addLink(to, from, graph.length[e] as number);
  }
  for (let s = 0; s < sites.edge.length; s++) {
    const edge = sites.edge[s] as number;
    const way = sites.way[s] as number;
    if (edge < 0 || way > snapWithin) continue;
    const along = sites.along[s] as number;
    const rest = (graph.length[edge] as number) - along;
    library.addLink(graph.from[edge] as number, GOAL, along + way);
    if (graph.oneWay[edge] === 0 || rest === 0) library.addLink(graph.to[edge] as number, GOAL, rest + way);
  }
  const finder = aStar<undefined, number>(library, { oriented: true, distance: (_, __, link) => link.data });
  return {
    /** Metres from a node to the nearest place; Infinity without a way. */
    toNearest(node: number): number {
      const path = finder.find(node, GOAL);
      if (path.length === 0) return Infinity;
      // The path comes from the goal backwards.
      let metres = 0;
      for (let k = 1; k < path.length; k++) {
        const to = path[k - 1]?.id;
        let shortest = Infinity;
        for (const link of path[k]?.links ?? [])
          if (link.toId === to && link.fromId === path[k]?.id && link.data < shortest) shortest = link.data;
        metres += shortest;
      }
      return metres;
    },
    /** One run over all that can be reached from the node: the library stops only at its goal, and this one is nowhere. */
    overAll(node: number): void {
      finder.find(node, NOWHERE);
    },
  };
}
