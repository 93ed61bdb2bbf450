import type { PopulationBasis } from "./population.ts";

export type CoverageStatus = "unknown" | "served" | "reached" | "gap";

/** Why a value of a row is empty; the texts stand in i18n. */
export type CoverageNote = "no-residents" | "no-anlaufpunkte" | "missing-cells" | "suppressed-cells" | "rough-estimate";

/** One Sozialraum in the coverage table of the contract. Undefined = no value, `notes` say why. */
export interface CoverageRow {
  readonly id: string;
  readonly name: string;
  /** Name of the area of the parent level, where there is one. */
  readonly parentName?: string | undefined;
  readonly residents?: number | undefined;
  readonly anlaufpunkteInside?: number | undefined;
  readonly residentsReached?: number | undefined;
  /** 0–1. */
  readonly reachedShare?: number | undefined;
  readonly residentsUnreached?: number | undefined;
  readonly nearestMedianMetres?: number | undefined;
  readonly nearestP90Metres?: number | undefined;
  readonly per10000?: number | undefined;
  readonly basis?: PopulationBasis | undefined;
  readonly status: CoverageStatus;
  readonly notes: readonly CoverageNote[];
}
