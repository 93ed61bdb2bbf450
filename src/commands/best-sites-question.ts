import type { Anlaufpunkt } from "../domain/anlaufpunkt.ts";
import type { Indicator } from "../domain/indicator.ts";
import type { Network } from "../domain/network.ts";
import type { Shapes } from "../geo/shapes.ts";
import type { AppState } from "../state/app-state.ts";
import { activeLevel } from "../state/selectors/active-level.ts";
import {
  allowedAreas,
  type CandidatePlaces,
  candidates,
  excludedAreas,
  fixedPlaces,
  needIndicator,
} from "../state/selectors/siting-choice.ts";
import { walkingNetwork } from "../state/selectors/walking-network.ts";
import type { SitesWish } from "../state/view.ts";
import type { DemandQuestion } from "./prepared-demand.ts";

export interface BestSitesQuestion extends DemandQuestion {
  readonly goal: SitesWish["goal"];
  readonly n: number;
  readonly fixed: readonly Anlaufpunkt[];
  readonly reach: number;
  readonly detour: number;
  /** Walked along, in place of straight lines. */
  readonly network: Network | undefined;
  readonly withoutSteps: boolean;
  readonly source: "cells" | CandidatePlaces;
  readonly within: Shapes | undefined;
  readonly excluded: Shapes | undefined;
  readonly need: Indicator | undefined;
}

/** What is asked of the best sites; undefined while what it needs has not arrived. */
export function bestSitesQuestion(state: AppState): BestSitesQuestion | undefined {
  const { map, supply, records } = state.document;
  const { people, reach, way, steps, sites, need: wished } = state.view;
  const level = activeLevel(state);
  const fixed = fixedPlaces(state);
  if (!map || !supply || !level || !fixed) return undefined;
  const network = way === "walk" ? walkingNetwork(state) : undefined;
  // The network comes with the last part of a package.
  if (way === "walk" && !network && !records) return undefined;
  // Gaps are known when the coverage is.
  if (sites.where === "gaps" && state.transient.coverage?.levelId !== level.id) return undefined;
  const { database } = state.transient;
  if (wished !== undefined && (!records || (database !== "ready" && database !== "failed"))) return undefined;
  return {
    map,
    supply,
    level: level.id,
    people,
    goal: sites.goal,
    n: sites.goal === "fewest-sites" ? 1 : sites.n,
    fixed,
    reach: sites.goal === "shortest-ways" ? 0 : reach,
    detour: network ? 1 : state.view.detour,
    network,
    withoutSteps: network !== undefined && steps === "none",
    source: candidates(state),
    within: allowedAreas(state),
    excluded: excludedAreas(state),
    need: database === "failed" ? undefined : needIndicator(state),
  };
}
