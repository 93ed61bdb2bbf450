import { FILTER_KEYS } from "../state/selectors/active-offers.ts";
import type { View } from "../state/view.ts";
import type { App } from "./app.ts";
import { changeView } from "./change-view.ts";

/** All offers count again, for all residents; the kinds stay as they are chosen. */
export function clearFilter(app: App): void {
  changeView(app, Object.fromEntries(FILTER_KEYS.map((key) => [key, undefined])) as Partial<View>);
}
