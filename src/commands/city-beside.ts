import type { CityForData } from "../domain/data-draft.ts";
import { localized } from "../domain/localized.ts";
import type { App } from "./app.ts";
import { cityForData } from "./city-for-data.ts";

/** The city that is open, with the Sozialräume that the other files would bring. */
export function cityBeside(app: App, id: number): CityForData {
  const state = app.store.getState();
  const { adding } = state.transient;
  const city = cityForData(state, adding?.isNewCity ?? false);
  const others = (adding?.files ?? []).filter((file) => file.id !== id && file.draft);
  const brought = others.flatMap(({ draft, preview: shown }) => {
    const keys = draft?.anlaufpunkt;
    const areas = shown?.areas ?? [];
    if (keys?.role !== "sozialraeume" || keys.level === undefined || areas.length === 0) return [];
    const title = localized(keys.levelTitle ?? keys.level)[state.view.lang];
    return [{ level: keys.level, title, areas, box: shown?.place?.box, isBeside: true }];
  });
  const { replaces } = adding?.files.find((file) => file.id === id) ?? {};
  // What a resource defines itself it does not find in the city.
  const own = new Set(
    replaces
      ? state.document.records?.indicators.filter((one) => one.resource === replaces.name).map((one) => one.id)
      : [],
  );
  return {
    ...city,
    indicators: city.indicators.filter((indicator) => !own.has(indicator.id)),
    levels: [...city.levels, ...brought].sort((a, b) => b.areas.length - a.areas.length),
    box: city.box ?? brought.find(({ box }) => box)?.box,
    names: [...city.names, ...others.flatMap(({ draft }) => (draft ? [draft.name] : []))],
    paths: [...city.paths, ...others.flatMap(({ draft }) => (draft ? [draft.path] : []))],
    keysBeside: others.flatMap(({ inspection }) => inspection?.areaKeys ?? []),
  };
}
