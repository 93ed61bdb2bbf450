import { scenarioTexts } from "../i18n/scenario-texts.ts";
import { sitingTexts } from "../i18n/siting-texts.ts";
import type { App } from "./app.ts";
import { changeView } from "./change-view.ts";
import { addSites } from "./edit-scenario.ts";
import { cancelProof } from "./prove-sites.ts";

/** The proposed sites become places of the shown what-if, or of a new one, in one step that undo takes back; then it is shown. */
export function adoptSites(app: App): void {
  cancelProof(app);
  const { bestSites } = app.store.getState().transient.answers;
  if (!bestSites || !("proposal" in bestSites)) return;
  const { view, document } = app.store.getState();
  const { siteName } = sitingTexts[view.lang];
  const title = scenarioTexts[view.lang].named(document.scenarios.length + 1);
  const sites = bestSites.sites.map(({ lon, lat, name }) => ({ lon, lat, ...(name && { name }) }));
  addSites(app, sites, { title, siteName }, "scenario-proposed");
  changeView(app, { panel: "scenario" });
}
