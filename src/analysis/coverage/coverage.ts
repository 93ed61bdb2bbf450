import type { CoverageStatus } from "../../domain/coverage-row.ts";
import type { PopulationBasis } from "../../domain/population.ts";
import type { OutsideDemand } from "./demand.ts";

/** The chosen Anlaufpunkte in degrees, one entry per place. */
export interface Sites {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

export interface CoverageOptions {
  /** Metres. */
  readonly reach: number;
  /** Factor on the straight line; default 1. */
  readonly detour?: number | undefined;
  /** Default 0.5 (own choice). */
  readonly reachedShare?: number | undefined;
  /** Whether the package has Anlaufpunkte at all: without, every status is unknown and no supply is zero. */
  readonly hasAnlaufpunkte: boolean;
}

/** What a measurement was made with. */
export interface CoverageSettings {
  /** Metres; a distance of exactly the reach counts. */
  readonly reach: number;
  /** Factor on the straight line, ≥ 1. */
  readonly detour: number;
  /** Share (0–1) of residents from which an area without an own Anlaufpunkt counts as reached. */
  readonly reachedShare: number;
}

/** The coverage table as arrays: one entry per Sozialraum of the level, in its order. NaN = no value. */
export interface CoverageOfAreas {
  readonly residents: Float64Array;
  readonly anlaufpunkteInside: Float64Array;
  readonly reached: Float64Array;
  readonly unreached: Float64Array;
  /** 0–1. */
  readonly share: Float64Array;
  /** Metres, to the millimetre. */
  readonly nearestMedian: Float64Array;
  readonly nearestP90: Float64Array;
  readonly per10000: Float64Array;
  readonly basis: readonly (PopulationBasis | undefined)[];
  /** Rule C6. */
  readonly status: readonly CoverageStatus[];
  /** n behind the row: cells with residents, cells without a value by reason. */
  readonly cells: Uint32Array;
  readonly missing: Uint32Array;
  readonly suppressed: Uint32Array;
}

/** The whole city: sums over the areas, quantiles over all their residents. NaN = no value. */
export interface CoverageOfCity {
  readonly areas: Readonly<Record<CoverageStatus, number>>;
  /** Areas with none inside, those without known residents among them; NaN when the data have no Anlaufpunkte. */
  readonly without: number;
  readonly residents: number;
  readonly anlaufpunkte: number;
  /** Of the chosen Anlaufpunkte those that stand in no Sozialraum; they count for the distances all the same. */
  readonly anlaufpunkteOutside: number;
  readonly reached: number;
  readonly unreached: number;
  readonly share: number;
  readonly nearestMedian: number;
  readonly nearestP90: number;
  readonly per10000: number;
  readonly cells: number;
  readonly missing: number;
  readonly suppressed: number;
  /** Areas whose residents are spread over land or area: a rough estimate. */
  readonly estimatedAreas: number;
}

/** One entry per point of the demand, in its order. */
export interface CoverageOfPoints {
  /** Metres × detour, to the millimetre; NaN when there are no sites. Along a network: Infinity = no way, NaN = too far from it to say. */
  readonly distance: Float64Array;
  /** Index of the site, −1 when there are none. */
  readonly nearest: Int32Array;
}

export interface Coverage {
  readonly level: string;
  readonly settings: CoverageSettings;
  readonly areas: CoverageOfAreas;
  readonly city: CoverageOfCity;
  readonly outside: OutsideDemand;
  readonly points: CoverageOfPoints;
  /** Per site the area it stands in, −1 = none. */
  readonly siteArea: Int32Array;
}
