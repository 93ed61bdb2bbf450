import type { Anlaufpunkt } from "./anlaufpunkt.ts";

/** What is different about a place of the package; what is left out stays as it is. */
export interface SiteEdit {
  readonly lon?: number | undefined;
  readonly lat?: number | undefined;
  readonly kind?: string | undefined;
  readonly capacity?: number | undefined;
  readonly status?: "existing" | "closed" | undefined;
}

/** A place that is only thought of. */
export interface AddedSite {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly lon: number;
  readonly lat: number;
  readonly capacity?: number | undefined;
}

/** A what-if beside today: what differs from the places of the package. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly added: readonly AddedSite[];
  /** By id of the place. */
  readonly edited: Readonly<Record<string, SiteEdit>>;
}

/** Resource of a place that no package has. */
export const SCENARIO_RESOURCE = "szenario";

const known = new WeakMap<Scenario, { readonly of: readonly Anlaufpunkt[]; readonly places: readonly Anlaufpunkt[] }>();

/** The places as they would be: the package's with their edits, then the added ones. The same list for the same two. */
export function placesOf(scenario: Scenario | undefined, anlaufpunkte: readonly Anlaufpunkt[]): readonly Anlaufpunkt[] {
  if (!scenario) return anlaufpunkte;
  const before = known.get(scenario);
  if (before?.of === anlaufpunkte) return before.places;
  const edits = new Map(Object.entries(scenario.edited));
  const places = anlaufpunkte.map((place) => withEdit(place, edits.get(place.id)));
  for (const site of scenario.added) places.push(thoughtOf(site));
  known.set(scenario, { of: anlaufpunkte, places });
  return places;
}

function withEdit(place: Anlaufpunkt, edit: SiteEdit | undefined): Anlaufpunkt {
  if (!edit) return place;
  const said = Object.entries(edit).filter(([, value]) => value !== undefined);
  return { ...place, ...Object.fromEntries(said) };
}

function thoughtOf(site: AddedSite): Anlaufpunkt {
  return { ...site, topics: [], targetGroups: [], languages: [], status: "existing", resource: SCENARIO_RESOURCE };
}

export type ChangeName = "add" | "move" | "close" | "reopen" | "kind" | "capacity";

/** What a scenario changes, one entry per place and change, in the order of its places. */
export interface ScenarioChange {
  readonly change: ChangeName;
  readonly id: string;
}

/** Edits that say what the package says already are no changes. */
export function changesOf(scenario: Scenario, anlaufpunkte: readonly Anlaufpunkt[]): ScenarioChange[] {
  const changes: ScenarioChange[] = [];
  for (const place of anlaufpunkte) {
    const edit = Object.hasOwn(scenario.edited, place.id) ? scenario.edited[place.id] : undefined;
    if (!edit) continue;
    const put = (change: ChangeName, differs: boolean) => {
      if (differs) changes.push({ change, id: place.id });
    };
    const { lon = place.lon, lat = place.lat, status = place.status } = edit;
    put("move", lon !== place.lon || lat !== place.lat);
    put("close", status === "closed" && place.status !== "closed");
    put("reopen", status === "existing" && place.status !== "existing");
    put("kind", edit.kind !== undefined && edit.kind !== place.kind);
    put("capacity", edit.capacity !== undefined && edit.capacity !== place.capacity);
  }
  for (const { id } of scenario.added) changes.push({ change: "add", id });
  return changes;
}
