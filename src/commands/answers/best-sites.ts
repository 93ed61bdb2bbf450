import type { SitesAnswer } from "../../state/sites-answer.ts";
import type { App } from "../app.ts";
import { type BestSitesQuestion, bestSitesQuestion } from "../best-sites-question.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** The best sites for what is asked, first at once, then better and better; waits for the database only where need weighs. */
export function bestSitesAnswer(app: App): Followed<BestSitesQuestion, SitesAnswer> {
  return {
    name: "best-sites",
    // The gaps of a place that is dragged about would ask with every step.
    wanted: ({ view, transient }) =>
      view.view === "versorgung" && view.panel === "sites" && transient.drag === undefined,
    question: bestSitesQuestion,
    async ask(question, signal) {
      const { findSites } = await import("../find-sites.ts");
      const onBetter = (bestSites: SitesAnswer) => changeAnswers(app, { bestSites, sitesWalked: undefined });
      return findSites(app, question, signal, onBetter, (sitesWalked) => changeAnswers(app, { sitesWalked }));
    },
    put: (bestSites) => changeAnswers(app, { bestSites, sitesWalked: undefined }),
  };
}
