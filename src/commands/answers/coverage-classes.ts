import { classifyValues, countClasses, NO_CLASS } from "../../analysis/classes/classify-values.ts";
import type { CoverageClasses } from "../../state/answers.ts";
import type { CoverageAnswer } from "../../state/coverage-answer.ts";
import type { ClassMethod, CoverageMetric } from "../../state/view.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";
import { findBreaks } from "./find-breaks.ts";

interface ClassQuestion {
  readonly coverage: CoverageAnswer;
  readonly metric: Exclude<CoverageMetric, "status">;
  readonly method: ClassMethod;
  readonly n: number;
}

/** The measure that the coverage map shows instead of the status, classified. */
export function coverageClassesAnswer(app: App): Followed<ClassQuestion, CoverageClasses> {
  return {
    name: "coverage-classes",
    wanted: ({ view }) => view.view === "versorgung" && view.metric !== "status",
    question({ view, transient }) {
      const { coverage } = transient;
      return coverage && view.metric !== "status" ? { coverage, metric: view.metric, ...view.classes } : undefined;
    },
    async ask({ coverage, metric, method, n }, signal) {
      const values = valuesOf(coverage, metric);
      const breaks = await findBreaks(app, { values, method, n }, signal);
      const classes = breaks ? classifyValues(values, breaks) : new Uint8Array(values.length).fill(NO_CLASS);
      const counts = countClasses(classes, breaks ? breaks.breaks.length + 1 : 0);
      return { coverage, metric, breaks, classes, counts };
    },
    put: (classes) => changeAnswers(app, { coverageClasses: classes }),
  };
}

function valuesOf({ coverage: { areas } }: CoverageAnswer, metric: ClassQuestion["metric"]): Float64Array {
  switch (metric) {
    case "reached_share":
      return areas.share;
    case "residents_unreached":
      return areas.unreached;
    case "residents_reached":
      return areas.reached;
    case "residents":
      return areas.residents;
    case "anlaufpunkte_inside":
      return areas.anlaufpunkteInside;
    case "per_10000":
      return areas.per10000;
    case "nearest_median_m":
      return areas.nearestMedian;
    case "nearest_p90_m":
      return areas.nearestP90;
  }
}
