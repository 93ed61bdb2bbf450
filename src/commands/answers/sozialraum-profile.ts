import { goalsOfSozialraum } from "../../db/queries/goals-of-sozialraum.ts";
import { sozialraumProfile } from "../../db/queries/sozialraum-profile.ts";
import { termineByKind } from "../../db/queries/termine-by-kind.ts";
import type { CityRecords } from "../../domain/city.ts";
import type { Answers } from "../../state/answers.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** What the database knows of the Sozialraum that was chosen: indicators beside the city's, Vorhaben with their goals, Termine. */
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
      const [entries, vorhaben, termine] = await Promise.all([
        sozialraumProfile(database, { level, id }, { signal }),
        goalsOfSozialraum(database, { level, id }, { signal }),
        termineByKind(database, id, { signal }),
      ]);
      return { id, entries, vorhaben, termine };
    },
    put: (profile) => changeAnswers(app, { profile }),
  };
}
