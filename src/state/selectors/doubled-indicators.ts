import { idOfTitle } from "../../domain/id-of-title.ts";
import { localized } from "../../domain/localized.ts";
import { type ObservedPlaces, observedPlaces } from "../../domain/observed-places.ts";
import type { AddingFile, AppState, DoubledIndicator } from "../app-state.ts";

/** The observations of a city that is open change only as a whole. */
const ofCity = new WeakMap<object, readonly ObservedPlaces[]>();

/** Indicators of a file of which the city or a file before it has values of the same Sozialräume and times. */
export function doubledIndicators(state: AppState, file: AddingFile): DoubledIndicator[] {
  const { document, transient, view } = state;
  const { files = [], isNewCity = false } = transient.adding ?? {};
  const observed = asGuessed(file);
  if (observed.length === 0 || file.replaces) return [];
  const records = isNewCity ? undefined : document.records;
  const before = files.slice(0, Math.max(0, files.indexOf(file)));
  const others = [
    { name: undefined, observed: records ? placesOf(records.observations) : [] },
    ...before.map(({ name, preview }) => ({ name, observed: preview?.observed ?? [] })),
  ];
  const definitions = definitionsOf(file);
  const known = new Map(records?.indicators.map(({ id, title }) => [id, localized(title)[view.lang]]));
  const beside = files.flatMap((other) => (other === file ? [] : (other.draft?.anlaufpunkt.indicators ?? [])));
  const taken = new Set([...known.keys(), ...beside.map(({ id }) => id), ...definitions.keys()]);
  const titles = new Set([...known.values(), ...beside.map((one) => localized(one.title)[view.lang])]);
  const found: DoubledIndicator[] = [];
  for (const other of others) {
    for (const [id, differs] of meetings(observed, other.observed)) {
      if (found.some((one) => one.id === id)) continue;
      const definition = definitions.get(id);
      const title = definition ? localized(definition.title)[view.lang] : (known.get(id) ?? id);
      const isFree = !titles.has(title) && !taken.has(idOfTitle(title));
      const own = isFree ? { id: idOfTitle(title), title } : ownName(title, file.draft?.title ?? "", taken);
      taken.add(own.id);
      found.push({ id, title, file: other.name, differs, own, definition });
    }
  }
  return found;
}

/** What the file observes, under the names that were guessed. */
function asGuessed({ preview, doubled }: AddingFile): readonly ObservedPlaces[] {
  const guessed = new Map(doubled?.as === "own" ? doubled.indicators.map(({ id, own }) => [own.id, id]) : []);
  const observed = preview?.observed ?? [];
  return guessed.size === 0
    ? observed
    : observed.map((places) => ({ ...places, indicator: guessed.get(places.indicator) ?? places.indicator }));
}

/** The file's own indicators by the names that were guessed. */
function definitionsOf({ draft, doubled }: AddingFile) {
  const own = new Map((draft?.anlaufpunkt.indicators ?? []).map((one) => [one.id, one]));
  for (const one of doubled?.as === "own" ? doubled.indicators : []) {
    own.delete(one.own.id);
    if (one.definition) own.set(one.id, one.definition);
  }
  return own;
}

function placesOf(observations: Parameters<typeof observedPlaces>[0]): readonly ObservedPlaces[] {
  const places = ofCity.get(observations) ?? observedPlaces(observations);
  ofCity.set(observations, places);
  return places;
}

/** Indicators that both have at one place and time, and whether a value is another one there. */
function meetings(own: readonly ObservedPlaces[], others: readonly ObservedPlaces[]): Map<string, boolean> {
  const key = ({ indicator, period, level }: ObservedPlaces) => JSON.stringify([indicator, period, level]);
  const theirs = new Map(others.map((places) => [key(places), places]));
  const met = new Map<string, boolean>();
  for (const places of own) {
    const other = theirs.get(key(places));
    if (!other) continue;
    const values = new Map(other.areas.map((area, i) => [area, other.values[i]]));
    for (const [i, area] of places.areas.entries()) {
      if (!values.has(area)) continue;
      const isOther = !Object.is(values.get(area), places.values[i]);
      met.set(places.indicator, (met.get(places.indicator) ?? false) || isOther);
    }
  }
  return met;
}

/** The title with that of its table, else with a number. */
function ownName(title: string, table: string, taken: ReadonlySet<string>): DoubledIndicator["own"] {
  const isSaid = table === "" || idOfTitle(table) === idOfTitle(title);
  let own = isSaid ? `${title} (2)` : `${title} (${table})`;
  for (let number = isSaid ? 3 : 2; taken.has(idOfTitle(own)); number++) {
    own = isSaid ? `${title} (${number})` : `${title} (${table}, ${number})`;
  }
  return { id: idOfTitle(own), title: own };
}
