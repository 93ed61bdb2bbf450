import type { NeedWeights } from "../analysis/siting/need-weights.ts";
import type { SitingGoal } from "../analysis/siting/siting.ts";
import type { SitingProposal } from "../analysis/siting/siting-tasks.ts";

/** What weighs the residents, and what is known of it. */
export interface SitesNeed extends Omit<NeedWeights, "need"> {
  readonly indicator: string;
  /** Periods of the values: earliest and latest. */
  readonly from: string;
  readonly to: string;
}

/** What was asked, as far as sentences and provenance say it. */
export interface SitesAsked {
  readonly levelId: string;
  readonly goal: SitingGoal;
  readonly n: number;
  readonly reach: number;
  readonly detour: number;
  /** In a straight line, or along the network. */
  readonly way: "straight" | "walk" | "walk-without-steps";
  readonly source: "cells" | "places" | "file";
  /** Places that stay, and how many of them are only planned. */
  readonly fixed: number;
  readonly planned: number;
  readonly isRestricted: boolean;
  readonly need?: SitesNeed | undefined;
  /** The indicator was wished but cannot weigh: values below zero, or nothing but zeros. */
  readonly needRefused?: string | undefined;
}

/** A proposed site. */
export interface ProposedSite {
  readonly lon: number;
  readonly lat: number;
  /** What it adds to those before it, in the unit of the goal. */
  readonly gain: number;
  /** Of a place; undefined for a cell. */
  readonly name?: string | undefined;
  /** Id and name of the Sozialraum it lies in; undefined = in none. */
  readonly sozialraum?: { readonly id: string; readonly name: string } | undefined;
}

/** The best sites so far. */
export interface SitesProposal {
  readonly asked: SitesAsked;
  readonly proposal: SitingProposal;
  readonly sites: readonly ProposedSite[];
  readonly stage: "searching" | "ended" | "stopped";
  /** Set when the solver has ended: how long it took, and how many branches it looked at. */
  readonly proof?: { readonly seconds: number; readonly nodes: number } | undefined;
}

/** Why there is no proposal: `too-many` candidates to be held at once; an area that holds none, or is not drawn yet. */
export interface SitesRefusal {
  readonly asked: SitesAsked;
  readonly refused: "too-many" | "no-area" | "no-candidates";
  readonly candidates: number;
}

export type SitesAnswer = SitesProposal | SitesRefusal;

/** A proof under way. */
export interface SitesProof {
  readonly of: SitesProposal;
  readonly seconds: number;
  /** Proven so far, and the best choice so far, in the unit of the goal. */
  readonly bound: number;
  readonly value: number;
}
