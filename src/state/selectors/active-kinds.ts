import { type AnlaufpunktKind, defaultKinds } from "../../domain/anlaufpunkt.ts";
import type { AppState } from "../app-state.ts";

const NONE: readonly string[] = [];
const chosenByInput = new WeakMap<readonly AnlaufpunktKind[], Map<string, readonly string[]>>();

/** The chosen kinds that the package has; without a choice those of the contract. The same list for the same choice. */
export function activeKinds(state: AppState): readonly string[] {
  const kinds = state.document.supply?.kinds;
  if (!kinds) return NONE;
  const key = state.view.kind?.join() ?? "";
  const cached = chosenByInput.get(kinds) ?? new Map<string, readonly string[]>();
  chosenByInput.set(kinds, cached);
  let chosen = cached.get(key);
  if (!chosen) {
    const known = kinds.filter((kind) => state.view.kind?.includes(kind.id)).map((kind) => kind.id);
    chosen = known.length > 0 ? known : defaultKinds(kinds);
    cached.set(key, chosen);
  }
  return chosen;
}
