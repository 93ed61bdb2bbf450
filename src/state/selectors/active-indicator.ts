import type { Indicator } from "../../domain/indicator.ts";
import type { CatalogueEntry } from "../../domain/indicator-result.ts";
import type { AppState } from "../app-state.ts";
import { activeLevel } from "./active-level.ts";

/**
 * The chosen indicator; without a choice, or with one that the package does not have: the first that the level can show, a share with
 * a direction before any other with a direction before the rest. Undefined while the catalogue is not there or holds nothing to map.
 */
export function activeEntry(state: AppState): CatalogueEntry | undefined {
  const { catalogue } = state.transient.answers;
  if (!catalogue) return undefined;
  const chosen = catalogue.find((entry) => entry.indicator === state.view.indicator);
  if (chosen) return chosen;
  const level = activeLevel(state)?.id;
  const mappable = catalogue.filter((entry) => entry.mappable);
  const here = mappable.filter((entry) => level !== undefined && entry.levels.includes(level));
  const candidates = here.length > 0 ? here : mappable;
  const judged = candidates.filter((entry) => {
    const indicator = indicatorById(state, entry.indicator);
    return indicator !== undefined && indicator.direction !== "neutral" && indicator.kind !== "class";
  });
  return judged.find((entry) => indicatorById(state, entry.indicator)?.kind === "share") ?? judged[0] ?? candidates[0];
}

export function activeIndicator(state: AppState): Indicator | undefined {
  const entry = activeEntry(state);
  return entry && indicatorById(state, entry.indicator);
}

export function indicatorById(state: AppState, id: string): Indicator | undefined {
  return state.document.records?.indicators.find((indicator) => indicator.id === id);
}

/** The level can show the active indicator. */
export function isOnLevel(state: AppState): boolean {
  const level = activeLevel(state);
  return level !== undefined && (activeEntry(state)?.levels.includes(level.id) ?? false);
}
