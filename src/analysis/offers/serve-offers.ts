import { runInTurns } from "../../work/run-steps.ts";
import type { TaskRegistry } from "../../work/runner.ts";
import { openPlacesTask } from "./offers-tasks.ts";
import { openPlaces } from "./open-places.ts";
import { hoursReader, type ReadHours } from "./week-hours.ts";

/** Registers the question which places are open; the texts that it has read stay with it. */
export function serveOffers(registry: TaskRegistry): void {
  let read: ReadHours | undefined;
  registry.register(openPlacesTask, async ({ hours, time }, { signal }) => {
    // LGPL: a file of its own, loaded when it is needed, so that it can be replaced (public/licences/opening_hours).
    read ??= hoursReader((await import("opening_hours")).default);
    return { value: await runInTurns(openPlaces(hours, time, read), signal) };
  });
}
