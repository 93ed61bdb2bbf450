import type { Origin } from "../../domain/provenance.ts";
import type { AppState } from "../app-state.ts";
import { activeLevel } from "./active-level.ts";
import { walkedOrigins } from "./walking-network.ts";

/** Where everything comes from that the view shows, each source once, in the order of its weight for the view. */
export function shownOrigins(state: AppState): Origin[] {
  const { map, supply, records } = state.document;
  const level = activeLevel(state);
  const origins: Origin[] = [];
  if (state.view.view === "vergleich") {
    // The indicator and period that the map shows, chosen or not; a quotient rests on its parts.
    const shown = state.transient.answers.indicatorMap;
    const period = shown?.periods[shown.at]?.period;
    const wanted = new Set([shown?.indicator.id, shown?.indicator.numerator, shown?.indicator.denominator]);
    const resources = new Set<string>();
    const { observations } = records ?? {};
    observations?.indicator.forEach((indicator, index) => {
      if (!wanted.has(indicator) || observations.period[index] !== period) return;
      resources.add(observations.resource[index] as string);
    });
    origins.push(...(records?.observationOrigins.filter((origin) => resources.has(origin.resource)) ?? []));
  } else {
    if (supply?.population) origins.push(supply.population.origin);
    origins.push(...(supply?.anlaufpunkteOrigins ?? []), ...walkedOrigins(state));
  }
  if (level) origins.push(level.origin);
  for (const background of map?.backgrounds ?? []) origins.push(background.origin);
  return origins;
}

/** „Zensus 2011 (2011), OpenStreetMap …“: titles of sources with the year of the data, each once. */
export function sourceTitles(origins: readonly Origin[]): { title: string; period?: string | undefined }[] {
  const seen = new Map<string, { title: string; period?: string | undefined }>();
  for (const origin of origins) {
    for (const source of origin.sources) {
      if (!seen.has(source.title)) seen.set(source.title, { title: source.title, period: origin.period });
    }
  }
  return [...seen.values()];
}
