import { type App, notify } from "./app.ts";
import { reasonOf } from "./export-sheet.ts";

const FILE_NAME = "szenarien.csv";

/** Saves all what-ifs as the resource of a package, role `scenarios`; dropped on the app they are opened again. */
export async function exportScenarios(app: App): Promise<void> {
  try {
    const { scenariosCsv } = await import("../export/scenarios-csv.ts");
    const bytes = scenariosCsv(app.store.getState().document.scenarios);
    app.services.files.save(FILE_NAME, new Blob([bytes], { type: "text/csv;charset=utf-8" }));
    notify(app, "information", { key: "file-saved", name: FILE_NAME });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: FILE_NAME, reason: reasonOf(error) });
  }
}
