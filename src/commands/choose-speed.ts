import { bandsPreset, minuteBands } from "../state/selectors/chosen-bands.ts";
import type { Speed } from "../state/view.ts";
import type { App } from "./app.ts";
import { changeView } from "./change-view.ts";

/** Another walking speed; bands that are walking times follow it. */
export function chooseSpeed(app: App, speed: Speed): void {
  const { view } = app.store.getState();
  changeView(app, bandsPreset(view) === "minutes" ? { speed, bands: minuteBands(speed) } : { speed });
}
