import { DESCRIPTOR_NAME, type OpenPackage } from "../domain/package-source.ts";
import type { ReadingProgress } from "../domain/reading-progress.ts";
import { shapesBox } from "../geo/shapes.ts";
import { readNetworkFileTask } from "../ingest/ingest-tasks.ts";
import { safeResourcePath } from "../sources/resource-path.ts";
import { type App, changeTransient, notify, whilePending } from "./app.ts";
import { changeView } from "./change-view.ts";
import { edit } from "./edit-document.ts";
import { reasonOf } from "./export-sheet.ts";
import { laidOver, resourcesOf } from "./extend-package.ts";
import { free } from "./free-name.ts";
import { needsNoReading } from "./read-alike.ts";

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
      const added = withNetwork(app, file);
      const path = added?.path ?? report.path;
      const addedNetwork = { network, report: { ...report, path }, issues };
      edit(app, { done: "network-added", what: name }, { addedNetwork, ...(added && { package: added.package }) });
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

/** The package with the file among its resources, before every other network: saved and opened again, it is walked along there. */
function withNetwork(app: App, file: File): { readonly package: OpenPackage; readonly path: string } | undefined {
  const open = app.store.getState().document.package;
  if (!open) return undefined;
  const resources = resourcesOf(open.raw);
  const path = free(
    safeResourcePath(file.name) ?? "wegenetz.osm.pbf",
    (candidate) => candidate === DESCRIPTOR_NAME || resources.some((entry) => entry.path === candidate),
  );
  const entry = {
    name: free("wegenetz", (candidate) => resources.some((known) => known.name === candidate)),
    path,
    title: file.name,
    format: "osm.pbf",
    // Extracts are made of OpenStreetMap; the file itself does not say so.
    licenses: [{ name: "ODbL-1.0", path: "https://opendatacommons.org/licenses/odbl/" }],
    sources: [{ title: "OpenStreetMap", path: "https://www.openstreetmap.org/copyright" }],
    anlaufpunkt: { role: "network" },
  };
  const extended = laidOver(open, { ...open.raw, resources: [entry, ...resources] }, { [path]: file });
  needsNoReading(extended.source, open.source);
  return { package: extended, path };
}
