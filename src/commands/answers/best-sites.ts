import type { SitesAnswer } from "../../state/sites-answer.ts";
import type { App } from "../app.ts";
import { type BestSitesQuestion, bestSitesQuestion } from "../best-sites-question.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** The best sites for what is asked, first at once, then better and better; waits for the database only where need weighs. */
export function bestSitesAnswer(app: App): Followed<BestSitesQuestion, SitesAnswer> {
  return {
    name: "best-sites",
    wanted: ({ view }) => view.view === "versorgung" && view.panel === "sites",
    question: bestSitesQuestion,
    async ask(question, signal) {
      const { findSites } = await import("../find-sites.ts");
      return findSites(app, question, signal, (bestSites) => changeAnswers(app, { bestSites }));
    },
    put: (bestSites) => changeAnswers(app, { bestSites }),
  };
}
