import { readCandidatesTask } from "../ingest/ingest-tasks.ts";
import { type App, changeTransient, notify, setPending } from "./app.ts";
import { changeView } from "./change-view.ts";

const files = new WeakMap<App, File>();

/** Reads places where sites could stand from a file of the user. @param crs the system of x and y, where the file does not name it */
export async function chooseCandidateFile(app: App, file: File, crs?: string): Promise<void> {
  files.set(app, file);
  setPending(app, "candidate-file", true);
  try {
    const candidateFile = await app.services.runner.run(readCandidatesTask, { name: file.name, file, crs });
    if (files.get(app) !== file) return;
    changeTransient(app, { candidateFile });
    changeView(app, { candidates: undefined });
    const { name, lon, rejected, issues } = candidateFile;
    const isWrong = lon.length === 0 || rejected > 0 || issues.some(({ severity }) => severity === "error");
    notify(app, isWrong ? "warning" : "information", { key: "candidates-read", name, places: lon.length, rejected });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: file.name, reason: String(error) });
  } finally {
    setPending(app, "candidate-file", false);
  }
}

/** The same file once more, its x and y in another system. */
export function rereadCandidateFile(app: App, crs: string | undefined): void {
  const file = files.get(app);
  if (file) void chooseCandidateFile(app, file, crs);
}

export function forgetCandidateFile(app: App): void {
  files.delete(app);
  changeTransient(app, { candidateFile: undefined });
}
