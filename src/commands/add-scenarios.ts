import { MOST_SCENARIO_BYTES } from "../domain/file-limits.ts";
import { newScenarios } from "../domain/new-scenarios.ts";
import { readScenariosTask } from "../ingest/ingest-tasks.ts";
import { type App, keepIssues, notify, whilePending } from "./app.ts";
import { changeView } from "./change-view.ts";
import { edit } from "./edit-document.ts";
import { reasonOf } from "./export-sheet.ts";

/** So many findings are said at once; the others stand with the data. */
const TOLD_AT_ONCE = 2;

/**
 * Adds the what-ifs of a file to the city that is open, as one step that can be taken back. One that is there already stays as it is; one
 * with a known id and other changes gets an id and a title of its own.
 * @returns false when the file holds no what-ifs, or no city is there to think them in
 */
export async function addScenarios(app: App, file: File): Promise<boolean> {
  const { supply } = app.store.getState().document;
  if (!supply || file.size > MOST_SCENARIO_BYTES) return false;
  const places = supply.anlaufpunkte.map(({ id }) => id);
  const { name } = file;
  try {
    const read = await whilePending(app, "scenario-file", () =>
      app.services.runner.run(readScenariosTask, { name, file, places }),
    );
    if (!read) return false;
    // Another city has been opened meanwhile: these what-ifs are not about its places.
    if (app.store.getState().document.supply !== supply) return true;
    const { scenarios } = app.store.getState().document;
    const { added, same } = newScenarios(scenarios, read.scenarios);
    const first = added[0];
    if (first) {
      edit(app, { done: "scenarios-opened", what: name }, { scenarios: [...scenarios, ...added], scenario: first.id });
      changeView(app, { view: "versorgung", panel: "scenario" });
    }
    keepIssues(app, read.issues);
    for (const issue of read.issues.slice(0, TOLD_AT_ONCE)) notify(app, "warning", { key: "data-issue", issue });
    notify(app, read.rejected > 0 || (added.length === 0 && same === 0) ? "warning" : "information", {
      key: "scenarios-opened",
      name,
      added: added.length,
      same,
      rejected: read.rejected,
    });
    return true;
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: name, reason: reasonOf(error) });
    return true;
  }
}
