import type { AppState, KeptView } from "../state/app-state.ts";
import { keptAddress } from "../state/selectors/shown-kept-view.ts";
import { type App, changeDocument, changeTransient, notify } from "./app.ts";
import { shortTitle } from "./compose-sheet.ts";
import { edit } from "./edit-document.ts";

const keyOf = (city: string) => `anlaufpunkt kept-views ${city}`;

/** From here on the kept views follow the package that is open, and every change of them is kept in this browser. */
export function readKeptViews(app: App): () => void {
  let city: string | undefined;
  let written: readonly KeptView[] | undefined;
  let isBlocked = false;
  // Locked-down browsers refuse storage, some already when it is read, and a full one when it is written: the views stay in the
  // window, and that they will not outlive it is said once.
  const tried = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      const isFirst = !isBlocked;
      // Before it is said: saying it changes the state, and this follows the state.
      isBlocked = true;
      if (isFirst) notify(app, "warning", { key: "storage-blocked" });
      return undefined;
    }
  };
  const look = ({ document }: AppState) => {
    const name = document.map?.info.name;
    if (name === undefined) return;
    if (name !== city) {
      city = name;
      written = parseKeptViews(tried(() => app.services.keeper.read(keyOf(name))));
      changeDocument(app, { keptViews: written });
    } else if (document.keptViews !== written) {
      const views = document.keptViews;
      written = views;
      tried(() => app.services.keeper.write(keyOf(name), JSON.stringify(views)));
    }
  };
  look(app.store.getState());
  return app.store.subscribe(look);
}

/** What the browser kept may come from an older version or from another hand: what is not a view is left out. */
export function parseKeptViews(text: string | undefined): KeptView[] {
  if (text === undefined) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.flatMap((entry: unknown): KeptView[] => {
    const { id, title, address } = (entry ?? {}) as Partial<Record<keyof KeptView, unknown>>;
    return typeof id === "string" && typeof title === "string" && typeof address === "string"
      ? [{ id, title, address }]
      : [];
  });
}

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
