import { distanceCurve } from "../../analysis/coverage/distance-curve.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import type { DistanceCurves } from "../../state/distance-answers.ts";
import { activeLevel, sozialraumIndex } from "../../state/selectors/active-level.ts";
import { runInTurns } from "../../work/run-steps.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";
import { showsDistances } from "./distance-bands.ts";

interface CurvesQuestion {
  readonly coverage: CoverageAnswer;
  readonly bands: readonly number[];
  readonly sozialraum: string | undefined;
  readonly area: number | undefined;
}

const TURN_MS = 8;

/** Which share of the residents lives within how far: of the city, and of the chosen Sozialraum. */
export function distanceCurvesAnswer(app: App): Followed<CurvesQuestion, DistanceCurves> {
  let kept: { readonly question: CurvesQuestion; readonly city: DistanceCurves["city"] } | undefined;
  return {
    name: "distance-curves",
    wanted: showsDistances,
    question(state) {
      const { coverage } = state.transient;
      const level = activeLevel(state);
      if (!coverage || coverage.levelId !== level?.id) return undefined;
      const { bands, sozialraum } = state.view;
      return { coverage, bands, sozialraum, area: sozialraumIndex(level, sozialraum) };
    },
    async ask(question, signal) {
      const { coverage, bands, sozialraum, area } = question;
      const at = [...bands, coverage.reach];
      const { distance } = coverage.coverage.points;
      const draw = (only?: number) =>
        runInTurns(distanceCurve(coverage.demand, distance, { area: only, at }), signal, TURN_MS);
      const isKept = kept?.question.coverage === coverage && kept.question.bands === bands;
      // Another Sozialraum has the same city around it.
      const city = isKept && kept ? kept.city : await draw();
      kept = { question, city };
      if (sozialraum === undefined || area === undefined) return { coverage, city };
      return { coverage, city, sozialraum: { id: sozialraum, curve: await draw(area) } };
    },
    put: (distanceCurves) => changeAnswers(app, { distanceCurves }),
  };
}
