import type { LocatedRows } from "./address.ts";
import type { Anlaufpunkt, AnlaufpunktKind } from "./anlaufpunkt.ts";
import type { Background } from "./background.ts";
import type { Goal } from "./goal.ts";
import type { Indicator, Observations } from "./indicator.ts";
import type { KeptView } from "./kept-view.ts";
import type { Localized } from "./localized.ts";
import type { Network } from "./network.ts";
import type { Period } from "./period.ts";
import type { Population } from "./population.ts";
import type { DataSource, Licence, Origin } from "./provenance.ts";
import type { MadeRepair } from "./repair.ts";
import type { Scenario } from "./scenario.ts";
import type { Level } from "./sozialraum.ts";
import type { Akteur, Termin, Vorhaben } from "./vorhaben.ts";

export type Role =
  | "sozialraeume"
  | "anlaufpunkte"
  | "population"
  | "indicators"
  | "observations"
  | "goals"
  | "vorhaben"
  | "termine"
  | "akteure"
  | "network"
  | "network-nodes"
  | "addresses"
  | "scenarios"
  | "slides"
  | "workspace"
  | "background";

/** What a package says of itself. */
export interface PackageInfo {
  readonly name: string;
  readonly title: string;
  readonly version?: string | undefined;
  readonly created?: string | undefined;
  readonly licences: readonly Licence[];
  readonly sources: readonly DataSource[];
  readonly locale: string;
  readonly suppressBelow?: number | undefined;
  /** Set when the data are invented: shown wherever they are shown. */
  readonly invented?: Localized | undefined;
}

/** One resource of the package after reading: what the view „Daten“ lists. */
export interface ResourceReport {
  readonly name: string;
  readonly title: string;
  readonly path: string;
  readonly role: Role;
  readonly format: string;
  /** Good rows that were kept, and rows that were left out with an issue. */
  readonly rows: number;
  readonly rejected: number;
  /** CRS as declared, e.g. `EPSG:3035`, where the resource has coordinates. */
  readonly crs?: string | undefined;
  readonly encoding?: string | undefined;
  readonly period?: Period | undefined;
  readonly licences: readonly Licence[];
  readonly sources: readonly DataSource[];
  /** Changes that the user has agreed to, as they were made when it was read. */
  readonly repairs?: readonly MadeRepair[] | undefined;
  /** Places that had no position of their own: how many address files have given one. */
  readonly located?: readonly LocatedRows[] | undefined;
}

/** The first part that is read: enough to paint the map. */
export interface CityMap {
  readonly info: PackageInfo;
  /** The parts that the package describes, those that are still to be read among them. */
  readonly roles?: readonly Role[] | undefined;
  /** Finest level first. */
  readonly levels: readonly Level[];
  readonly backgrounds: readonly Background[];
  /** Views for a meeting that the package brings along. */
  readonly keptViews?: readonly KeptView[] | undefined;
  /** What was looked at when the package was saved as work, as an address without `data`. */
  readonly address?: string | undefined;
}

/** The second part: enough for the first answer. */
export interface CitySupply {
  readonly anlaufpunkte: readonly Anlaufpunkt[];
  readonly kinds: readonly AnlaufpunktKind[];
  readonly anlaufpunkteOrigins: readonly Origin[];
  readonly population?: Population | undefined;
  /** What-ifs that the package brings along. */
  readonly scenarios?: readonly Scenario[] | undefined;
}

/** Everything else. */
export interface CityRecords {
  readonly indicators: readonly Indicator[];
  readonly observations: Observations;
  readonly observationOrigins: readonly Origin[];
  readonly goals: readonly Goal[];
  readonly vorhaben: readonly Vorhaben[];
  readonly termine: readonly Termin[];
  readonly akteure: readonly Akteur[];
  readonly network?: Network | undefined;
}
