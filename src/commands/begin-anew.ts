import { readAddress } from "../state/address.ts";
import type { App } from "./app.ts";
import { changeView } from "./change-view.ts";

/** Another city: nothing of the old one's choices fits. */
export const FRESH = {
  level: undefined,
  kind: undefined,
  indicator: undefined,
  period: undefined,
  scenario: undefined,
  sozialraum: undefined,
  compare: [],
  candidates: undefined,
  within: undefined,
  without: undefined,
  drawn: undefined,
  need: undefined,
  map: undefined,
};

/** @param address what was looked at when the data were saved */
export function beginAnew(app: App, address?: string): void {
  const saved = address === undefined ? {} : readAddress(address).view;
  changeView(app, { ...FRESH, ...saved, data: undefined, lang: app.store.getState().view.lang });
}
