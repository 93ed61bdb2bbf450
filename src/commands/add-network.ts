import type { ReadingProgress } from "../domain/reading-progress.ts";
import { shapesBox } from "../geo/shapes.ts";
import { readNetworkFileTask } from "../ingest/ingest-tasks.ts";
import { type App, changeTransient, notify, whilePending } from "./app.ts";
import { changeView } from "./change-view.ts";
import { edit } from "./edit-document.ts";
import { reasonOf } from "./export-sheet.ts";

const TONES = { error: "error", warning: "warning", notice: "information" } as const;

/** No browser gives out a larger file in one piece. */
const MOST_BYTES = 2 ** 31 - 1;

const reading = new WeakMap<App, AbortController>();

/** Ends the reading of a file with a walking network; the city stays as it was. */
export function cancelNetworkFile(app: App): void {
  reading.get(app)?.abort();
  reading.delete(app);
  changeTransient(app, { readingNetwork: undefined });
}

/**
 * Adds the walking network of an OpenStreetMap extract to the city that is open, in place of the package's, as one step that can be
 * taken back, and measures along it. A file that cannot be used is told, and the city stays as it was.
 * @returns false when no city is there to walk in
 */
export async function addNetwork(app: App, file: File): Promise<boolean> {
  const { map, supply } = app.store.getState().document;
  const level = map?.levels[0];
  if (!level || !supply) return false;
  cancelNetworkFile(app);
  if (file.size > MOST_BYTES) {
    const context = { flaw: "too-large" };
    const issue = { code: "extract-unreadable", severity: "error", source: file.name, context } as const;
    notify(app, "error", { key: "data-issue", issue });
    return true;
  }
  const stop = new AbortController();
  reading.set(app, stop);
  const { name } = file;
  const tell = (progress?: ReadingProgress) => {
    if (!stop.signal.aborted) changeTransient(app, { readingNetwork: { name, progress } });
  };
  tell();
  try {
    const { network, report, issues } = await whilePending(app, "network-file", () =>
      app.services.runner.run(
        readNetworkFileTask,
        { name, file, around: shapesBox(level.shapes) },
        { signal: stop.signal, onProgress: tell },
      ),
    );
    // Another city has been opened meanwhile: these are not its ways.
    if (app.store.getState().document.map !== map) return true;
    if (network) {
      edit(app, { done: "network-added", what: name }, { addedNetwork: { network, report, issues } });
      changeView(app, { view: "versorgung", panel: "distance" });
    }
    for (const issue of issues) {
      notify(app, TONES[issue.severity], { key: "data-issue", issue });
    }
    if (network) notify(app, "information", { key: "network-added", name, edges: report.rows });
  } catch (error) {
    if (!stop.signal.aborted) notify(app, "error", { key: "task-failed", what: name, reason: reasonOf(error) });
  } finally {
    if (reading.get(app) === stop) cancelNetworkFile(app);
  }
  return true;
}
