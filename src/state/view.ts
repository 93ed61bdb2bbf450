import type { Language } from "../domain/localized.ts";
import type { Period } from "../domain/period.ts";

export const VIEW_NAMES = ["versorgung", "vergleich", "ziele", "praesentation", "daten"] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** Columns of the coverage table that a map can show; `status` is the default. */
export const COVERAGE_METRICS = [
  "status",
  "reached_share",
  "residents_unreached",
  "residents_reached",
  "residents",
  "anlaufpunkte_inside",
  "per_10000",
  "nearest_median_m",
  "nearest_p90_m",
] as const;
export type CoverageMetric = (typeof COVERAGE_METRICS)[number];

export const CLASS_METHODS = ["quantile", "equal", "jenks"] as const;
export type ClassMethod = (typeof CLASS_METHODS)[number];

export interface Classes {
  readonly method: ClassMethod;
  readonly n: number;
}

export interface MapPosition {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

/** What the URL says: everything that was seen. A key that is undefined stands for its default. */
export interface View {
  readonly data?: string | undefined;
  readonly view: ViewName;
  readonly lang: Language;
  readonly level?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  readonly reach: number;
  readonly metric: CoverageMetric;
  readonly indicator?: string | undefined;
  readonly period?: Period | undefined;
  readonly classes: Classes;
  readonly sozialraum?: string | undefined;
  readonly compare: readonly string[];
  readonly map?: MapPosition | undefined;
  readonly present: boolean;
  /** Counts as circles, or per resident as fills. */
  readonly per?: "residents" | undefined;
  /** The table from below is open. */
  readonly table: boolean;
  /** The residents' cells are drawn instead of whole areas. */
  readonly cells: boolean;
}

export const DEFAULT_VIEW: View = {
  view: "versorgung",
  lang: "de",
  reach: 800,
  metric: "status",
  classes: { method: "quantile", n: 5 },
  compare: [],
  present: false,
  table: false,
  cells: false,
};

export const REACH_PRESETS = [300, 500, 800, 1000] as const;
export const REACH_LIMITS = { least: 50, most: 20_000 } as const;
/** Two to six districts stand beside the city. */
export const COMPARE_MOST = 6;
