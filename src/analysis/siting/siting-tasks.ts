import type { Task } from "../../domain/services.ts";
import type { Shapes } from "../../geo/shapes.ts";
import type { Sites } from "../coverage/coverage.ts";
import type { DemandKey } from "../coverage/coverage-tasks.ts";
import type { ProofProgress } from "./exact/solve-model.ts";
import type { SitingAnswer, SitingOptions } from "./siting.ts";
import type { SitingProofInput } from "./siting-run.ts";

/* Names and types only, so that who asks does not load the kernels; worker.ts registers the functions under these names. */

export interface SitingQuestion {
  readonly demand: DemandKey;
  /** The places that stay: existing and planned ones. */
  readonly fixed: Sites;
  /** Where a site may stand: every inhabited cell, or places in degrees. */
  readonly candidates: "cells" | Sites;
  /** Only candidates in one of these areas (border included). */
  readonly within?: Shapes | undefined;
  /** No candidates in any of these areas. */
  readonly excluded?: Shapes | undefined;
  /** A factor ≥ 0 on the residents of each Sozialraum of the level; NaN = not known: they are left out, and counted as such. */
  readonly needOfArea?: Float64Array | undefined;
  readonly options: SitingOptions;
  /** How long to look for a better answer or a better bound after the first one; 0 = the first answer is the answer. */
  readonly milliseconds: number;
}

/** An answer with its places. */
export interface SitingProposal extends SitingAnswer {
  /** Degrees, one per chosen site, in the order of `sites`. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Residents without a known need of their Sozialraum: they are in no figure. */
  readonly withoutNeed: number;
}

/**
 * Looks for the best sites among the residents that are kept; undefined when the worker has none under this key (any more). The first
 * answer is told at once, every better one when it is found; between slices other questions are heard, an abort among them.
 */
export const proposeSitesTask: Task<SitingQuestion, SitingProposal | undefined, SitingProposal> = {
  name: "propose-sites",
};

/** What is still to be proven of the last proposal of that worker; undefined when there is none. */
export const unprovenSitesTask: Task<Record<string, never>, SitingProofInput | undefined> = { name: "unproven-sites" };

/** What the solver found out. */
export interface ProvenSiting {
  /** Candidates (as numbered in the proposal) that are better than the proposal's, best first, with gains; undefined = none found. */
  readonly better: { readonly sites: Uint32Array; readonly gains: Float64Array; readonly value: number } | undefined;
  /** Proven: no choice is better than this. */
  readonly bound: number;
  readonly isProven: boolean;
  /** Branches that were looked at, 0 = proven without any. */
  readonly nodes: number;
}

/** Proves what is unproven of a proposal by HiGHS, beside all else; to give up ends its worker. With a time limit the best bound so far comes back. */
export const proveSitesTask: Task<
  SitingProofInput & { /** Seconds. */ readonly timeLimit?: number | undefined },
  ProvenSiting,
  ProofProgress
> = { name: "prove-sites", worker: "proving", onAbort: "end-worker" };
