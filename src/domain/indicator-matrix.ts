import type { CityValue, ResolvedValue } from "./indicator-result.ts";
import type { Period } from "./period.ts";

/** One period of an indicator. */
export interface PeriodValues {
  readonly period: Period;
  /** One per Sozialraum, in the order of the level. */
  readonly areas: readonly ResolvedValue[];
  readonly city: CityValue;
}

/** An indicator over all its periods, for every Sozialraum of a level and for the city. */
export interface IndicatorMatrix {
  readonly indicator: string;
  readonly level: string;
  /** Ascending; every period for which something is observed. */
  readonly periods: readonly PeriodValues[];
}
