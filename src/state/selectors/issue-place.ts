import type { Issue } from "../../domain/issue.ts";
import type { AppState } from "../app-state.ts";
import { sozialraumIndex } from "./active-level.ts";

/** The Sozialraum that an issue speaks of, if its context names one that is open. */
export function issuePlace(state: AppState, issue: Issue): { level: string; id: string; name: string } | undefined {
  const id = issue.context.sozialraum ?? issue.context.id;
  if (id === undefined) return undefined;
  for (const level of state.document.map?.levels ?? []) {
    const index = sozialraumIndex(level, String(id));
    const area = index === undefined ? undefined : level.sozialraeume[index];
    if (area) return { level: level.id, id: area.id, name: area.name };
  }
  return undefined;
}
