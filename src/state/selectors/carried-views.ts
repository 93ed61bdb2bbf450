import type { KeptView } from "../../domain/kept-view.ts";
import type { Scenario } from "../../domain/scenario.ts";
import { readAddress, writeAddress } from "../address.ts";
import type { AppState } from "../app-state.ts";
import { type UnknownChoice, unknownChoices } from "./unknown-choices.ts";

/** What a kept view asks for and the open package does not have. */
export interface GoneChoice extends UnknownChoice {
  readonly view: string;
}

/**
 * Views that were kept over another version of the package, as they would stand beside those that are there; one that shows the same is
 * there already. They stay as they were kept: what they ask for in vain is left out whenever they are opened, and listed here.
 * @param scenarios all what-ifs that will be there then
 * @param ids own id of a what-if → its id among those
 */
export function carriedViews(
  state: AppState,
  views: readonly KeptView[],
  scenarios: readonly Scenario[],
  ids: ReadonlyMap<string, string>,
): { readonly views: KeptView[]; readonly gone: GoneChoice[] } {
  const { document } = state;
  const carried: KeptView[] = [];
  const gone: GoneChoice[] = [];
  for (const kept of views) {
    const { view } = readAddress(kept.address);
    const scenario = ids.get(view.scenario ?? "") ?? view.scenario;
    const address = scenario === view.scenario ? kept.address : writeAddress({ ...view, scenario });
    const all = [...document.keptViews, ...carried];
    if (all.some((other) => other.address === address)) continue;
    let { id } = kept;
    for (let number = 2; all.some((other) => other.id === id); number++) id = `${kept.id}-${number}`;
    carried.push({ ...kept, id, address });
    const then = { ...state, document: { ...document, scenarios }, view: { ...view, scenario } };
    for (const choice of unknownChoices(then)) gone.push({ ...choice, view: kept.title });
  }
  return { views: carried, gone };
}
