import type { EditLabel } from "../domain/edit-label.ts";
import type { Editable } from "../state/app-state.ts";
import { record, redo, undo } from "../state/history.ts";
import { type App, changeDocument } from "./app.ts";
import { changeView } from "./change-view.ts";

/** What the user edits, as it is now. */
function editable(app: App): Editable {
  const { document, view } = app.store.getState();
  const { scenarios, keptViews, addedNetwork } = document;
  return { scenarios, keptViews, addedNetwork, package: document.package, scenario: view.scenario };
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

function put(app: App, { scenario, ...rest }: Editable, history: Steps): void {
  const { document, view } = app.store.getState();
  const hasNetwork = (rest.addedNetwork ?? document.records?.network) !== undefined;
  // Whose network comes is walked along at once; whose goes is measured in straight lines again.
  const way = rest.addedNetwork === document.addedNetwork ? view.way : hasNetwork ? "walk" : undefined;
  changeDocument(app, { ...rest, history });
  if (scenario !== view.scenario || way !== view.way) changeView(app, { scenario, way });
}
