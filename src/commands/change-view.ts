import { readAddress, writeAddress } from "../state/address.ts";
import type { View } from "../state/view.ts";
import { type App, changeTransient, notify, replaceView, setView } from "./app.ts";

/** What a change means for the history: moving the map or typing a reach does not fill it, choosing something does. */
const QUIET: readonly (keyof View)[] = ["map"];

/** Changes the view and with it the address. */
export function changeView(app: App, change: Partial<View>): void {
  const before = writeAddress(app.store.getState().view);
  setView(app, change);
  const after = writeAddress(app.store.getState().view);
  if (after === before) return;
  const quiet = (Object.keys(change) as (keyof View)[]).every((key) => QUIET.includes(key));
  app.services.address.write(after, quiet ? "replace" : "push");
}

/** Takes the view over from the address: at the start, and when the user goes back or forward. */
export function restoreView(app: App): void {
  const { view, ignored } = readAddress(app.services.address.read());
  changeTransient(app, { camera: undefined, pointed: undefined });
  replaceView(app, view);
  for (const { key, value } of ignored) {
    notify(app, "warning", { key: "url-value-ignored", name: key, value });
  }
}
