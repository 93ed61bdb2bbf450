import type { KeptView } from "../domain/kept-view.ts";
import { keptAddress } from "../state/selectors/shown-kept-view.ts";
import { type App, changeTransient, notify } from "./app.ts";
import { shortTitle } from "./compose-sheet.ts";
import { edit } from "./edit-document.ts";

/** Keeps what is shown for the meeting; the same view is not kept twice. */
export function keepView(app: App): void {
  const state = app.store.getState();
  const address = keptAddress(state.view);
  const { keptViews } = state.document;
  const known = keptViews.find((kept) => kept.address === address);
  const kept = known ?? { id: nextId(app, keptViews), title: shortTitle(state), address };
  if (!known) edit(app, { done: "view-kept", what: kept.title }, { keptViews: [...keptViews, kept] });
  changeTransient(app, { keptView: kept.id });
  notify(app, "information", { key: "view-kept", title: kept.title });
}

function nextId(app: App, keptViews: readonly KeptView[]): string {
  const moment = app.services.clock.now().getTime().toString(36);
  let id = moment;
  for (let again = 2; keptViews.some((kept) => kept.id === id); again++) id = `${moment}-${again}`;
  return id;
}

export function renameKeptView(app: App, id: string, title: string): void {
  const { keptViews } = app.store.getState().document;
  if (keptViews.some((kept) => kept.id === id && kept.title === title)) return;
  const renamed = keptViews.map((kept) => (kept.id === id ? { ...kept, title } : kept));
  edit(app, { done: "view-renamed", what: title }, { keptViews: renamed });
}

/** One place towards the beginning or the end. */
export function moveKeptView(app: App, id: string, by: -1 | 1): void {
  const { keptViews } = app.store.getState().document;
  const from = keptViews.findIndex((kept) => kept.id === id);
  const kept = keptViews[from];
  const other = keptViews[from + by];
  if (!kept || !other) return;
  const moved = keptViews.map((entry, index) => (index === from ? other : index === from + by ? kept : entry));
  edit(app, { done: "view-moved", what: kept.title }, { keptViews: moved });
}

export function removeKeptView(app: App, id: string): void {
  const { keptViews } = app.store.getState().document;
  const removed = keptViews.find((kept) => kept.id === id);
  if (!removed) return;
  edit(app, { done: "view-removed", what: removed.title }, { keptViews: keptViews.filter((kept) => kept !== removed) });
}
