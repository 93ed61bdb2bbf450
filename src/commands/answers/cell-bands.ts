import { coverageBands } from "../../analysis/coverage/coverage-bands.ts";
import type { CellBands } from "../../state/answers.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import { CELL_SHARES } from "../../state/selectors/cells-in-sight.ts";
import { runPromptly } from "../../work/run-steps.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** The page draws meanwhile. */
const TURN_MS = 8;

/** How many live in the cells of each colour, for the legend. */
export function cellBandsAnswer(app: App): Followed<{ readonly coverage: CoverageAnswer }, CellBands> {
  return {
    name: "cell-bands",
    wanted: ({ view }) => view.view === "versorgung" && view.cells && view.panel !== "distance",
    question: ({ transient: { coverage } }) => (coverage && coverage.reach > 0 ? { coverage } : undefined),
    ask({ coverage }, signal) {
      const { areas, points } = coverage.coverage;
      const limits = CELL_SHARES.map((share) => share * coverage.reach);
      const steps = coverageBands(coverage.demand, areas.residents.length, points.distance, limits);
      const counted = runPromptly(steps, signal, TURN_MS);
      return counted instanceof Promise ? counted.then((bands) => ({ coverage, bands })) : { coverage, bands: counted };
    },
    put: (cellBands) => changeAnswers(app, { cellBands }),
  };
}
