import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { CoverageStatus } from "../../domain/coverage-row.ts";
import { type ChangeName, changesOf } from "../../domain/scenario.ts";
import type { AppState } from "../app-state.ts";
import type { CityFigures } from "../city-figures.ts";
import type { CoverageAnswer } from "../coverage-answer.ts";
import { activeLevel } from "./active-level.ts";
import { activeScenario, shownPlaces } from "./active-offers.ts";

/** A place that the shown what-if changes, with everything that it changes about it. */
export interface ChangedPlace {
  readonly place: Anlaufpunkt;
  readonly changes: readonly ChangeName[];
}

/** In the order of the places; the added ones last. */
export function changedPlaces(state: AppState): ChangedPlace[] {
  const scenario = activeScenario(state);
  if (!scenario) return [];
  const byId = new Map<string, ChangeName[]>();
  for (const { id, change } of changesOf(scenario, state.document.supply?.anlaufpunkte ?? [])) {
    byId.set(id, [...(byId.get(id) ?? []), change]);
  }
  return shownPlaces(state).flatMap((place) => {
    const changes = byId.get(place.id);
    return changes ? [{ place, changes }] : [];
  });
}

export function cityFigures({ coverage: { city } }: CoverageAnswer): CityFigures {
  return {
    residents_reached: city.reached,
    reached_share: city.share,
    residents_unreached: city.unreached,
    without: city.without,
    gap: city.areas.gap,
  };
}

/** A Sozialraum in which the what-if changes something. */
export interface ChangedArea {
  readonly id: string;
  readonly name: string;
  readonly gained: number;
  readonly lost: number;
  readonly before: CoverageStatus;
  readonly after: CoverageStatus;
}

const changedByEffect = new WeakMap<object, readonly ChangedArea[]>();

/** Most people first; undefined until it is measured. The same list for the same effect. */
export function changedAreas(state: AppState): readonly ChangedArea[] | undefined {
  const effect = state.transient.answers.scenarioEffect;
  const level = activeLevel(state);
  if (!effect || effect.after.levelId !== level?.id) return undefined;
  let areas = changedByEffect.get(effect);
  if (!areas) {
    const { change, before, after } = effect;
    areas = level.sozialraeume
      .map(({ id, name }, a) => ({
        id,
        name,
        gained: change.areas.gained[a] as number,
        lost: change.areas.lost[a] as number,
        before: before.coverage.areas.status[a] as CoverageStatus,
        after: after.coverage.areas.status[a] as CoverageStatus,
      }))
      .filter(({ gained, lost, before, after }) => gained > 0 || lost > 0 || before !== after)
      .sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || (a.id < b.id ? -1 : 1));
    changedByEffect.set(effect, areas);
  }
  return areas;
}
