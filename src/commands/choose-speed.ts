import { bandsPreset, minuteBands } from "../state/selectors/chosen-bands.ts";
import type { Speed, View } from "../state/view.ts";
import type { App } from "./app.ts";
import { changeView } from "./change-view.ts";

/** Another walking speed, with what else is chosen by the same click; bands that are walking times follow it. */
export function chooseSpeed(app: App, speed: Speed, also: Pick<Partial<View>, "reach"> = {}): void {
  const { view } = app.store.getState();
  const bands = bandsPreset(view) === "minutes" ? { bands: minuteBands(speed) } : {};
  changeView(app, { speed, ...bands, ...also });
}
