import type { Task } from "../../domain/services.ts";
import type { Coverage, CoverageOptions, Sites } from "./coverage.ts";
import type { Demand } from "./demand.ts";
import type { DemandInput } from "./prepare-demand.ts";

/* Names and types only, so that who asks does not load the kernels; worker.ts registers the functions under these names. */

export interface CoverageInput {
  readonly demand: Demand;
  readonly sites: Sites;
  readonly options: CoverageOptions;
}

/** Runs `prepareDemand(input)`. */
export const prepareDemandTask: Task<DemandInput, Demand> = { name: "prepare-demand" };

/** Runs `measureCoverage(input.demand, input.sites, input.options)`. */
export const measureCoverageTask: Task<CoverageInput, Coverage> = { name: "measure-coverage" };
