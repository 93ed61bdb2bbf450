import type { SupplyUnit } from "../analysis/provision/supply.ts";
import type { SitingGoal } from "../analysis/siting/siting.ts";
import type { AnlaufpunktStatus } from "../domain/anlaufpunkt.ts";
import type { Language } from "../domain/localized.ts";
import type { OpenTime } from "../domain/open-time.ts";
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

/** What the right panel of „Versorgung“ answers; `gaps` is the default. */
export const PANELS = ["gaps", "scenario", "distance", "provision", "sites"] as const;
export type Panel = (typeof PANELS)[number];

/** Measures of the panel `provision`. */
export const SUPPLY_MEASURES = ["per-10000", "2sfca", "e2sfca", "3sfca", "bfca"] as const;
export type SupplyMeasure = (typeof SUPPLY_MEASURES)[number];

/** How much less a place counts that is farther away. */
export const DECAY_NAMES = ["none", "steps", "gaussian"] as const;
export type DecayName = (typeof DECAY_NAMES)[number];

/** Kilometres an hour: adults, wheelchairs, old people (methods 2). */
export const SPEEDS = [5, 4, 3] as const;
export type Speed = (typeof SPEEDS)[number];

export const SITING_GOALS = ["most-reached", "fewest-sites", "shortest-ways"] as const satisfies readonly SitingGoal[];

/** Where new sites may stand: anywhere, in Sozialräume that are gaps, in those of `within`, or in the area `drawn`. */
export const SITE_GROUNDS = ["anywhere", "gaps", "areas", "drawn"] as const;
export type SiteGround = (typeof SITE_GROUNDS)[number];

/** What the panel `sites` asks for. */
export interface SitesWish {
  /** How many; not asked for by `fewest-sites`. */
  readonly n: number;
  readonly goal: SitingGoal;
  readonly where: SiteGround;
  /** Planned places count as if they stood already. */
  readonly planned: boolean;
}

export const WHEELCHAIR_WISHES = ["yes", "limited"] as const;

export interface MapPosition {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

export interface Corner {
  readonly lon: number;
  readonly lat: number;
}

/** What the URL says: everything that was seen. A key that is undefined stands for its default. */
export interface View {
  readonly data?: string | undefined;
  readonly view: ViewName;
  readonly lang: Language;
  readonly level?: string | undefined;
  readonly kind?: readonly string[] | undefined;
  /** Only offers with one of these topics, for one of these groups, in one of these languages. */
  readonly topic?: readonly string[] | undefined;
  readonly group?: readonly string[] | undefined;
  readonly speaks?: readonly string[] | undefined;
  /** Only offers that are open then. */
  readonly open?: OpenTime | undefined;
  /** Only offers that a wheelchair gets into: `limited` lets in the partly accessible ones, too. */
  readonly wheelchair?: (typeof WHEELCHAIR_WISHES)[number] | undefined;
  /** Which places count; without a choice those that exist. */
  readonly status?: readonly AnlaufpunktStatus[] | undefined;
  /** Id of the age group that is asked for; undefined = all residents. */
  readonly people?: string | undefined;
  readonly reach: number;
  /** Along the network; undefined = in a straight line. */
  readonly way?: "walk" | undefined;
  /** `none`: no way leads over steps. */
  readonly steps?: "none" | undefined;
  /** Factor on the straight line. */
  readonly detour: number;
  readonly speed: Speed;
  /** Metres, ascending. */
  readonly bands: readonly number[];
  /** The what-if that is shown; undefined = today. */
  readonly scenario?: string | undefined;
  readonly panel: Panel;
  readonly supply: SupplyMeasure;
  readonly sites: SitesWish;
  /** Kinds of places that could become sites; undefined = every inhabited cell. */
  readonly candidates?: readonly string[] | undefined;
  /** Ids of the Sozialräume in which sites may stand, where `sites.where` is `areas`, and of those in which none may. */
  readonly within?: readonly string[] | undefined;
  readonly without?: readonly string[] | undefined;
  /** Corners of an area that was drawn, in degrees. */
  readonly drawn?: readonly Corner[] | undefined;
  /** Id of the indicator that weighs the residents of a Sozialraum. */
  readonly need?: string | undefined;
  /** Undefined = what the measure takes without a choice. */
  readonly decay?: DecayName | undefined;
  /** What a unit of supply is; undefined = capacities where all are known, else places. */
  readonly unit?: SupplyUnit | undefined;
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
  /** The land within each band of walking is drawn: from `all` places, or from the one with this id. */
  readonly zones?: string | undefined;
}

export const DEFAULT_VIEW: View = {
  view: "versorgung",
  lang: "de",
  reach: 800,
  detour: 1,
  speed: 5,
  bands: [300, 500, 800, 1000],
  panel: "gaps",
  supply: "2sfca",
  sites: { n: 5, goal: "most-reached", where: "anywhere", planned: true },
  metric: "status",
  classes: { method: "quantile", n: 5 },
  compare: [],
  present: false,
  table: false,
  cells: false,
};

export const REACH_PRESETS = [300, 500, 800, 1000] as const;
export const REACH_LIMITS = { least: 50, most: 20_000 } as const;
/** Whose walking areas are drawn, when not those of one place. */
export const ALL_ZONES = "all";
export const DETOUR_LIMITS = { least: 1, most: 2 } as const;
export const BANDS_MOST = 6;
export const SITES_MOST = 20;
export const CORNERS_MOST = 40;
/** Two to six districts stand beside the city. */
export const COMPARE_MOST = 6;
