import type { LocatedRows } from "./address.ts";
import type { Localized } from "./localized.ts";
import type { Period } from "./period.ts";
import type { MadeRepair } from "./repair.ts";

export interface Licence {
  readonly name: string;
  readonly title?: string | undefined;
  readonly path?: string | undefined;
}

export interface DataSource {
  readonly title: string;
  readonly path?: string | undefined;
}

/** What a set of rows says of itself: enough to print a source line under a map. */
export interface Origin {
  readonly resource: string;
  readonly title: string;
  readonly period?: Period | undefined;
  readonly sources: readonly DataSource[];
  readonly licences: readonly Licence[];
  /** Largest error of position in metres that the change of datum brought (DHDN by seven parameters); absent = none. */
  readonly positionErrorMetres?: number | undefined;
  /** Changes that the user has agreed to; absent = the rows are as the file has them. */
  readonly repairs?: readonly MadeRepair[] | undefined;
  /** Positions that address files gave; absent = all stand in the file itself. */
  readonly located?: readonly LocatedRows[] | undefined;
}

/** Every figure can be asked: formula, inputs, n, what was missing, date, source, licence. */
export interface Provenance {
  /** What the figure is, as a short title. */
  readonly title: Localized;
  /** How it is made, as a sentence or a formula in words. */
  readonly formula: Localized;
  /** Number of the method rule in src/analysis/README.md (C1 …). */
  readonly rules: readonly string[];
  readonly inputs: readonly { readonly label: Localized; readonly value: string }[];
  /** Values that entered. */
  readonly n: number;
  readonly missing: number;
  readonly suppressed: number;
  readonly origins: readonly Origin[];
  /** Limits of validity in plain words, e.g. „grobe Schätzung“. */
  readonly notes: readonly Localized[];
}
