import { sozialraumProfile } from "../../db/queries/sozialraum-profile.ts";
import type { CityRecords } from "../../domain/city.ts";
import type { Answers } from "../../state/answers.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** The indicators of the Sozialraum that was chosen, with the city's values beside them. */
export function profileAnswer(
  app: App,
): Followed<{ records: CityRecords; level: string; id: string }, Answers["profile"]> {
  return {
    name: "profile",
    wanted: ({ view, transient }) =>
      view.view === "versorgung" && view.sozialraum !== undefined && transient.database !== "failed",
    question(state) {
      const { records } = state.document;
      const level = activeLevel(state);
      const id = state.view.sozialraum;
      if (state.transient.database !== "ready" || !records || !level || id === undefined) return undefined;
      return { records, level: level.id, id };
    },
    async ask({ level, id }, signal) {
      const database = await app.services.database();
      return { id, entries: await sozialraumProfile(database, { level, id }, { signal }) };
    },
    put: (profile) => changeAnswers(app, { profile }),
  };
}
