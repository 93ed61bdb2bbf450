import type { KeptView } from "../../domain/kept-view.ts";
import { readAddress, writeAddress } from "../address.ts";
import type { AppState } from "../app-state.ts";
import type { View } from "../view.ts";

/** The address under which a view is kept: without the data, the language and the full screen, which belong to the occasion. */
export function keptAddress(view: View): string {
  return writeAddress({ ...view, data: undefined, lang: "de", present: false });
}

const withoutMap = (address: string) => keptAddress({ ...readAddress(address).view, map: undefined });

/**
 * Which of the kept views is shown now, −1 for none. Moving the map does not leave a view: the one that was opened last counts
 * as long as everything else is as it was kept.
 */
export function shownKeptView(state: AppState): number {
  const { keptViews } = state.document;
  const here = keptAddress(state.view);
  const nearHere = keptAddress({ ...state.view, map: undefined });
  const near = (kept: KeptView) => withoutMap(kept.address) === nearHere;
  const last = keptViews.findIndex((kept) => kept.id === state.transient.keptView && near(kept));
  if (last >= 0) return last;
  const exact = keptViews.findIndex((kept) => kept.address === here);
  return exact >= 0 ? exact : keptViews.findIndex(near);
}
