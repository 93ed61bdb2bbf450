import { indicatorMatrix } from "../../db/queries/indicator-matrix.ts";
import type { CityRecords } from "../../domain/city.ts";
import type { IndicatorMatrix } from "../../domain/indicator-matrix.ts";
import { activeEntry, isOnLevel } from "../../state/selectors/active-indicator.ts";
import { activeLevel } from "../../state/selectors/active-level.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** The indicator that is compared, over all periods and areas of the level: what map, sentence, table and chart rest on. */
export function matrixAnswer(
  app: App,
): Followed<{ records: CityRecords; indicator: string; level: string }, IndicatorMatrix> {
  return {
    name: "indicator-values",
    wanted: (state) =>
      state.view.view === "vergleich" &&
      state.transient.database !== "failed" &&
      // While the catalogue is not there, it might be.
      (state.transient.answers.catalogue === undefined || isOnLevel(state)),
    question(state) {
      const { records } = state.document;
      const level = activeLevel(state);
      const entry = activeEntry(state);
      if (!records || !level || !entry || state.transient.database !== "ready") return undefined;
      return { records, indicator: entry.indicator, level: level.id };
    },
    async ask({ indicator, level }, signal) {
      return indicatorMatrix(await app.services.database(), { indicator, level }, { signal });
    },
    put: (matrix) => changeAnswers(app, { matrix }),
  };
}
