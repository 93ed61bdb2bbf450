import { COMPARE_MOST } from "../state/view.ts";
import { type App, notify } from "./app.ts";
import { changeView } from "./change-view.ts";

/** Puts a Sozialraum beside the city, or takes it away again. What does not fit any more is left out, and that is said. */
export function toggleCompared(app: App, id: string): void {
  const { compare } = app.store.getState().view;
  if (compare.includes(id)) changeView(app, { compare: compare.filter((other) => other !== id) });
  else addCompared(app, id);
}

export function addCompared(app: App, id: string): void {
  const { view, transient } = app.store.getState();
  const { compare } = view;
  if (compare.includes(id)) return;
  if (compare.length < COMPARE_MOST) changeView(app, { compare: [...compare, id] });
  // Said once as long as it stands there, however often one clicks.
  else if (!transient.notices.some(({ text }) => text.key === "comparison-full"))
    notify(app, "warning", { key: "comparison-full" });
}

export function clearCompared(app: App): void {
  changeView(app, { compare: [] });
}
