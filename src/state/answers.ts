import type { ClassBreaks } from "../analysis/classes/class-breaks.ts";
import type { ClosureCheck } from "../analysis/coverage/closure-check.ts";
import type { CoverageChange } from "../analysis/coverage/compare-coverage.ts";
import type { CoverageBands } from "../analysis/coverage/coverage-bands.ts";
import type { Anlaufpunkt } from "../domain/anlaufpunkt.ts";
import type { GoalProgress } from "../domain/goal-result.ts";
import type { IndicatorMatrix } from "../domain/indicator-matrix.ts";
import type { CatalogueEntry, ProfileEntry } from "../domain/indicator-result.ts";
import type { OpenTime } from "../domain/open-time.ts";
import type { Scenario } from "../domain/scenario.ts";
import type { TermineOfKind, VorhabenHere } from "../domain/vorhaben-result.ts";
import type { CityFigures } from "./city-figures.ts";
import type { CoverageAnswer } from "./coverage-answer.ts";
import type { DistanceBands, DistanceCurves, StraightBeside, WalkingZones } from "./distance-answers.ts";
import type { IndicatorMap } from "./indicator-map.ts";
import type { ProvisionAnswer } from "./provision-answer.ts";
import type { SitesAnswer, SitesProof } from "./sites-answer.ts";
import type { CoverageMetric, View } from "./view.ts";

/** A measure of the coverage table in classes, one entry per area of the level. */
export interface CoverageClasses {
  readonly coverage: CoverageAnswer;
  readonly metric: CoverageMetric;
  /** Undefined where no area has a value. */
  readonly breaks: ClassBreaks | undefined;
  /** Index of the class; NO_CLASS (255) where there is no value. */
  readonly classes: Uint8Array;
  readonly counts: Uint32Array;
}

/** Residents by the colours that the cells have on the map. */
export interface CellBands {
  readonly coverage: CoverageAnswer;
  readonly bands: CoverageBands;
}

/** Who is open at a time, by the ids of the places. */
export interface OpenPlaces {
  readonly time: OpenTime;
  readonly of: readonly Anlaufpunkt[];
  readonly open: ReadonlySet<string>;
  /** Without hours, or with hours that nobody can read: neither open nor closed. */
  readonly unknown: ReadonlySet<string>;
}

/** The shown what-if beside today, on the same question. */
export interface ScenarioEffect {
  readonly before: CoverageAnswer;
  readonly after: CoverageAnswer;
  readonly change: CoverageChange;
}

/** What would be lost with each place that counts, by the ways of the coverage. */
export interface ClosureAnswer {
  readonly coverage: CoverageAnswer;
  readonly check: ClosureCheck;
}

/** Today and the what-ifs side by side; a column without an id is today. */
export interface ScenarioTable {
  readonly scenarios: readonly Scenario[];
  /** The places that count today, and what else was asked. */
  readonly places: readonly Anlaufpunkt[];
  readonly asked: Pick<View, "people" | "reach" | "way" | "steps" | "detour"> & { readonly levelId: string };
  readonly columns: readonly { readonly id?: string; readonly figures: CityFigures }[];
}

/** What the database answered for the view that is shown; each entry is kept up to date by a follower in commands/answers/. */
export interface Answers {
  readonly profile?:
    | {
        readonly id: string;
        readonly entries: readonly ProfileEntry[];
        readonly vorhaben: readonly VorhabenHere[];
        readonly termine: readonly TermineOfKind[];
      }
    | undefined;
  /** Every indicator of the package, with what the observations hold of it. */
  readonly catalogue?: readonly CatalogueEntry[] | undefined;
  /** The indicator that is compared, over all periods and areas of the level. */
  readonly matrix?: IndicatorMatrix | undefined;
  /** The same in the chosen period, classified. */
  readonly indicatorMap?: IndicatorMap | undefined;
  /** The measure that the coverage map shows instead of the status. */
  readonly coverageClasses?: CoverageClasses | undefined;
  readonly cellBands?: CellBands | undefined;
  readonly openPlaces?: OpenPlaces | undefined;
  readonly scenarioEffect?: ScenarioEffect | undefined;
  readonly distanceBands?: DistanceBands | undefined;
  readonly distanceCurves?: DistanceCurves | undefined;
  /** The straight line, while ways are walked. */
  readonly straightCoverage?: CoverageAnswer | undefined;
  readonly straightBeside?: StraightBeside | undefined;
  readonly walkingZones?: WalkingZones | undefined;
  readonly closure?: ClosureAnswer | undefined;
  readonly scenarioTable?: ScenarioTable | undefined;
  readonly provision?: ProvisionAnswer | undefined;
  readonly bestSites?: SitesAnswer | undefined;
  /** To which share (0–1) of the candidates one has walked, while that takes its time. */
  readonly sitesWalked?: number | undefined;
  readonly sitesProof?: SitesProof | undefined;
  /** Every goal in the order of the package. */
  readonly goals?: readonly GoalProgress[] | undefined;
  /** Rows that the database holds per resource, by its name. */
  readonly resourceRows?: Readonly<Record<string, number>> | undefined;
}
