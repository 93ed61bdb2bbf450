import { COMPARE_MOST } from "../state/view.ts";
import type { App } from "./app.ts";
import { changeView } from "./change-view.ts";

/** Puts a Sozialraum beside the city, or takes it away again. What does not fit any more is left out; the panel says so. */
export function toggleCompared(app: App, id: string): void {
  const { compare } = app.store.getState().view;
  if (compare.includes(id)) changeView(app, { compare: compare.filter((other) => other !== id) });
  else addCompared(app, id);
}

export function addCompared(app: App, id: string): void {
  const { compare } = app.store.getState().view;
  if (!compare.includes(id) && compare.length < COMPARE_MOST) changeView(app, { compare: [...compare, id] });
}

export function clearCompared(app: App): void {
  changeView(app, { compare: [] });
}
