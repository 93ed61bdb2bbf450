import { writeAddress } from "../state/address.ts";
import { type App, notify } from "./app.ts";
import { reasonOf } from "./export-sheet.ts";

/** Puts the address of what is shown on the clipboard. */
export async function copyLink(app: App): Promise<void> {
  const { view } = app.store.getState();
  try {
    await app.services.copyText(
      new URL(writeAddress({ ...view, present: false }) || "?", app.services.modelCity.replace(/modellstadt\/.*$/, ""))
        .href,
    );
    notify(app, "information", { key: "link-copied" });
  } catch (error) {
    notify(app, "error", { key: "task-failed", what: "Link", reason: reasonOf(error) });
  }
}
