import type { Task } from "../../domain/services.ts";
import type { ClosureCheck } from "./closure-check.ts";
import type { Coverage, CoverageOptions, Sites } from "./coverage.ts";
import type { DemandPoints } from "./demand.ts";
import type { MoveField } from "./move-site.ts";
import type { DemandInput } from "./prepare-demand.ts";

/* Names and types only, so that who asks does not load the kernels; worker.ts registers the functions under these names. */

/** Names a demand that a worker keeps: all of one `city` are kept, until the first of another one is prepared. */
export interface DemandKey {
  readonly city: number;
  readonly level: string;
  /** Id of the age group that is measured; undefined = all residents. */
  readonly people?: string | undefined;
}

/** Runs `prepareDemand(input)`, keeps the demand under its key and gives its points: a million cells move once, not with each question. */
export const prepareDemandTask: Task<DemandInput & DemandKey, DemandPoints> = {
  name: "prepare-demand",
  onAbort: "end-worker",
};

/** Runs `measureCoverage` on the demand that is kept; undefined when the worker has none under this key (any more): prepare it anew. */
export const measureCoverageTask: Task<
  { readonly demand: DemandKey; readonly sites: Sites; readonly options: CoverageOptions },
  Coverage | undefined
> = { name: "measure-coverage" };

/**
 * Runs `prepareMove` on the demand that is kept; undefined as above. Its steps run where they are drawn, with the residents and areas that the
 * preparation has given.
 */
export const prepareMoveTask: Task<
  { readonly demand: DemandKey; readonly sites: Sites; readonly moving: number; readonly options: CoverageOptions },
  Omit<MoveField, "residents" | "area"> | undefined
> = { name: "prepare-move" };

/** Runs `closureCheck` on the demand that is kept, by straight lines; undefined as above. */
export const closureCheckTask: Task<
  {
    readonly demand: DemandKey;
    readonly sites: Sites;
    /** Metres. */
    readonly reach: number;
    readonly detour?: number | undefined;
  },
  ClosureCheck | undefined
> = { name: "closure-check" };
