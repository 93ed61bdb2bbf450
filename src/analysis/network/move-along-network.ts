import type { CoverageOfPoints } from "../coverage/coverage.ts";
import { EdgeWays } from "./edge-ways.ts";
import { edgesOfNodes, type IndexLists, indexLists } from "./index-lists.ts";
import { writeWay } from "./measure-ways.ts";
import type { Snapped } from "./snap-to-network.ts";
import { NodeSearch, type NodeWays, walkToSites } from "./walk-to-sites.ts";
import type { WalkingGraph } from "./walking-graph.ts";

/**
 * One site on its way while all others stand (rule C13): the ways to the others are kept, and each step searches from the moving site only
 * as far as it is nearer than they are, and asks again the points on edges that this changed. The answer of each step is that of
 * `measureWays` for all sites, to the last bit. Memory: 24 bytes per node, 16 per point, 12 per edge.
 */
export class MovingAlongNetwork {
  readonly #points: Snapped;
  readonly #snapWithin: number;
  readonly #moving: number;
  readonly #sites: Snapped;
  readonly #base: NodeWays;
  readonly #now: NodeWays;
  readonly #search: NodeSearch;
  readonly #ways: EdgeWays;
  readonly #basePoints: CoverageOfPoints;
  readonly #edgesOfNode: IndexLists;
  readonly #pointsOfEdge: IndexLists;
  readonly #stampOfEdge: Uint32Array;
  readonly #changedNodes: number[] = [];
  #stamp = 0;
  #stands = false;

  /** `sites` are all of them, the moving one at index `moving`: where it stands is said with each step. */
  constructor(graph: WalkingGraph, points: Snapped, sites: Snapped, moving: number, snapWithin: number) {
    if (!(moving >= 0 && moving < sites.edge.length))
      throw new RangeError(`site ${moving} of ${sites.edge.length} cannot move`);
    this.#points = points;
    this.#snapWithin = snapWithin;
    this.#moving = moving;
    this.#sites = { edge: sites.edge.slice(), along: sites.along.slice(), way: sites.way.slice() };
    this.#base = walkToSites(graph, sites, { snapWithin, without: moving });
    this.#now = { distance: this.#base.distance.slice(), site: this.#base.site.slice() };
    this.#search = new NodeSearch(graph, this.#now, (node) => this.#changedNodes.push(node));
    this.#ways = new EdgeWays(graph, this.#now, this.#sites, { snapWithin, without: moving });
    const n = points.edge.length;
    const distance = new Float64Array(n).fill(Number.NaN);
    const nearest = new Int32Array(n).fill(-1);
    for (let i = 0; i < n; i++) writeWay(this.#ways, points, i, snapWithin, distance, nearest);
    this.#basePoints = { distance, nearest };
    this.#edgesOfNode = edgesOfNodes(graph);
    this.#pointsOfEdge = indexLists(points.edge, graph.from.length);
    this.#stampOfEdge = new Uint32Array(graph.from.length);
  }

  /** All ways with the moving site at the one place of `at`. The arrays are the caller's to keep. */
  to(at: Snapped): CoverageOfPoints {
    this.#leave();
    const { distance, nearest } = this.#basePoints;
    const answer = { distance: distance.slice(), nearest: nearest.slice() };
    const edge = at.edge[0] as number;
    const way = at.way[0] as number;
    if (edge < 0 || way > this.#snapWithin) return answer;
    this.#sites.edge[this.#moving] = edge;
    this.#sites.along[this.#moving] = at.along[0] as number;
    this.#sites.way[this.#moving] = way;
    this.#ways.put(this.#moving);
    this.#stands = true;
    this.#search.begin(at, 0, this.#moving, this.#snapWithin);
    this.#search.run();
    this.#stamp++;
    this.#askAgain(edge, answer);
    for (const node of this.#changedNodes) {
      const { starts, items } = this.#edgesOfNode;
      for (let k = starts[node] as number; k < (starts[node + 1] as number); k++)
        this.#askAgain(items[k] as number, answer);
    }
    return answer;
  }

  /** Back to the ways without the moving site. */
  #leave(): void {
    for (const node of this.#changedNodes) {
      this.#now.distance[node] = this.#base.distance[node] as number;
      this.#now.site[node] = this.#base.site[node] as number;
    }
    this.#changedNodes.length = 0;
    if (this.#stands) this.#ways.take(this.#moving);
    this.#stands = false;
  }

  #askAgain(edge: number, { distance, nearest }: CoverageOfPoints): void {
    if (this.#stampOfEdge[edge] === this.#stamp) return;
    this.#stampOfEdge[edge] = this.#stamp;
    const { starts, items } = this.#pointsOfEdge;
    for (let k = starts[edge] as number; k < (starts[edge + 1] as number); k++)
      writeWay(this.#ways, this.#points, items[k] as number, this.#snapWithin, distance, nearest);
  }
}
