import { compareCoverage } from "../../analysis/coverage/compare-coverage.ts";
import type { AppState } from "../../state/app-state.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import type { StraightBeside } from "../../state/distance-answers.ts";
import { comparedDetours, detourLimits, SOUGHT_DETOURS } from "../../state/selectors/side-by-side.ts";
import { asksForWalking } from "../../state/selectors/walking-network.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";
import { type CoverageQuestion, coverageQuestion, measure } from "./coverage.ts";
import { countWithin, showsDistances } from "./distance-bands.ts";

interface BesideQuestion {
  readonly straight: CoverageAnswer;
  readonly walked: CoverageAnswer;
}

const TURN_MS = 8;

const isWalked = (state: AppState) => showsDistances(state) && asksForWalking(state);

/** While ways are walked: the same question asked of the straight line. */
export function straightCoverageAnswer(app: App): Followed<CoverageQuestion, CoverageAnswer> {
  return {
    name: "straight-coverage",
    wanted: isWalked,
    question(state) {
      const question = coverageQuestion(state);
      return question && { ...question, network: undefined, withoutSteps: false, detour: state.view.detour };
    },
    ask: (question, signal) => measure(app, question, signal),
    put: (straightCoverage) => changeAnswers(app, { straightCoverage }),
  };
}

/** Whom the straight line counts as reached although nobody can walk there so soon. */
export function straightBesideAnswer(app: App): Followed<BesideQuestion, StraightBeside> {
  return {
    name: "straight-beside",
    wanted: isWalked,
    question({ transient: { coverage: walked, answers } }) {
      const straight = answers.straightCoverage;
      // While the question changes, one of both is still the answer to the old one.
      if (!straight || walked?.way !== "walk") return undefined;
      const sameResidents = straight.key.level === walked.key.level && straight.key.people === walked.key.people;
      const fits = sameResidents && straight.places === walked.places && straight.reach === walked.reach;
      return fits ? { straight, walked } : undefined;
    },
    async ask({ straight, walked }, signal) {
      const compared = compareCoverage(walked.demand, straight.coverage, walked.coverage);
      const change = await runInTurns(compared, signal, TURN_MS);
      const { reach, detour } = straight.coverage.settings;
      const limits = detourLimits(reach, detour, [...comparedDetours(detour), ...SOUGHT_DETOURS]);
      return { straight, walked, change, detours: await countWithin(straight, limits, signal) };
    },
    put: (straightBeside) => changeAnswers(app, { straightBeside }),
  };
}
