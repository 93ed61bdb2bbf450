import type { Issue } from "../../domain/issue.ts";
import type { AppState } from "../app-state.ts";
import { sozialraumIndex } from "./active-level.ts";

/** What an issue speaks of and the map can show. */
export type IssuePlace =
  | { readonly on: "sozialraum"; readonly level: string; readonly id: string; readonly name: string }
  | { readonly on: "anlaufpunkt"; readonly id: string; readonly name: string };

/** The Sozialraum or the Anlaufpunkt that an issue's context names, if it is open. */
export function issuePlace(state: AppState, issue: Issue): IssuePlace | undefined {
  const id = issue.context.sozialraum ?? issue.context.id;
  if (id === undefined) return undefined;
  const { map, supply } = state.document;
  for (const level of map?.levels ?? []) {
    const index = sozialraumIndex(level, String(id));
    const area = index === undefined ? undefined : level.sozialraeume[index];
    if (area) return { on: "sozialraum", level: level.id, id: area.id, name: area.name };
  }
  const place = supply?.anlaufpunkte.find((candidate) => candidate.id === String(id));
  return place && { on: "anlaufpunkt", id: place.id, name: place.name || place.address || place.id };
}
