import { type App, dismissNotice, notify } from "./app.ts";
import { redoEdit, undoEdit } from "./edit-document.ts";

/** Only the last step is of interest. */
function forgetSteps(app: App): void {
  for (const { id, text } of app.store.getState().transient.notices) {
    if (text.key === "undone" || text.key === "redone") dismissNotice(app, id);
  }
}

/** Takes the last step back and says which it was. */
export function undoStep(app: App): void {
  const label = undoEdit(app);
  forgetSteps(app);
  if (label) notify(app, "information", { key: "undone", label });
}

/** Does again what was taken back last, and says what it was. */
export function redoStep(app: App): void {
  const label = redoEdit(app);
  forgetSteps(app);
  if (label) notify(app, "information", { key: "redone", label });
}
