import type { CityForData } from "../domain/data-draft.ts";
import { localized } from "../domain/localized.ts";
import { shapesBox } from "../geo/shapes.ts";
import type { AppState } from "../state/app-state.ts";

const NO_CITY: CityForData = { levels: [], indicators: [], names: [], paths: [] };

/** What guessing needs to know of the city that is open; of nothing when the files make a city of their own. */
export function cityForData({ document, view }: AppState, isNewCity: boolean): CityForData {
  const { map, records } = document;
  if (!map || isNewCity) return NO_CITY;
  const finest = map.levels[0];
  const resources = document.package?.raw.resources;
  const entries = Array.isArray(resources) ? (resources as readonly Record<string, unknown>[]) : [];
  const texts = (key: string) => entries.flatMap((entry) => (typeof entry?.[key] === "string" ? [entry[key]] : []));
  return {
    levels: map.levels.map(({ id, title, sozialraeume }) => ({
      level: id,
      title: localized(title)[view.lang],
      areas: sozialraeume.map((area) => ({ id: area.id, name: area.name })),
    })),
    box: finest && shapesBox(finest.shapes),
    indicators: (records?.indicators ?? []).map(({ id, title }) => ({ id, title: localized(title)[view.lang] })),
    names: texts("name"),
    paths: texts("path"),
  };
}
