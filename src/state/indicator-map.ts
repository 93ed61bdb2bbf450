import type { ClassBreaks } from "../analysis/classes/class-breaks.ts";
import type { Indicator } from "../domain/indicator.ts";
import type { IndicatorMatrix } from "../domain/indicator-matrix.ts";
import type { Period } from "../domain/period.ts";
import type { Origin } from "../domain/provenance.ts";

/**
 * How an indicator is drawn: values as fills, counts as circles or per 1,000 residents as fills, classes that were published as
 * categories.
 */
export type IndicatorForm = "fills" | "circles" | "per-residents" | "categories";

/** Residents that counts are related to, in the order of the level; NaN = not known. */
export interface AreaResidents {
  readonly values: Float64Array;
  /** Published totals of the areas, or sums of the cells inside them. */
  readonly basis: "published" | "cells";
  readonly origins: readonly Origin[];
}

/** One period as it is shown: in the indicator's unit, or per 1,000 residents. */
export interface ShownPeriod {
  readonly period: Period;
  /** One per Sozialraum, NaN = no number. */
  readonly areas: Float64Array;
  /** What stands beside the areas; undefined where there is neither a value of the city nor a median. */
  readonly reference?: number | undefined;
}

/** An indicator in one period, classified: everything that map, legend, sentence and table of the comparison show. */
export interface IndicatorMap {
  readonly indicator: Indicator;
  readonly matrix: IndicatorMatrix;
  /** Position of the period in `matrix.periods` and `periods`. */
  readonly at: number;
  readonly form: IndicatorForm;
  readonly residents?: AreaResidents | undefined;
  /** All periods of the matrix, as they are shown. */
  readonly periods: readonly ShownPeriod[];
  /** Whether `reference` is the city's value or the median of the areas. */
  readonly reference: "city" | "median";
  /** The same for all periods; undefined for circles and categories, and without any value. */
  readonly breaks?: ClassBreaks | undefined;
  /** Published classes in their order, for categories. */
  readonly categories: readonly string[];
  /** Class or category of each area in the period, 255 = none. */
  readonly classes: Uint8Array;
  /** Areas per class or category in the period. */
  readonly counts: Uint32Array;
  /** Goodness of variance fit of the classes in the period. */
  readonly goodness?: number | undefined;
  /** Place of each area in the period, 1 = largest value; 0 = no value. */
  readonly ranks: Uint32Array;
  /** Largest value of any period: the scale of the circles. */
  readonly largest: number;
}
