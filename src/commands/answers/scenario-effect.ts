import { compareCoverage } from "../../analysis/coverage/compare-coverage.ts";
import type { ScenarioEffect } from "../../state/answers.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { activeScenario } from "../../state/selectors/active-offers.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

interface EffectQuestion {
  readonly before: CoverageAnswer;
  readonly after: CoverageAnswer;
}

/** The page draws meanwhile. */
const TURN_MS = 8;

/** Who gains and who loses by the shown what-if, while it is dragged, too. */
export function scenarioEffectAnswer(app: App): Followed<EffectQuestion, ScenarioEffect> {
  return {
    name: "scenario-effect",
    wanted: (state) => activeScenario(state) !== undefined,
    question({ transient: { coverage: after, coverageToday: before } }) {
      // While the level or the age group changes, one of both is still of the old one.
      return before && after && before.demand === after.demand ? { before, after } : undefined;
    },
    async ask({ before, after }, signal) {
      const change = await runInTurns(compareCoverage(after.demand, before.coverage, after.coverage), signal, TURN_MS);
      return { before, after, change };
    },
    put: (scenarioEffect) => changeAnswers(app, { scenarioEffect }),
  };
}
