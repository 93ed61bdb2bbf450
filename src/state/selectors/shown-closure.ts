import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import { SCENARIO_RESOURCE } from "../../domain/scenario.ts";
import type { ClosureAnswer } from "../answers.ts";
import type { AppState } from "../app-state.ts";
import { activeLevel } from "./active-level.ts";

/** What would be lost with each place that counts; while a place is dragged about, as it was before. Undefined until it is known. */
export function shownClosure(state: AppState): ClosureAnswer | undefined {
  const { closure } = state.transient.answers;
  const { coverage, drag } = state.transient;
  if (!closure || closure.coverage.levelId !== activeLevel(state)?.id) return undefined;
  return closure.coverage === coverage || drag ? closure : undefined;
}

/** A place with the residents who would lose their only one. */
export interface SolePlace {
  readonly place: Anlaufpunkt;
  readonly losing: number;
  /** Residents whose nearest it is, however far. */
  readonly nearest: number;
  /** A place that is only thought of is withdrawn, not closed. */
  readonly canClose: boolean;
}

/** Most people first; places on which nobody depends are left out. */
export function solePlaces({ coverage, check }: ClosureAnswer): SolePlace[] {
  return coverage.places
    .map((place, k) => ({
      place,
      losing: check.losing[k] as number,
      nearest: check.nearest[k] as number,
      canClose: place.resource !== SCENARIO_RESOURCE,
    }))
    .filter(({ losing }) => losing > 0)
    .sort((a, b) => b.losing - a.losing || (a.place.id < b.place.id ? -1 : 1));
}
