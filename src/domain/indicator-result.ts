import type { Measured, ObservationStatus } from "./measured.ts";
import type { Period } from "./period.ts";

/**
 * How a value came about: as an office published it, as Σ numerator ÷ Σ denominator, by adding counts of areas below – or not at
 * all.
 */
export type ValueOrigin = "published" | "computed" | "added" | "none";

/** The value of an indicator for an area or the city, and what it rests on. */
export interface ResolvedValue {
  /** In the indicator's unit; shares with unit % are 0–100. Undefined only for a class that is a text. */
  readonly value: Measured | undefined;
  /** A class that is no number, e.g. `+/-`. */
  readonly text?: string | undefined;
  readonly status: ObservationStatus;
  readonly how: ValueOrigin;
  /** Observed values that entered: 1 for a published one, else areas below (pairs of numerator and denominator). */
  readonly n: number;
  /** Values that should have entered and are not stated, not applicable or not there. */
  readonly missing: number;
  /** Values that should have entered and are kept secret. */
  readonly suppressed: number;
  /** A number that lacks parts: a count is then a lower bound, a ratio rests on the known parts only. */
  readonly incomplete: boolean;
  /** Σ numerator and Σ denominator of a computed value. */
  readonly numerator?: number | undefined;
  readonly denominator?: number | undefined;
}

/** One indicator in the Steckbrief of a Sozialraum. */
export interface ProfileEntry {
  readonly indicator: string;
  /** The latest period with a known value for the Sozialraum; without any, the latest period for which something is said of it. */
  readonly period: Period;
  readonly here: ResolvedValue;
  /** The city's value in the same period. */
  readonly city: ResolvedValue;
}

/** The median of the areas of a level: not the city's value, and never shown as one. */
export interface MedianOfAreas {
  readonly level: string;
  readonly value: Measured;
  /** Areas with a number, without one, and with a secret one. */
  readonly n: number;
  readonly missing: number;
  readonly suppressed: number;
}

export interface CityValue extends ResolvedValue {
  /** Only where the city has no value of its own, numbers exist in areas, and a level was asked for. */
  readonly median?: MedianOfAreas | undefined;
}

export interface SeriesValue extends ResolvedValue {
  readonly period: Period;
}

/** What the observations hold of an indicator. */
export interface CatalogueEntry {
  readonly indicator: string;
  /** Periods with at least one known value, observed or computed, ascending as texts. */
  readonly periods: readonly Period[];
  /** Levels that a map can show, finest first: with known values of their own, or with roll-ups from the levels below. */
  readonly levels: readonly string[];
  /** Observed values of the indicator itself: known, missing, secret. */
  readonly n: number;
  readonly missing: number;
  readonly suppressed: number;
  /** Some level can be shown. */
  readonly mappable: boolean;
}
