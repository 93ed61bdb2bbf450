import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import { placesOf, SCENARIO_RESOURCE, type Scenario } from "../../domain/scenario.ts";
import type { OpenPlaces } from "../answers.ts";
import type { AppState } from "../app-state.ts";
import type { View } from "../view.ts";
import { activeKinds } from "./active-kinds.ts";

const NONE: readonly Anlaufpunkt[] = [];

/** The what-if that is shown; undefined = today. */
export function activeScenario({ document, view }: AppState): Scenario | undefined {
  return view.scenario === undefined ? undefined : document.scenarios.find(({ id }) => id === view.scenario);
}

/** All places as the shown what-if has them; today's without one. The same list for the same two. */
export function shownPlaces(state: AppState): readonly Anlaufpunkt[] {
  return placesOf(activeScenario(state), state.document.supply?.anlaufpunkte ?? NONE);
}

const byId = new WeakMap<readonly Anlaufpunkt[], ReadonlyMap<string, Anlaufpunkt>>();

/** A place as it is shown, by its id. */
export function shownPlace(state: AppState, id: string | undefined): Anlaufpunkt | undefined {
  if (id === undefined) return undefined;
  const places = shownPlaces(state);
  let known = byId.get(places);
  if (!known) {
    known = new Map(places.map((place) => [place.id, place]));
    byId.set(places, known);
  }
  return known.get(id);
}

/** Keys of the view that leave out offers, with the age group that is asked for. */
export const FILTER_KEYS = ["topic", "group", "open", "wheelchair", "speaks", "status", "people"] as const;

export function isFiltered(view: View): boolean {
  return FILTER_KEYS.some((key) => view[key] !== undefined);
}

const chosen = new WeakMap<readonly Anlaufpunkt[], Map<string, readonly Anlaufpunkt[]>>();
const opened = new WeakMap<OpenPlaces, number>();
let answers = 0;

/**
 * The places that count for what is asked: of the chosen kinds, existing unless other states are chosen, and offering what is wished.
 * What a place does not say it does not offer; a place that is only thought of offers everything but its kind. Undefined while it is
 * not known yet who is open. The same list for the same question.
 */
export function countingPlaces(
  state: AppState,
  places: readonly Anlaufpunkt[] = shownPlaces(state),
): readonly Anlaufpunkt[] | undefined {
  const { view } = state;
  const open = view.open && openPlaces(state);
  if (view.open && !open) return undefined;
  if (open && !opened.has(open)) opened.set(open, ++answers);
  const kinds = activeKinds(state);
  const { topic, group, speaks, wheelchair, status = ["existing"] } = view;
  const key = JSON.stringify([kinds, topic, group, speaks, wheelchair, status, open && opened.get(open)]);
  const known = chosen.get(places) ?? new Map<string, readonly Anlaufpunkt[]>();
  chosen.set(places, known);
  let counting = known.get(key);
  if (!counting) {
    counting = places.filter((place) => {
      if (!kinds.includes(place.kind) || !status.includes(place.status)) return false;
      if (place.resource === SCENARIO_RESOURCE) return true;
      return (
        offersOne(place.topics, topic) &&
        offersOne(place.targetGroups, group) &&
        offersOne(place.languages, speaks) &&
        (wheelchair === undefined || place.wheelchair === "yes" || place.wheelchair === wheelchair) &&
        (!open || open.open.has(place.id))
      );
    });
    // A place that is dragged about makes a list per drop: the old ones are of no use.
    if (known.size > 20) known.clear();
    known.set(key, counting);
  }
  return counting;
}

/** Who is open at the time that is asked for; undefined until it is answered. */
function openPlaces({ view, transient, document }: AppState): OpenPlaces | undefined {
  const answer = transient.answers.openPlaces;
  return answer && answer.time === view.open && answer.of === document.supply?.anlaufpunkte ? answer : undefined;
}

function offersOne(offered: readonly string[], wished: readonly string[] | undefined): boolean {
  return wished === undefined || wished.some((one) => offered.includes(one));
}

/** What a filter cannot know of places that it leaves out, so that nobody takes silence for a no. */
export interface SilentPlaces {
  readonly hours: number;
  readonly wheelchair: number;
}

export function silentPlaces(state: AppState): SilentPlaces {
  const { view } = state;
  if (!view.open && view.wheelchair === undefined) return { hours: 0, wheelchair: 0 };
  const kinds = activeKinds(state);
  const states: readonly string[] = view.status ?? ["existing"];
  const asked = shownPlaces(state).filter(({ kind, status }) => kinds.includes(kind) && states.includes(status));
  const unknown = openPlaces(state)?.unknown;
  return {
    hours: view.open && unknown ? asked.filter(({ id }) => unknown.has(id)).length : 0,
    wheelchair:
      view.wheelchair === undefined
        ? 0
        : asked.filter((place) => place.wheelchair === undefined && place.resource !== SCENARIO_RESOURCE).length,
  };
}
