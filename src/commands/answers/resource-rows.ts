import { resourceRows } from "../../db/queries/resource-rows.ts";
import type { CityRecords } from "../../domain/city.ts";
import type { Answers } from "../../state/answers.ts";
import type { App } from "../app.ts";
import type { Followed } from "../follow.ts";
import { changeAnswers } from "./change-answers.ts";

/** How many rows of each resource the database holds, for the view „Daten“. */
export function resourceRowsAnswer(app: App): Followed<{ records: CityRecords }, Answers["resourceRows"]> {
  return {
    name: "resource-rows",
    wanted: ({ view, transient }) => view.view === "daten" && transient.database !== "failed",
    question: ({ document, transient }) =>
      transient.database === "ready" && document.records ? { records: document.records } : undefined,
    async ask(_, signal) {
      const rows = await resourceRows(await app.services.database(), { signal });
      return Object.fromEntries(rows.map((row) => [row.resource, row.rows]));
    },
    put: (rows) => changeAnswers(app, { resourceRows: rows }),
  };
}
