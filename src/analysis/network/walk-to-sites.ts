import type { Snapped } from "./snap-to-network.ts";
import type { WalkingGraph } from "./walking-graph.ts";

/** Metres from every node to the nearest site, and which; Infinity and −1 where there is no way. Of equally near sites the smallest index. */
export interface NodeWays {
  readonly distance: Float64Array;
  readonly site: Int32Array;
}

export interface WalkOptions {
  /** Sites farther than this from the network, in metres, are not reached. */
  readonly snapWithin: number;
  /** Nodes farther than this are left out; default: none. */
  readonly upTo?: number | undefined;
  /** A site that is left out. */
  readonly without?: number | undefined;
}

/**
 * One run of Dijkstra (1959) from all sites at once, against the direction of walking (rule C13): every node gets its shortest way to a
 * site, the way from the network to the site included. O(arcs · log nodes); 12 bytes per node and the queue.
 */
export function walkToSites(graph: WalkingGraph, sites: Snapped, options: WalkOptions): NodeWays {
  const nodes = graph.nodeX.length;
  const ways = { distance: new Float64Array(nodes).fill(Infinity), site: new Int32Array(nodes).fill(-1) };
  const search = new NodeSearch(graph, ways);
  for (let s = 0; s < sites.edge.length; s++) {
    if (s !== options.without) search.begin(sites, s, s, options.snapWithin);
  }
  search.run(options.upTo);
  return ways;
}

/** The search over nodes: a heap with four branches in flat arrays; entries that a shorter way has overtaken are passed over. */
export class NodeSearch {
  readonly #graph: WalkingGraph;
  readonly #ways: NodeWays;
  readonly #changed: ((node: number) => void) | undefined;
  #keys = new Float64Array(1024);
  #nodes = new Uint32Array(1024);
  #size = 0;

  /** Writes into `ways`, which may hold ways to other sites already: only what is nearer replaces them. `changed` hears of each node. */
  constructor(graph: WalkingGraph, ways: NodeWays, changed?: (node: number) => void) {
    this.#graph = graph;
    this.#ways = ways;
    this.#changed = changed;
  }

  /** Entry `k` of `sites` becomes a goal with the index `site`. */
  begin(sites: Snapped, k: number, site: number, snapWithin: number): void {
    const { from, to, length, oneWay } = this.#graph;
    const edge = sites.edge[k] as number;
    const way = sites.way[k] as number;
    if (edge < 0 || way > snapWithin) return;
    const along = sites.along[k] as number;
    const rest = (length[edge] as number) - along;
    this.#offer(from[edge] as number, along + way, site);
    // From the far end one comes back only where the edge may be walked so; at the very end no step of it is left.
    if (oneWay[edge] === 0 || rest === 0) this.#offer(to[edge] as number, rest + way, site);
  }

  run(upTo = Infinity): void {
    const { arcStarts, arcNode, arcLength } = this.#graph;
    const { distance, site } = this.#ways;
    while (this.#size > 0) {
      const key = this.#keys[0] as number;
      const node = this.#nodes[0] as number;
      this.#dropFirst();
      if (key > (distance[node] as number)) continue;
      const goal = site[node] as number;
      const end = arcStarts[node + 1] as number;
      for (let arc = arcStarts[node] as number; arc < end; arc++) {
        const metres = key + (arcLength[arc] as number);
        if (metres <= upTo) this.#offer(arcNode[arc] as number, metres, goal);
      }
    }
  }

  #offer(node: number, metres: number, goal: number): void {
    const { distance, site } = this.#ways;
    const before = distance[node] as number;
    if (metres > before || (metres === before && goal >= (site[node] as number))) return;
    this.#changed?.(node);
    distance[node] = metres;
    site[node] = goal;
    this.#push(metres, node);
  }

  #push(key: number, node: number): void {
    if (this.#size === this.#keys.length) {
      const keys = new Float64Array(2 * this.#size);
      keys.set(this.#keys);
      const nodes = new Uint32Array(2 * this.#size);
      nodes.set(this.#nodes);
      this.#keys = keys;
      this.#nodes = nodes;
    }
    const keys = this.#keys;
    const nodes = this.#nodes;
    let hole = this.#size++;
    while (hole > 0) {
      const above = (hole - 1) >> 2;
      if ((keys[above] as number) <= key) break;
      keys[hole] = keys[above] as number;
      nodes[hole] = nodes[above] as number;
      hole = above;
    }
    keys[hole] = key;
    nodes[hole] = node;
  }

  #dropFirst(): void {
    const keys = this.#keys;
    const nodes = this.#nodes;
    const size = --this.#size;
    const key = keys[size] as number;
    const node = nodes[size] as number;
    let hole = 0;
    for (;;) {
      const first = 4 * hole + 1;
      if (first >= size) break;
      const end = Math.min(first + 4, size);
      let least = first;
      for (let child = first + 1; child < end; child++) {
        if ((keys[child] as number) < (keys[least] as number)) least = child;
      }
      if ((keys[least] as number) >= key) break;
      keys[hole] = keys[least] as number;
      nodes[hole] = nodes[least] as number;
      hole = least;
    }
    keys[hole] = key;
    nodes[hole] = node;
  }
}
