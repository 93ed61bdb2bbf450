import type { Observations } from "../../domain/indicator.ts";
import type { AppState } from "../app-state.ts";
import { activeLevel, sozialraumIndex } from "./active-level.ts";
import { walkingNetwork } from "./walking-network.ts";

/** A value of the address that is well formed and that the open package does not have. */
export interface UnknownChoice {
  readonly key:
    | "level"
    | "kind"
    | "candidates"
    | "people"
    | "scenario"
    | "way"
    | "sozialraum"
    | "compare"
    | "within"
    | "without"
    | "indicator"
    | "need"
    | "period";
  readonly value: string;
}

/** What the view asks for in vain, as far as the parts of the package have arrived. */
export function unknownChoices({ document, ...state }: AppState): UnknownChoice[] {
  const { view } = state;
  const { map, supply, records } = document;
  const unknown: UnknownChoice[] = [];
  const check = (key: UnknownChoice["key"], value: string | undefined, isKnown: (value: string) => boolean) => {
    if (value !== undefined && !isKnown(value)) unknown.push({ key, value });
  };
  if (map) {
    check("level", view.level, (id) => map.levels.some((level) => level.id === id));
    const level = activeLevel({ document, ...state });
    const isArea = (id: string) => level !== undefined && sozialraumIndex(level, id) !== undefined;
    check("sozialraum", view.sozialraum, isArea);
    for (const id of view.compare) check("compare", id, isArea);
    for (const id of view.within ?? []) check("within", id, isArea);
    for (const id of view.without ?? []) check("without", id, isArea);
  }
  if (supply) {
    const isKind = (id: string) => supply.kinds.some((known) => known.id === id);
    for (const id of view.kind ?? []) check("kind", id, isKind);
    for (const id of view.candidates ?? []) check("candidates", id, isKind);
    check("people", view.people, (id) => supply.population?.groups.some((group) => group.id === id) ?? false);
    check("scenario", view.scenario, (id) => document.scenarios.some((scenario) => scenario.id === id));
  }
  if (records) {
    check("way", view.way, () => walkingNetwork({ document }) !== undefined);
    const isIndicator = (id: string) => records.indicators.some((indicator) => indicator.id === id);
    check("indicator", view.indicator, isIndicator);
    check("need", view.need, isIndicator);
    check("period", view.period, (period) => periodsOf(records.observations).has(period));
  }
  return unknown;
}

const periodsByObservations = new WeakMap<Observations, ReadonlySet<string>>();

function periodsOf(observations: Observations): ReadonlySet<string> {
  let periods = periodsByObservations.get(observations);
  if (!periods) {
    periods = new Set(observations.period);
    periodsByObservations.set(observations, periods);
  }
  return periods;
}
