import type { Issue } from "../domain/issue.ts";
import type { PackageSource } from "../domain/package-source.ts";
import type { OpenedPackage } from "../ingest/ingest-tasks.ts";
import { cancelNetworkFile } from "./add-network.ts";
import { type App, changeTransient, setPending } from "./app.ts";

/** What is being opened in a window, and was opened before. */
interface Course {
  opening?: AbortController | undefined;
  /** What is tried again when it was refused. */
  lastTry?: (() => void) | undefined;
  /** What was opened from files: no address names it. */
  openedFiles?: PackageSource | undefined;
  /** The package that was read last, or is being read. */
  lastRead?: PackageSource | undefined;
  /** The first step of a reading that has begun before it is known whether it is wanted. */
  ahead?: ReadingAhead | undefined;
}

interface ReadingAhead {
  readonly source: PackageSource;
  readonly opened: Promise<OpenedPackage>;
  readonly controller: AbortController;
}

const courses = new WeakMap<App, Course>();

export function courseOf(app: App): Course {
  const known = courses.get(app) ?? {};
  courses.set(app, known);
  return known;
}

/**
 * Stops what is being opened – its reading ends at once, with its worker – and begins something else in its place. What was open stays
 * until that has its map.
 */
export async function takeOver(app: App, open: (signal: AbortSignal) => Promise<void>): Promise<void> {
  courseOf(app).opening?.abort();
  cancelNetworkFile(app);
  const controller = new AbortController();
  courseOf(app).opening = controller;
  setPending(app, "opening", true);
  changeTransient(app, { phase: "opening", refusal: [], failure: undefined, reading: undefined });
  try {
    await open(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return;
    changeTransient(app, {
      phase: "failed",
      failure: error instanceof Error ? error.message : String(error),
      reading: undefined,
    });
    setPending(app, "opening", false);
  }
}

export function refuse(app: App, refusal: readonly Issue[]): void {
  changeTransient(app, { phase: "refused", refusal });
  setPending(app, "opening", false);
}
