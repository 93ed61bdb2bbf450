import { scenarioTexts } from "../i18n/scenario-texts.ts";
import { activeScenario } from "../state/selectors/active-offers.ts";
import type { App } from "./app.ts";
import { createScenario, editSite } from "./edit-scenario.ts";

/** Closes a place in the shown what-if; where today is shown, a new one begins with it. */
export function closeSite(app: App, id: string): void {
  const state = app.store.getState();
  if (activeScenario(state)) {
    editSite(app, id, "close", { status: "closed" });
    return;
  }
  const title = scenarioTexts[state.view.lang].named(state.document.scenarios.length + 1);
  createScenario(app, title, { id: "", title, added: [], edited: { [id]: { status: "closed" } } });
}
