import { goalProgress } from "../../db/queries/goal-progress.ts";
import type { CityRecords } from "../../domain/city.ts";
import type { GoalProgress } from "../../domain/goal-result.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** Where the goals stand, for the view „Ziele“. */
export function goalsAnswer(app: App): Followed<{ records: CityRecords }, readonly GoalProgress[]> {
  return {
    name: "goals",
    wanted: ({ view, transient }) => view.view === "ziele" && transient.database !== "failed",
    question: ({ document, transient }) =>
      transient.database === "ready" && document.records ? { records: document.records } : undefined,
    ask: async (_, signal) => goalProgress(await app.services.database(), { signal }),
    put: (goals) => changeAnswers(app, { goals }),
  };
}
