import type { CityMap } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import { openZipTask } from "../ingest/ingest-tasks.ts";
import {
  collectChosen,
  collectDropped,
  type DroppedFiles,
  holdsPackage,
  onlyExtract,
  onlyTable,
  onlyZip,
  packageFromDropped,
} from "../sources/dropped-folder.ts";
import { beginAdding, leaveAdding } from "./add-data.ts";
import { addNetwork } from "./add-network.ts";
import { addScenarios } from "./add-scenarios.ts";
import { type App, whilePending } from "./app.ts";
import { beginAnew } from "./begin-anew.ts";
import { reasonOf } from "./export-sheet.ts";
import { findWorkOfFiles, rememberWork } from "./find-work.ts";
import { flushWork } from "./keep-work.ts";
import { openWork } from "./open-package.ts";
import { courseOf, refuse, takeOver } from "./package-course.ts";
import { readPackage } from "./read-package.ts";

/** Call it inside the drop handler: the browser forgets the files after it. */
export function openDropped(app: App, transfer: DataTransfer): void {
  void collectDropped(transfer).then((dropped) => openFiles(app, dropped));
}

export function openChosen(app: App, files: Iterable<File>): void {
  void openFiles(app, collectChosen(files));
}

async function openFiles(app: App, dropped: DroppedFiles): Promise<void> {
  const table = onlyTable(dropped);
  if (table && (await addScenarios(app, table))) return;
  const extract = onlyExtract(dropped);
  if (extract && (await addNetwork(app, extract))) return;
  if (!onlyZip(dropped) && !extract && !holdsPackage(dropped)) {
    await beginAdding(app, dropped);
    return;
  }
  const zip = onlyZip(dropped);
  const unpacked = zip && (await unpackedZip(app, zip, dropped.label));
  // A zip without a description is no package: a shapefile, a table that was packed.
  if (
    unpacked &&
    "refused" in unpacked &&
    unpacked.refused.every(({ code }) => code === "package-without-descriptor")
  ) {
    await beginAdding(app, dropped);
    return;
  }
  // A package is opened as it is: the assistant that waits for files has nothing to ask of it.
  if (app.store.getState().transient.adding?.files.length === 0) leaveAdding(app);
  courseOf(app).lastTry = () => void openFiles(app, dropped);
  await takeOver(app, async (signal) => {
    const found = unpacked ?? packageFromDropped(dropped);
    if (!("source" in found)) {
      refuse(app, "refused" in found ? found.refused : [found.issue]);
      return;
    }
    const { source } = found;
    await flushWork(app);
    const kept = source.kind === "files" ? await findWorkOfFiles(app, source.files) : undefined;
    signal.throwIfAborted();
    if (kept) return openWork(app, kept, "push");
    const begin = (map: CityMap) => {
      courseOf(app).openedFiles = source;
      beginAnew(app, map.address);
      rememberWork(app, "");
      void import("./offer-work.ts").then(({ offerWork }) => offerWork(app, map));
    };
    await readPackage(app, source, begin, signal);
  });
}

/** What is open goes on until it is clear that there is a package in it. */
async function unpackedZip(app: App, zip: File, label: string) {
  try {
    return await whilePending(app, "zip", () => app.services.runner.run(openZipTask, { zip, label }));
  } catch (error) {
    const context = { reason: reasonOf(error) };
    const refused: Issue[] = [{ code: "package-unreadable", severity: "error", source: label, context }];
    return { refused };
  }
}
