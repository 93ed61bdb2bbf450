import type { KeptView } from "../domain/kept-view.ts";
import { readAddress, writeAddress } from "../state/address.ts";
import { shownKeptView } from "../state/selectors/shown-kept-view.ts";
import { type App, changeTransient, replaceView } from "./app.ts";
import { changeView } from "./change-view.ts";

export function enterPresent(app: App): void {
  changeView(app, { present: true });
}

export function leavePresent(app: App): void {
  changeView(app, { present: false });
}

/** Shows a kept view of the data that are open, in the language of the moment. */
export function openKeptView(app: App, kept: KeptView, present = app.store.getState().view.present): void {
  const { view, transient } = app.store.getState();
  const restored = { ...readAddress(kept.address).view, data: view.data, lang: view.lang, present };
  changeTransient(app, {
    keptView: kept.id,
    camera: undefined,
    selectedAnlaufpunkt: undefined,
    pointed: undefined,
    // What was only good to know does not belong on the wall.
    notices: present ? transient.notices.filter((notice) => notice.tone !== "information") : transient.notices,
  });
  replaceView(app, restored);
  // From slide to slide the way back stays short: it leads to where the meeting began.
  app.services.address.write(writeAddress(restored), view.present && present ? "replace" : "push");
}

export type SlideStep = "next" | "previous" | "first" | "last";

/** Goes through the kept views as through slides; stays at the ends. Returns whether there are any. */
export function stepKeptViews(app: App, step: SlideStep): boolean {
  const state = app.store.getState();
  const { keptViews } = state.document;
  const last = keptViews.length - 1;
  if (last < 0) return false;
  const at = shownKeptView(state);
  const to = {
    next: Math.min(at + 1, last),
    previous: at < 0 ? last : Math.max(at - 1, 0),
    first: 0,
    last,
  }[step];
  const kept = keptViews[to];
  if (kept && to !== at) openKeptView(app, kept);
  return true;
}
