import type { Network } from "../../domain/network.ts";
import type { Task } from "../../domain/services.ts";
import type { ClosureCheck } from "../coverage/closure-check.ts";
import type { Coverage, CoverageOptions, Sites } from "../coverage/coverage.ts";
import type { DemandKey } from "../coverage/coverage-tasks.ts";
import type { Isochrones } from "./isochrones.ts";
import type { SnappingReport } from "./snapping-report.ts";
import type { WalkingGraphReport } from "./walking-graph.ts";

/* Names and types only, so that who asks does not load the kernels; worker.ts registers the functions under these names. */

/** How one walks. */
export interface Walking {
  /** For wheelchairs: no edge of class `steps`; default false. */
  readonly withoutSteps?: boolean | undefined;
  /** Metres up to which residents and places are joined to the network; default 250 (own choice). */
  readonly snapWithin?: number | undefined;
}

/** Ways along the network, and the coverage that stands on them. */
export interface WalkedCoverage {
  /** Its `points.distance` is Infinity where no way leads to a place, and NaN where the network is too far away to say. */
  readonly coverage: Coverage;
  readonly snapping: SnappingReport;
}

/**
 * Keeps the network of a city, whose residents are kept already, in their worker, builds its graph and says what it is like. A network of
 * another city replaces it. Undefined when no demand is kept under this key (any more): prepare it anew, as with all tasks here.
 */
export const prepareNetworkTask: Task<
  { readonly demand: DemandKey; readonly network: Network },
  WalkingGraphReport | undefined
> = { name: "prepare-network" };

/** What the network is like for this way of walking; undefined when none is kept (any more): prepare it anew, as with all tasks below. */
export const describeNetworkTask: Task<
  { readonly demand: DemandKey; readonly walking: Walking },
  WalkingGraphReport | undefined
> = { name: "describe-network" };

/** Coverage by ways along the network; a `detour` other than 1 is an error: the way is walked already. */
export const measureWalkedCoverageTask: Task<
  {
    readonly demand: DemandKey;
    readonly sites: Sites;
    readonly options: CoverageOptions;
    readonly walking: Walking;
  },
  WalkedCoverage | undefined
> = { name: "measure-walked-coverage" };

/** Runs `closureCheck` by ways along the network, in turns: who has each place in reach, and whose nearest it is on foot. */
export const walkedClosureCheckTask: Task<
  {
    readonly demand: DemandKey;
    readonly sites: Sites;
    /** Metres. */
    readonly reach: number;
    readonly walking: Walking;
  },
  ClosureCheck | undefined
> = { name: "walked-closure-check" };

/** Keeps the ways to all sites but the one at index `moving`, until another move begins; true when it is ready. */
export const beginWalkedMoveTask: Task<
  {
    readonly demand: DemandKey;
    readonly sites: Sites;
    readonly moving: number;
    readonly options: CoverageOptions;
    readonly walking: Walking;
  },
  true | undefined
> = { name: "begin-walked-move" };

/** The same as measuring anew with the moving site at this place in degrees, in a fraction of the time. */
export const walkedMoveStepTask: Task<
  { readonly demand: DemandKey; readonly lon: number; readonly lat: number },
  WalkedCoverage | undefined
> = { name: "walked-move-step" };

/** From where the nearest of the sites is reached within each of the bands, in metres of way, as areas. */
export const isochronesTask: Task<
  {
    readonly demand: DemandKey;
    readonly sites: Sites;
    readonly bands: readonly number[];
    readonly walking: Walking;
    /** Metres; defaults as in `IsochroneOptions`. */
    readonly beside?: number | undefined;
    readonly cell?: number | undefined;
  },
  Isochrones | undefined
> = { name: "isochrones" };
