import type { Network } from "../../domain/network.ts";
import type { DemandKey } from "../coverage/coverage-tasks.ts";
import type { MeasuredDemand } from "../coverage/demand.ts";
import type { KeptDemand } from "../coverage/kept-demand.ts";
import { buildWalkingGraph } from "./build-walking-graph.ts";
import type { Walking } from "./network-tasks.ts";
import { SEARCH_WITHIN_METRES, SNAP_WITHIN_METRES, type Snapped, snapToNetwork } from "./snap-to-network.ts";
import type { WalkingGraph } from "./walking-graph.ts";

/** What a question about walking is asked of: all lent, never changed and never moved. */
export interface KeptWalk {
  readonly demand: MeasuredDemand;
  readonly graph: WalkingGraph;
  /** The points of the demand on the network, also those farther than `snapWithin`. */
  readonly points: Snapped;
  readonly snapWithin: number;
}

/**
 * The network of one city beside its residents: the graph is built once with steps and once without, the residents of a level are snapped
 * once for each, when first asked for. A change of places then costs the run alone.
 */
export class KeptNetwork {
  readonly #demands: KeptDemand;
  #city: number | undefined;
  #network: Network | undefined;
  readonly #graphs = new Map<boolean, KeptGraph>();

  constructor(demands: KeptDemand) {
    this.#demands = demands;
  }

  keep(city: number, network: Network): void {
    this.#city = city;
    this.#network = network;
    this.#graphs.clear();
  }

  /** Undefined when the demand or the network of the city is not kept (any more). */
  graphOf(key: DemandKey, { withoutSteps = false }: Walking): WalkingGraph | undefined {
    return this.#graph(key, withoutSteps)?.graph;
  }

  /** The same with the residents of the level on the network. Throws when `snapWithin` is not within 0–2000. */
  of(key: DemandKey, { withoutSteps = false, snapWithin = SNAP_WITHIN_METRES }: Walking): KeptWalk | undefined {
    if (!(snapWithin >= 0 && snapWithin <= SEARCH_WITHIN_METRES))
      throw new RangeError(`snapWithin is ${snapWithin}, not within 0–${SEARCH_WITHIN_METRES} m`);
    const demand = this.#demands.of(key);
    const kept = this.#graph(key, withoutSteps);
    if (!demand || !kept) return undefined;
    let points = kept.points.get(demand);
    if (!points) {
      points = snapToNetwork(kept.graph, demand.x, demand.y);
      kept.points.set(demand, points);
    }
    return { demand, graph: kept.graph, points, snapWithin };
  }

  #graph(key: DemandKey, withoutSteps: boolean): KeptGraph | undefined {
    const demand = this.#demands.of(key);
    if (!demand || !this.#network || key.city !== this.#city) return undefined;
    let kept = this.#graphs.get(withoutSteps);
    if (!kept) {
      // All levels of a city are measured on one plane.
      kept = { graph: buildWalkingGraph(this.#network, demand.plane, withoutSteps), points: new WeakMap() };
      this.#graphs.set(withoutSteps, kept);
    }
    return kept;
  }
}

interface KeptGraph {
  readonly graph: WalkingGraph;
  readonly points: WeakMap<MeasuredDemand, Snapped>;
}
