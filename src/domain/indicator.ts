import type { Localized } from "./localized.ts";
import type { ObservationStatus } from "./measured.ts";
import type { Period } from "./period.ts";

export type IndicatorKind = "count" | "share" | "rate" | "index" | "mean" | "class";
export type IndicatorDirection = "more-is-better" | "more-is-worse" | "neutral";

export interface Indicator {
  readonly id: string;
  readonly title: Localized;
  readonly unit?: Localized | undefined;
  readonly kind: IndicatorKind;
  readonly direction: IndicatorDirection;
  /** Ids of indicators. */
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
  readonly per?: number | undefined;
  readonly goals: readonly string[];
  readonly target?: number | undefined;
  readonly targetDate?: Period | undefined;
  readonly description?: Localized | undefined;
  readonly resource: string;
}

/** The whole city in `Observations.sozialraum`. */
export const WHOLE_CITY = "*";

/** Long form, one entry per observed value. `class` values that are no numbers stand in `text`. */
export interface Observations {
  /** Level of the area, "" for the whole city. */
  readonly level: readonly string[];
  readonly sozialraum: readonly string[];
  readonly indicator: readonly string[];
  readonly period: readonly Period[];
  /** NaN where status is a missing reason, or where the value is a text class. */
  readonly value: Float64Array;
  readonly status: readonly ObservationStatus[];
  /** Text of a class such as "+/-"; "" otherwise. */
  readonly text: readonly string[];
  readonly resource: readonly string[];
  /** Line of the file that each value stands in, where it was kept. */
  readonly line?: Uint32Array | undefined;
}
