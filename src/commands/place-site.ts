import { scenarioTexts } from "../i18n/scenario-texts.ts";
import type { App } from "./app.ts";
import { changeTransient } from "./app.ts";
import { addSites, toDecimetre } from "./edit-scenario.ts";
import { showAnlaufpunkt } from "./show-on-map.ts";

/** The next click on the map says where a place shall be thought of; or not any more. */
export function askForPlace(app: App, isAsked: boolean): void {
  changeTransient(app, { placing: isAsked || undefined });
}

/** Thinks of a place there, in the shown what-if or a new one, and takes it up for changing. */
export function placeSite(
  app: App,
  lon: number,
  lat: number,
  options: { readonly fly?: boolean } = {},
): string | undefined {
  const texts = scenarioTexts[app.store.getState().view.lang];
  const [id] = addSites(app, [{ lon, lat, ...toDecimetre({ lon, lat }) }], {
    title: texts.first,
    siteName: texts.siteName,
  });
  changeTransient(app, { placing: undefined, selectedAnlaufpunkt: id });
  if (id && options.fly) showAnlaufpunkt(app, id);
  return id;
}
