import type { Coverage } from "../analysis/coverage/coverage.ts";
import type { DemandPoints } from "../analysis/coverage/demand.ts";

/** What was measured, with what it was measured on. */
export interface CoverageAnswer {
  readonly levelId: string;
  readonly demand: DemandPoints;
  readonly coverage: Coverage;
  readonly kinds: readonly string[];
  readonly reach: number;
  /** Ids of the places that were measured, in the order of `coverage`'s site indices. */
  readonly sites: readonly string[];
}
