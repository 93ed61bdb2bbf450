import type { CoverageChange } from "../analysis/coverage/compare-coverage.ts";
import type { CoverageBands } from "../analysis/coverage/coverage-bands.ts";
import type { DistanceCurve } from "../analysis/coverage/distance-curve.ts";
import type { Isochrones } from "../analysis/network/isochrones.ts";
import type { CoverageAnswer } from "./coverage-answer.ts";

/** Residents by bands of distance, all from the ways of one coverage. */
export interface DistanceBands {
  readonly coverage: CoverageAnswer;
  /** The bands of the view. */
  readonly bands: CoverageBands;
  /** Its limits are the walking times at every speed. */
  readonly times: CoverageBands;
  /** Straight lines only: its limits are the reach, made shorter as the detour grows. */
  readonly detours?: CoverageBands | undefined;
}

/** How many live within how far: of the city, and of the chosen Sozialraum. */
export interface DistanceCurves {
  readonly coverage: CoverageAnswer;
  readonly city: DistanceCurve;
  readonly sozialraum?: { readonly id: string; readonly curve: DistanceCurve } | undefined;
}

/** What is walked beside the straight line, on the same question. */
export interface StraightBeside {
  readonly straight: CoverageAnswer;
  readonly walked: CoverageAnswer;
  /** From the straight line to the ways that are walked. */
  readonly change: CoverageChange;
  /** Its limits are the reach for other detours on the straight line. */
  readonly detours: CoverageBands;
}

/** The land from where a place is walked to, by bands. */
export interface WalkingZones {
  readonly coverage: CoverageAnswer;
  /** Id of the one place that is asked for; undefined = all. */
  readonly place: string | undefined;
  readonly isochrones: Isochrones;
}
