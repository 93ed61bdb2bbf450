import { coverageBands } from "../../analysis/coverage/coverage-bands.ts";
import type { AppState } from "../../state/app-state.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import type { DistanceBands } from "../../state/distance-answers.ts";
import { detourLimits, timeLimits } from "../../state/selectors/side-by-side.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

interface BandsQuestion {
  readonly coverage: CoverageAnswer;
  readonly bands: readonly number[];
}

/** The page draws meanwhile. */
const TURN_MS = 8;

/** Is the panel of distances open? Then its answers are part of what is shown. */
export function showsDistances({ view }: AppState): boolean {
  return view.view === "versorgung" && view.panel === "distance";
}

/** Bands, walking times and detours side by side, all from the one array of ways that the coverage holds. */
export function distanceBandsAnswer(app: App): Followed<BandsQuestion, DistanceBands> {
  return {
    name: "distance-bands",
    wanted: showsDistances,
    question({ transient: { coverage }, view }) {
      return coverage && { coverage, bands: view.bands };
    },
    async ask({ coverage, bands: limits }, signal) {
      const count = (of: readonly number[]) => countWithin(coverage, of, signal);
      const bands = await count(limits);
      const times = await count(timeLimits());
      const { reach, detour } = coverage.coverage.settings;
      const detours = coverage.way === "straight" ? await count(detourLimits(reach, detour)) : undefined;
      return { coverage, bands, times, detours };
    },
    put: (distanceBands) => changeAnswers(app, { distanceBands }),
  };
}

/** Residents within each of the limits, in turns. */
export function countWithin({ demand, coverage }: CoverageAnswer, limits: readonly number[], signal: AbortSignal) {
  const { areas, points } = coverage;
  return runInTurns(coverageBands(demand, areas.residents.length, points.distance, limits), signal, TURN_MS);
}
