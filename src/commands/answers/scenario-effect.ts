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
    ask({ before, after }, signal) {
      const steps = compareCoverage(after.demand, before.coverage, after.coverage);
      // Most cities are compared in one turn: their effect is there in the frame that shows where a dragged place is.
      const end = performance.now() + TURN_MS;
      do {
        const step = steps.next();
        if (step.done) return { before, after, change: step.value };
      } while (performance.now() < end);
      return runInTurns(steps, signal, TURN_MS).then((change) => ({ before, after, change }));
    },
    put: (scenarioEffect) => changeAnswers(app, { scenarioEffect }),
  };
}
