import type { ServerFailure } from "../domain/server.ts";
import { serverFailureText } from "../i18n/server-failure-text.ts";
import { type App, notify } from "./app.ts";
import { reasonOf } from "./export-sheet.ts";

/** What went wrong, as a text for a message to IT: what, what to do, address, status, moment, page and browser. */
export async function copyFailure(app: App, failure: ServerFailure, page: string): Promise<boolean> {
  const { lang } = app.store.getState().view;
  const { what, remedy } = serverFailureText(failure, lang, page);
  const status = failure.status === undefined ? [] : [`HTTP ${failure.status}`];
  const lines = [what, remedy, failure.address, ...status, page, app.services.clock.now().toISOString()];
  try {
    await app.services.copyText(lines.filter((line) => line !== "").join("\n"));
    return true;
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: failure.host, reason: reasonOf(error) });
    return false;
  }
}
