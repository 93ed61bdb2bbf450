import { measureCoverageTask } from "../../analysis/coverage/coverage-tasks.ts";
import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { AppState } from "../../state/app-state.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { activeKinds } from "../../state/selectors/active-kinds.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import { activeScenario, countingPlaces } from "../../state/selectors/active-offers.ts";
import { type App, changeTransient } from "../app.ts";
import type { Followed } from "../follow.ts";
import { type DemandQuestion, preparedDemands } from "../prepared-demand.ts";

export interface CoverageQuestion extends DemandQuestion {
  readonly kinds: readonly string[];
  readonly places: readonly Anlaufpunkt[];
  readonly reach: number;
  readonly detour: number;
}

/** What is asked of the places that count; undefined while the data, or who is open, have not arrived. */
export function coverageQuestion(state: AppState, ofPlaces?: readonly Anlaufpunkt[]): CoverageQuestion | undefined {
  const { map, supply } = state.document;
  const level = activeLevel(state);
  if (!map || !supply || !level) return undefined;
  const places = countingPlaces(state, ofPlaces);
  if (!places) return undefined;
  const { people, reach, detour } = state.view;
  return { map, supply, level: level.id, people, kinds: activeKinds(state), places, reach, detour };
}

export function sitesOf(places: readonly Anlaufpunkt[]) {
  return { lon: Float64Array.from(places, ({ lon }) => lon), lat: Float64Array.from(places, ({ lat }) => lat) };
}

/** Measures in the worker. */
export function measure(app: App, question: CoverageQuestion, signal: AbortSignal): Promise<CoverageAnswer> {
  const { supply, level, kinds, places, reach, detour } = question;
  const options = { reach, detour, hasAnlaufpunkte: supply.anlaufpunkte.length > 0 || places.length > 0 };
  return preparedDemands(app).ask(question, signal, async ({ key, points: demand }) => {
    const input = { demand: key, sites: sitesOf(places), options };
    const coverage = await app.services.runner.run(measureCoverageTask, input, { signal });
    return coverage && { levelId: level, key, demand, coverage, kinds, reach, way: "straight", places };
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
