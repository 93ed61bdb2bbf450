import type { EditLabel } from "../domain/edit-label.ts";
import type { Editable } from "../state/app-state.ts";
import { record, redo, undo } from "../state/history.ts";
import { type App, changeDocument } from "./app.ts";
import { changeView } from "./change-view.ts";

/** What the user edits, as it is now. */
function editable(app: App): Editable {
  const { document, view } = app.store.getState();
  return { scenarios: document.scenarios, keptViews: document.keptViews, scenario: view.scenario };
}

/** The one way to edit what undo brings back. Nothing changed is no step. */
export function edit(app: App, label: EditLabel, change: Partial<Editable>): void {
  const before = editable(app);
  const keys = Object.keys(change) as (keyof Editable)[];
  if (keys.every((key) => change[key] === before[key])) return;
  put(app, { ...before, ...change }, record(app.store.getState().document.history, before, label));
}

/** Takes the last step back; what it was, or undefined when there is none. */
export function undoEdit(app: App): EditLabel | undefined {
  const step = undo(app.store.getState().document.history, editable(app));
  if (step) put(app, step.state, step.history);
  return step?.label;
}

/** Does again what was taken back last. */
export function redoEdit(app: App): EditLabel | undefined {
  const step = redo(app.store.getState().document.history, editable(app));
  if (step) put(app, step.state, step.history);
  return step?.label;
}

type Steps = ReturnType<App["store"]["getState"]>["document"]["history"];

function put(app: App, { scenario, scenarios, keptViews }: Editable, history: Steps): void {
  changeDocument(app, { scenarios, keptViews, history });
  if (scenario !== app.store.getState().view.scenario) changeView(app, { scenario });
}
