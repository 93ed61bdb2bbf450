import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { AppState } from "../app-state.ts";
import { activeKinds } from "./active-kinds.ts";

/** What the places of the chosen kinds offer, each word with the number of existing places that say it, frequent ones first. */
export interface OfferWords {
  readonly topics: readonly OfferWord[];
  readonly groups: readonly OfferWord[];
  readonly languages: readonly OfferWord[];
  readonly hasHours: boolean;
  readonly hasWheelchair: boolean;
  readonly states: ReadonlySet<string>;
}

export interface OfferWord {
  readonly word: string;
  readonly places: number;
}

const known = new WeakMap<readonly Anlaufpunkt[], Map<readonly string[], OfferWords>>();

/** The same object for the same places and kinds; undefined until they have arrived. */
export function offerWords(state: AppState): OfferWords | undefined {
  const places = state.document.supply?.anlaufpunkte;
  if (!places) return undefined;
  const kinds = activeKinds(state);
  const byKinds = known.get(places) ?? new Map<readonly string[], OfferWords>();
  known.set(places, byKinds);
  let words = byKinds.get(kinds);
  if (!words) {
    const asked = places.filter(({ kind }) => kinds.includes(kind));
    words = {
      topics: counted(asked, ({ topics }) => topics),
      groups: counted(asked, ({ targetGroups }) => targetGroups),
      languages: counted(asked, ({ languages }) => languages),
      hasHours: asked.some(({ openingHours }) => openingHours !== undefined),
      hasWheelchair: asked.some(({ wheelchair }) => wheelchair !== undefined),
      states: new Set(asked.map(({ status }) => status)),
    };
    byKinds.set(kinds, words);
  }
  return words;
}

function counted(places: readonly Anlaufpunkt[], wordsOf: (place: Anlaufpunkt) => readonly string[]): OfferWord[] {
  const counts = new Map<string, number>();
  for (const place of places) {
    for (const word of new Set(wordsOf(place))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, places]) => ({ word, places }))
    .sort((a, b) => b.places - a.places || (a.word < b.word ? -1 : 1));
}
