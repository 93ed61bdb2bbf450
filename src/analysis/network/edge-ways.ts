import type { Snapped } from "./snap-to-network.ts";
import type { NodeWays, WalkOptions } from "./walk-to-sites.ts";
import type { WalkingGraph } from "./walking-graph.ts";

/** Ways from any point of an edge: by way of its two ends, or along the edge to a site on it. */
export class EdgeWays {
  readonly #graph: WalkingGraph;
  readonly #ways: NodeWays;
  readonly #sites: Snapped;
  /** Sites of an edge as a chain: the first by edge, the next by site; −1 ends it. */
  readonly #firstSite: Int32Array;
  readonly #nextSite: Int32Array;
  /** The answer of the last question: index of the site, −1 = there is no way. */
  site = -1;

  constructor(
    graph: WalkingGraph,
    ways: NodeWays,
    sites: Snapped,
    options: Pick<WalkOptions, "snapWithin" | "without">,
  ) {
    this.#graph = graph;
    this.#ways = ways;
    this.#sites = sites;
    this.#firstSite = new Int32Array(graph.from.length).fill(-1);
    this.#nextSite = new Int32Array(sites.edge.length).fill(-1);
    for (let s = 0; s < sites.edge.length; s++) {
      if ((sites.way[s] as number) <= options.snapWithin && s !== options.without) this.put(s);
    }
  }

  /** Site `s` stands on its edge from now on. */
  put(s: number): void {
    const edge = this.#sites.edge[s] as number;
    if (edge < 0) return;
    this.#nextSite[s] = this.#firstSite[edge] as number;
    this.#firstSite[edge] = s;
  }

  /** Site `s` stands there no more; it must be the last that was put on its edge. */
  take(s: number): void {
    const edge = this.#sites.edge[s] as number;
    if (edge >= 0 && this.#firstSite[edge] === s) this.#firstSite[edge] = this.#nextSite[s] as number;
  }

  /** Metres from a point of an edge (metres along it) to the nearest site; Infinity without a way. `site` says which. */
  from(edge: number, along: number): number {
    const { from, to, length, oneWay } = this.#graph;
    const { distance, site } = this.#ways;
    const first = from[edge] as number;
    const last = to[edge] as number;
    let best = (length[edge] as number) - along + (distance[last] as number);
    let which = site[last] as number;
    const bothWays = oneWay[edge] === 0;
    if (bothWays || along === 0) {
      const metres = along + (distance[first] as number);
      const other = site[first] as number;
      if (metres < best || (metres === best && other < which)) {
        best = metres;
        which = other;
      }
    }
    for (let s = this.#firstSite[edge] as number; s >= 0; s = this.#nextSite[s] as number) {
      const ahead = (this.#sites.along[s] as number) - along;
      if (ahead < 0 && !bothWays) continue;
      const metres = Math.abs(ahead) + (this.#sites.way[s] as number);
      if (metres < best || (metres === best && s < which)) {
        best = metres;
        which = s;
      }
    }
    this.site = which;
    return best;
  }
}
