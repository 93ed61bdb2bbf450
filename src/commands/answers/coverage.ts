import { measureCoverageTask } from "../../analysis/coverage/coverage-tasks.ts";
import { measureWalkedCoverageTask } from "../../analysis/network/network-tasks.ts";
import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { Network } from "../../domain/network.ts";
import type { AppState } from "../../state/app-state.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { activeKinds } from "../../state/selectors/active-kinds.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import { activeScenario, countingPlaces } from "../../state/selectors/active-offers.ts";
import { walkingNetwork } from "../../state/selectors/walking-network.ts";
import { alongNetwork } from "../along-network.ts";
import { type App, changeTransient } from "../app.ts";
import type { Followed } from "../follow.ts";
import { type DemandQuestion, preparedDemands } from "../prepared-demand.ts";

export interface CoverageQuestion extends DemandQuestion, Way {
  readonly kinds: readonly string[];
  readonly places: readonly Anlaufpunkt[];
  readonly reach: number;
  readonly detour: number;
}

/** How far it is: in a straight line, or along the network where there is one. */
interface Way {
  readonly network: Network | undefined;
  readonly withoutSteps: boolean;
}

/** What is asked of the places that count; undefined while the data, or who is open, have not arrived. */
export function coverageQuestion(state: AppState, ofPlaces?: readonly Anlaufpunkt[]): CoverageQuestion | undefined {
  const { map, supply } = state.document;
  const level = activeLevel(state);
  if (!map || !supply || !level) return undefined;
  const places = countingPlaces(state, ofPlaces);
  if (!places) return undefined;
  const { people, reach, way, steps } = state.view;
  const network = way === "walk" ? walkingNetwork(state) : undefined;
  // The network comes with the last part of a package.
  if (way === "walk" && !network && !state.document.records) return undefined;
  const detour = network ? 1 : state.view.detour;
  const withoutSteps = network !== undefined && steps === "none";
  const kinds = activeKinds(state);
  return { map, supply, level: level.id, people, kinds, places, reach, detour, network, withoutSteps };
}

export function sitesOf(places: readonly Anlaufpunkt[]) {
  return { lon: Float64Array.from(places, ({ lon }) => lon), lat: Float64Array.from(places, ({ lat }) => lat) };
}

/** Measures in the worker. */
export function measure(app: App, question: CoverageQuestion, signal: AbortSignal): Promise<CoverageAnswer> {
  const { supply, level, kinds, places, reach, detour, network, withoutSteps } = question;
  const options = { reach, detour, hasAnlaufpunkte: supply.anlaufpunkte.length > 0 || places.length > 0 };
  return preparedDemands(app).ask(question, signal, async ({ key, points: demand }) => {
    const { runner } = app.services;
    const asked = { levelId: level, key, demand, kinds, reach, places };
    const input = { demand: key, sites: sitesOf(places), options };
    if (!network) {
      const coverage = await runner.run(measureCoverageTask, input, { signal });
      return coverage && { ...asked, coverage, way: "straight" };
    }
    const walk = { ...input, walking: { withoutSteps } };
    const walked = await alongNetwork(app, { key, network }, signal, () =>
      runner.run(measureWalkedCoverageTask, walk, { signal }),
    );
    return walked && { ...asked, ...walked, way: "walk", walk: { network, withoutSteps } };
  });
}

/** The coverage of what is asked and shown; every view rests on it. */
export function coverageAnswer(app: App): Followed<CoverageQuestion, CoverageAnswer> {
  return {
    name: "coverage",
    wanted: () => true,
    question: (state) => coverageQuestion(state),
    ask: (question, signal) => measure(app, question, signal),
    put: (coverage) => changeTransient(app, { coverage }),
  };
}

/** The same question asked of today's places, for before and after. */
export function coverageTodayAnswer(app: App): Followed<CoverageQuestion, CoverageAnswer> {
  return {
    name: "coverage-today",
    wanted: (state) => activeScenario(state) !== undefined,
    question: (state) => coverageQuestion(state, state.document.supply?.anlaufpunkte),
    ask: (question, signal) => measure(app, question, signal),
    put: (coverageToday) => changeTransient(app, { coverageToday }),
  };
}
