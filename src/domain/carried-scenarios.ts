import { distanceMetres } from "../geo/distance.ts";
import type { Anlaufpunkt } from "./anlaufpunkt.ts";
import type { AddedSite, Scenario, SiteEdit } from "./scenario.ts";

/** A place of one name that moved further than this is another one: a house is corrected by less. */
const SAME_WITHIN_METRES = 250;

/** A change of a what-if at a place that is not there any more. */
export interface GonePlace {
  readonly scenario: string;
  /** Its name where the places of before are known and it has one, else its id. */
  readonly place: string;
}

/**
 * What-ifs thought of over one version of the places, carried to another. An edit follows its place: by its id, unless another place has
 * the id now (rows without an id are known by their line), then by its name and where it stood. What follows nothing is left out and
 * listed, and a what-if of which nothing is left with it; places that are only thought of come along, under a free id where theirs is taken.
 * @param before the places over which they were thought; undefined = not known, then ids alone count
 */
export function carriedScenarios(
  scenarios: readonly Scenario[],
  before: readonly Anlaufpunkt[] | undefined,
  now: readonly Anlaufpunkt[],
): { readonly scenarios: Scenario[]; readonly gone: GonePlace[] } {
  const byId = new Map(now.map((place) => [place.id, place]));
  const old = before && new Map(before.map((place) => [place.id, place]));
  const gone: GonePlace[] = [];
  const carried = scenarios.flatMap((scenario): Scenario[] => {
    const said = Object.entries(scenario.edited);
    const edits: [string, SiteEdit][] = [];
    for (const [id, edit] of said) {
      const was = old?.get(id);
      const is = !old ? byId.get(id) : was && again(was, byId.get(id), now);
      if (is && !edits.some(([taken]) => taken === is.id)) edits.push([is.id, edit]);
      else gone.push({ scenario: scenario.title, place: was?.name || id });
    }
    // What would say nothing any more is not the what-if that it was.
    if (said.length > 0 && edits.length === 0 && scenario.added.length === 0) return [];
    const added: AddedSite[] = [];
    for (const site of scenario.added) {
      const isTaken = (id: string) => byId.has(id) || added.some((one) => one.id === id);
      added.push({ ...site, id: freeId(site.id, isTaken) });
    }
    // fromEntries defines own properties, so a place called __proto__ stays a place.
    return [{ ...scenario, added, edited: Object.fromEntries(edits) }];
  });
  return { scenarios: carried, gone };
}

function again(
  was: Anlaufpunkt,
  sameId: Anlaufpunkt | undefined,
  now: readonly Anlaufpunkt[],
): Anlaufpunkt | undefined {
  const isNamed = (place: Anlaufpunkt) => was.name !== "" && place.name === was.name;
  const isNear = ({ lon, lat }: Anlaufpunkt) => distanceMetres(was.lon, was.lat, lon, lat) <= SAME_WITHIN_METRES;
  if (sameId && (isNamed(sameId) || isNear(sameId))) return sameId;
  const found = now.filter((place) => isNamed(place) && isNear(place));
  return found.length === 1 ? found[0] : undefined;
}

function freeId(id: string, isTaken: (id: string) => boolean): string {
  let free = id;
  for (let number = 2; isTaken(free); number++) free = `${id}-${number}`;
  return free;
}
