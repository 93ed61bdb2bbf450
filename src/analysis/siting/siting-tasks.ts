import type { Task } from "../../domain/services.ts";
import type { Shapes } from "../../geo/shapes.ts";
import type { Sites } from "../coverage/coverage.ts";
import type { DemandKey } from "../coverage/coverage-tasks.ts";
import type { Walking } from "../network/network-tasks.ts";
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
  /** Ways along the network that is kept, in place of straight lines; a `detour` other than 1 is then an error: the way is walked already. */
  readonly walking?: Walking | undefined;
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
  /** Weight that does not count for `shortest-ways` on foot, as no way leads to a site that stays (rule C24); 0 otherwise. */
  readonly withoutWay: number;
}

/** On foot: how many of the candidates that the first answer rests on have been walked to. */
export interface CandidatesWalked {
  readonly walked: number;
  readonly of: number;
}

/**
 * Looks for the best sites among the residents that are kept; undefined when the worker has none under this key, or no network (any more). The
 * first answer is told at once – on foot, when the best candidates have been walked to –, every better one when it is found; between slices
 * other questions are heard, an abort among them.
 */
export const proposeSitesTask: Task<SitingQuestion, SitingProposal | undefined, SitingProposal | CandidatesWalked> = {
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
