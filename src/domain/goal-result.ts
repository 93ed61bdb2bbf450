import type { IndicatorDirection } from "./indicator.ts";
import type { SeriesValue } from "./indicator-result.ts";
import type { Period } from "./period.ts";

/**
 * Where a goal's indicator stands (own rule, at `targetState` in db/queries): `open` = no target to judge by, not yet due and behind
 * the straight line, or too few values; `no-data` = the city has no value.
 */
export type TargetState = "reached" | "on-track" | "missed" | "open" | "no-data";

/** An indicator of a goal, measured for the whole city. */
export interface GoalIndicator {
  readonly indicator: string;
  readonly direction: IndicatorDirection;
  /** The indicator's own target, else the goal's where the goal has no other indicator; in the indicator's unit. */
  readonly target?: number | undefined;
  readonly targetDate?: Period | undefined;
  /** The city's values, ascending; periods without a value say so. */
  readonly series: readonly SeriesValue[];
  /** The last of the series that is known. */
  readonly latest?: SeriesValue | undefined;
  readonly state: TargetState;
}

/** A goal with what measures it and what serves it. */
export interface GoalProgress {
  readonly goal: string;
  /** The goal's own indicators first, then those that name the goal. */
  readonly indicators: readonly GoalIndicator[];
  /** Vorhaben that name the goal. */
  readonly vorhaben: number;
  /** Vorhaben that name the goal or a goal below it, each once. */
  readonly vorhabenInTree: number;
  /** Indicators of the goal and of goals below it, each once. */
  readonly indicatorsInTree: number;
  /** No Vorhaben serves the goal or a goal below it. */
  readonly unserved: boolean;
}
