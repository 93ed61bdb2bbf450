import { packZipTask } from "../export/sheet-tasks.ts";
import { workspaceTexts } from "../i18n/workspace-texts.ts";
import type { ZipLimits } from "../sources/unpack-zip.ts";
import { writeAddress } from "../state/address.ts";
import { type App, changeTransient, notify, whilePending } from "./app.ts";
import { reasonOf } from "./export-sheet.ts";

/**
 * Saves everything that is open as one zip: a data package that opens elsewhere with all of it. Where it is larger than what is unpacked
 * here, it opens as a folder only, and that is said.
 * @param limits of what is unpacked; absent = as everywhere
 */
export async function saveWorkFile(app: App, limits?: ZipLimits): Promise<void> {
  const { document, view } = app.store.getState();
  const { package: open, scenarios, keptViews, workspace, map } = document;
  if (!open) return;
  const [{ packageFiles }, { fileName }, { isUnpacked }] = await Promise.all([
    import("./package-files.ts"),
    import("../export/file-name.ts"),
    import("../sources/unpack-zip.ts"),
  ]);
  const now = app.services.clock.now();
  const name = fileName([workspace?.title ?? map?.info.title ?? ""], now, "zip");
  try {
    const beside = {
      scenarios,
      keptViews,
      address: writeAddress({ ...view, data: undefined }),
      titles: workspaceTexts[view.lang].resources,
    };
    const isOpened = await whilePending(app, "work-file", async () => {
      const tell = (done: number, of: number) => changeTransient(app, { savingFile: { done, of } });
      const files = await packageFiles(open, beside, new AbortController().signal, tell);
      const zip = await app.services.runner.run(packZipTask, { files, date: now.toISOString() });
      app.services.files.save(name, zip);
      const bytes = files.reduce((sum, { content }) => sum + content.size, 0);
      return isUnpacked({ files: files.length, bytes, packedBytes: zip.size }, limits);
    });
    if (isOpened) notify(app, "information", { key: "file-saved", name });
    else notify(app, "warning", { key: "file-saved-large", name });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: name, reason: reasonOf(error) });
  } finally {
    changeTransient(app, { savingFile: undefined });
  }
}
