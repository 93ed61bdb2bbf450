import type { RowBoundaries, SavedTable, TableFileFormat } from "../domain/saved-table.ts";
import { tableFileTask } from "../export/sheet-tasks.ts";
import { coverageProvenanceTexts } from "../i18n/coverage-provenance-texts.ts";
import type { AppState } from "../state/app-state.ts";
import { activeLevel, sozialraumIndex } from "../state/selectors/active-level.ts";
import { coverageRows } from "../state/selectors/coverage-rows.ts";
import { type App, notify, whilePending } from "./app.ts";
import { questionRules, WAY_RULES } from "./describe-question.ts";
import { nameOf, reasonOf } from "./export-sheet.ts";

const MEDIA_TYPES: Readonly<Record<TableFileFormat, string>> = {
  csv: "text/csv;charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  geojson: "application/geo+json",
  parquet: "application/vnd.apache.parquet",
};

/** Saves the coverage table: as CSV it is the one of the contract, and the other formats have its columns. */
export function exportCoverageTable(app: App, format: TableFileFormat): Promise<void> {
  return exportTable(app, coverageOf, format);
}

/** Makes a table of what is shown; undefined while it is not there yet. */
type MakeTable = (state: AppState) => SavedTable | undefined | Promise<SavedTable | undefined>;

/** Saves a table whose rows are Sozialräume; the file is written in a worker, and a failure becomes a notice. */
export async function exportTable(app: App, make: MakeTable, format: TableFileFormat): Promise<void> {
  const { store, services } = app;
  try {
    await whilePending(app, `export ${format}`, async () => {
      const state = store.getState();
      const now = services.clock.now();
      const table = await make(state);
      if (!table) throw new Error("the table is not measured yet");
      const { describeTable } = await import("./describe-table.ts");
      const bytes = await services.runner.run(tableFileTask, {
        format,
        table,
        language: state.view.lang,
        boundaries: format === "geojson" || format === "parquet" ? boundariesOf(state, table) : undefined,
        provenance: describeTable(state, table, now),
      });
      const name = nameOf(app, format, now);
      services.files.save(name, new Blob([bytes], { type: MEDIA_TYPES[format] }));
      notify(app, "information", { key: "file-saved", name });
    });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: format.toUpperCase(), reason: reasonOf(error) });
  }
}

async function coverageOf(state: AppState): Promise<SavedTable | undefined> {
  const rows = coverageRows(state);
  if (!rows) return undefined;
  const { coverageTable } = await import("../export/coverage-table.ts");
  const figures = Object.values(coverageProvenanceTexts.de.figures).flatMap((figure) => figure.rules);
  const ways = state.transient.coverage?.way === "walk" ? WAY_RULES : [];
  return coverageTable(rows, state.view.lang, [...new Set([...figures, "C6", ...ways, ...questionRules(state)])]);
}

function boundariesOf(state: AppState, { sozialraeume }: SavedTable): RowBoundaries | undefined {
  const level = activeLevel(state);
  return level && { shapes: level.shapes, areas: sozialraeume.map((id) => sozialraumIndex(level, id)) };
}
