import type { Indicator } from "../../domain/indicator.ts";
import type { CatalogueEntry } from "../../domain/indicator-result.ts";
import type { AppState } from "../app-state.ts";
import { activeLevel } from "./active-level.ts";

/**
 * The chosen indicator; without a choice, or with one that the package does not have, the most promising that the level can show.
 * Undefined while the catalogue is not there or holds nothing to map.
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
  return candidates.toSorted((a, b) => promise(state, b) - promise(state, a))[0];
}

/** Below this part of known values a map is mostly hatched. */
const MOSTLY_KNOWN = 0.8;

/**
 * What a first look at a city gains: mostly known, something that is good or bad, as a share, over several years. Equal ones keep
 * their order.
 */
function promise(state: AppState, entry: CatalogueEntry): number {
  const indicator = indicatorById(state, entry.indicator);
  if (!indicator) return -1;
  const stated = entry.n + entry.missing + entry.suppressed;
  const isKnown = stated === 0 || entry.n / stated >= MOSTLY_KNOWN;
  const isJudged = indicator.direction !== "neutral" && indicator.kind !== "class";
  return (
    (isKnown ? 8 : 0) + (isJudged ? 4 : 0) + (indicator.kind === "share" ? 2 : 0) + (entry.periods.length > 1 ? 1 : 0)
  );
}

export function activeIndicator(state: AppState): Indicator | undefined {
  const entry = activeEntry(state);
  return entry && indicatorById(state, entry.indicator);
}

function indicatorById(state: AppState, id: string): Indicator | undefined {
  return state.document.records?.indicators.find((indicator) => indicator.id === id);
}

/** The level can show the active indicator. */
export function isOnLevel(state: AppState): boolean {
  const level = activeLevel(state);
  return level !== undefined && (activeEntry(state)?.levels.includes(level.id) ?? false);
}
