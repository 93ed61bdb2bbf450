import type { CsvCell } from "../export/table-csv.ts";
import { coverageRows } from "../state/selectors/coverage-rows.ts";
import { type App, notify } from "./app.ts";
import { nameOf, reasonOf } from "./export-sheet.ts";

const CSV_TYPE = "text/csv;charset=utf-8";

/** Saves the coverage table as the contract says. */
export function exportCoverageTable(app: App): Promise<void> {
  return saveCsv(app, async () => {
    const state = app.store.getState();
    const rows = coverageRows(state);
    if (!rows) throw new Error("the coverage is not measured yet");
    const { coverageCsv } = await import("../export/coverage-csv.ts");
    return coverageCsv(rows, state.view.lang);
  });
}

/** Saves any other table by the same rules of writing. */
export function exportTable(app: App, header: readonly string[], rows: readonly (readonly CsvCell[])[]): Promise<void> {
  return saveCsv(app, async () => {
    const { tableCsv } = await import("../export/table-csv.ts");
    return tableCsv(header, rows, app.store.getState().view.lang);
  });
}

async function saveCsv(app: App, write: () => Promise<Uint8Array<ArrayBuffer>>): Promise<void> {
  try {
    const bytes = await write();
    const name = nameOf(app, "csv", app.services.clock.now());
    app.services.files.save(name, new Blob([bytes], { type: CSV_TYPE }));
    notify(app, "information", { key: "file-saved", name });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: "CSV", reason: reasonOf(error) });
  }
}
