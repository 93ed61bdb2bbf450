import { grow, type PointsInReach, roomForPoints } from "../coverage/points-in-reach.ts";
import { EdgeWays } from "./edge-ways.ts";
import { edgesOfNodes, type IndexLists, indexLists } from "./index-lists.ts";
import type { Snapped } from "./snap-to-network.ts";
import { NodeSearch, type NodeWays, walkToSites } from "./walk-to-sites.ts";
import type { WalkingGraph } from "./walking-graph.ts";

export interface WalksOptions {
  /** Metres: points and sites farther than this from the network walk to nobody. */
  readonly snapWithin: number;
  /** Metres of way; exactly the reach counts. Default: none, then every point with a way is found. */
  readonly reach?: number | undefined;
  /** Sites that stay: only points are found that have a shorter way than to any of them. */
  readonly besides?: Snapped | undefined;
}

/**
 * Who walks to each of many sites, one site after the other (rule C13): the way of every point to that one site, to the millimetre, as
 * `measureWays` would give it if there were no other. A run of Dijkstra (1959) per site, against the direction of walking, that ends at the reach
 * and turns back where one of the sites that stay is as near: no way that leads on from there could be shorter. Memory: 24 bytes per
 * node, 12 per edge, 4 per point, and the points of one site; time only for what a site reaches.
 */
export class WalksOfSites {
  readonly points: number;
  readonly sites: number;
  readonly #people: Snapped;
  readonly #goals: Snapped;
  readonly #snapWithin: number;
  readonly #reach: number;
  readonly #base: NodeWays | undefined;
  readonly #now: NodeWays;
  readonly #search: NodeSearch;
  readonly #ways: EdgeWays;
  /** The sites that stay and, at the last place, the one that is asked for. */
  readonly #standing: Snapped;
  readonly #last: number;
  readonly #edgesOfNode: IndexLists;
  readonly #pointsOfEdge: IndexLists;
  readonly #stampOfEdge: Uint32Array;
  readonly #changed: number[] = [];
  readonly #room: PointsInReach = roomForPoints();
  #stamp = 0;

  constructor(graph: WalkingGraph, points: Snapped, sites: Snapped, options: WalksOptions) {
    const { snapWithin, reach = Infinity, besides } = options;
    if (!(reach >= 0)) throw new RangeError(`reach is ${reach}, not a number of metres`);
    const nodes = graph.nodeX.length;
    this.points = points.edge.length;
    this.sites = sites.edge.length;
    this.#people = points;
    this.#goals = sites;
    this.#snapWithin = snapWithin;
    this.#reach = reach;
    this.#base = besides && walkToSites(graph, besides, { snapWithin });
    this.#now = this.#base
      ? { distance: this.#base.distance.slice(), site: this.#base.site.slice() }
      : { distance: new Float64Array(nodes).fill(Infinity), site: new Int32Array(nodes).fill(-1) };
    this.#search = new NodeSearch(graph, this.#now, (node) => this.#changed.push(node));
    this.#last = besides?.edge.length ?? 0;
    this.#standing = {
      edge: new Int32Array(this.#last + 1).fill(-1),
      along: new Float64Array(this.#last + 1),
      way: new Float64Array(this.#last + 1).fill(Infinity),
    };
    if (besides) for (const column of ["edge", "along", "way"] as const) this.#standing[column].set(besides[column]);
    this.#ways = new EdgeWays(graph, this.#now, this.#standing, { snapWithin });
    this.#edgesOfNode = edgesOfNodes(graph);
    const joined = points.edge.map((edge, i) => ((points.way[i] as number) <= snapWithin ? edge : -1));
    this.#pointsOfEdge = indexLists(joined, graph.from.length);
    this.#stampOfEdge = new Uint32Array(graph.from.length);
  }

  /** The points of one site with their ways, each once, in no order that means something. Lent until the next call. */
  of(site: number): PointsInReach {
    const room = this.#room;
    room.count = 0;
    const edge = this.#goals.edge[site] as number;
    const way = this.#goals.way[site] as number;
    if (edge < 0 || way > this.#snapWithin) return room;
    const last = this.#last;
    this.#standing.edge[last] = edge;
    this.#standing.along[last] = this.#goals.along[site] as number;
    this.#standing.way[last] = way;
    this.#ways.put(last);
    this.#search.begin(this.#goals, site, last, this.#snapWithin);
    // What rounding to the millimetre brings back into the reach is found, too.
    this.#search.run(this.#reach + 0.001);
    this.#stamp++;
    this.#ask(edge);
    const { starts, items } = this.#edgesOfNode;
    const { distance, site: goal } = this.#now;
    for (const node of this.#changed) {
      const end = starts[node + 1] as number;
      for (let k = starts[node] as number; k < end; k++) this.#ask(items[k] as number);
    }
    for (const node of this.#changed) {
      distance[node] = this.#base ? (this.#base.distance[node] as number) : Infinity;
      goal[node] = this.#base ? (this.#base.site[node] as number) : -1;
    }
    this.#changed.length = 0;
    this.#ways.take(last);
    return room;
  }

  /** The points of an edge that walk to the site. */
  #ask(edge: number): void {
    if (this.#stampOfEdge[edge] === this.#stamp) return;
    this.#stampOfEdge[edge] = this.#stamp;
    const { starts, items } = this.#pointsOfEdge;
    const { along, way } = this.#people;
    const room = this.#room;
    const end = starts[edge + 1] as number;
    for (let k = starts[edge] as number; k < end; k++) {
      const i = items[k] as number;
      const metres = this.#ways.from(edge, along[i] as number) + (way[i] as number);
      if (this.#ways.site !== this.#last) continue;
      const rounded = Math.floor(metres * 1000 + 0.5) / 1000;
      if (rounded > this.#reach || rounded === Infinity) continue;
      if (room.count === room.point.length) grow(room);
      room.point[room.count] = i;
      room.distance[room.count++] = rounded;
    }
  }
}
