import type { Goal } from "../../domain/goal.ts";
import type { Vorhaben } from "../../domain/vorhaben.ts";
import type { AppState } from "../app-state.ts";

export interface VorhabenHere {
  readonly vorhaben: Vorhaben;
  readonly goals: readonly Goal[];
}

/** The Vorhaben of a Sozialraum (those of the whole city are not counted as its own) with the goals that they serve. */
export function vorhabenHere(state: AppState, id: string): VorhabenHere[] {
  const { records } = state.document;
  if (!records) return [];
  const goals = new Map(records.goals.map((goal) => [goal.id, goal]));
  return records.vorhaben
    .filter((vorhaben) => vorhaben.sozialraeume.includes(id))
    .map((vorhaben) => ({
      vorhaben,
      goals: vorhaben.goals.flatMap((goal) => goals.get(goal) ?? []),
    }));
}
