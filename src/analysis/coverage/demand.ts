import type { PopulationBasis } from "../../domain/population.ts";
import type { LocalPlane } from "../../geo/local-plane.ts";
import type { AreaIndex } from "./area-index.ts";
import type { PointBlocks } from "./point-blocks.ts";
import type { PointGroups } from "./point-groups.ts";

/**
 * Points with residents: cells (blocks, addresses), or sample points where an area fell down the ladder of bases; in the order of
 * `PointBlocks`, not in that of the source. Flat, transferable.
 */
export interface DemandPoints {
  /** Degrees, one entry per point; so are all arrays. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** NaN = missing: not counted, never taken as zero. */
  readonly residents: Float64Array;
  /** Index of the Sozialraum, −1 = outside all. */
  readonly area: Int32Array;
  /** Row of the population, −1 = sample point of the ladder. */
  readonly row: Int32Array;
  readonly groups: PointGroups;
}

/** Residents of one level, prepared once for any number of measurements. Flat, transferable. */
export interface Demand extends DemandPoints {
  readonly level: string;
  readonly plane: LocalPlane;
  /** Metres of the plane, one entry per point. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly blocks: PointBlocks;
  /** For the question which Sozialraum a place stands in. */
  readonly areaIndex: AreaIndex;
  readonly areas: DemandOfAreas;
  readonly outside: OutsideDemand;
}

/** One entry per Sozialraum of the level. */
export interface DemandOfAreas {
  /** What the residents rest on; undefined = no residents known. */
  readonly basis: readonly (PopulationBasis | undefined)[];
  /** Sum of the known residents; NaN = none known. */
  readonly residents: Float64Array;
  /** Cells with known residents. */
  readonly cells: Uint32Array;
  /** Cells whose residents are not stated, and cells whose residents are kept secret. */
  readonly missing: Uint32Array;
  readonly suppressed: Uint32Array;
}

/** Cells that lie in no Sozialraum of the level: reported, never dropped silently. */
export interface OutsideDemand {
  readonly cells: number;
  /** Sum of their known residents. */
  readonly residents: number;
  readonly missing: number;
  readonly suppressed: number;
}

/** What kernels measure with: where the points stand in degrees and in the source goes to whoever asked for the preparation. */
export type MeasuredDemand = Omit<Demand, "lon" | "lat" | "row" | "groups">;
