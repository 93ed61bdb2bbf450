import { indicatorCatalogue } from "../../db/queries/indicator-catalogue.ts";
import type { CityRecords } from "../../domain/city.ts";
import type { Answers } from "../../state/answers.ts";
import { type App, notify } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** What the observations hold of each indicator; an indicator in the address that the package does not have is named once. */
export function catalogueAnswer(app: App): Followed<{ records: CityRecords }, Answers["catalogue"]> {
  return {
    name: "indicators",
    wanted: ({ view, transient }) => view.view === "vergleich" && transient.database !== "failed",
    question({ document, transient }) {
      // While another package is being read the database still holds the old one.
      const isReady = transient.database === "ready" && transient.phase === "open";
      return isReady && document.records ? { records: document.records } : undefined;
    },
    async ask(_, signal) {
      return indicatorCatalogue(await app.services.database(), { signal });
    },
    put(catalogue) {
      changeAnswers(app, { catalogue });
      const { indicator } = app.store.getState().view;
      if (catalogue && indicator !== undefined && !catalogue.some((entry) => entry.indicator === indicator)) {
        notify(app, "warning", { key: "url-value-ignored", name: "indicator", value: indicator });
      }
    },
  };
}
