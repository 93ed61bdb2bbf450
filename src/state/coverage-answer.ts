import type { Coverage } from "../analysis/coverage/coverage.ts";
import type { DemandKey } from "../analysis/coverage/coverage-tasks.ts";
import type { DemandPoints } from "../analysis/coverage/demand.ts";
import type { SnappingReport } from "../analysis/network/snapping-report.ts";
import type { Anlaufpunkt } from "../domain/anlaufpunkt.ts";
import type { Network } from "../domain/network.ts";

/** What was measured, with what it was measured on. */
export interface CoverageAnswer {
  readonly levelId: string;
  /** Under which the worker keeps the demand. */
  readonly key: DemandKey;
  readonly demand: DemandPoints;
  readonly coverage: Coverage;
  readonly kinds: readonly string[];
  readonly reach: number;
  readonly way: "straight" | "walk";
  /** Of ways along a network: along which one, and whether its steps were left out. What rests on the coverage walks likewise. */
  readonly walk?: { readonly network: Network; readonly withoutSteps: boolean } | undefined;
  /** Of ways along the network: who and what could not be joined to it. */
  readonly snapping?: SnappingReport | undefined;
  /** The places that were measured, in the order of `coverage`'s site indices. */
  readonly places: readonly Anlaufpunkt[];
}
