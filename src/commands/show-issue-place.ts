import type { IssuePlace } from "../state/selectors/issue-places.ts";
import { type App, changeTransient } from "./app.ts";
import { changeView } from "./change-view.ts";
import { showAnlaufpunkt, showPoint, showSozialraum } from "./show-on-map.ts";

/** Leads to what an issue speaks of: on the map, among the indicators or the goals. */
export function showIssuePlace(app: App, place: Exclude<IssuePlace, { readonly on: "resource" }>): void {
  switch (place.on) {
    case "sozialraum":
      showSozialraum(app, place.id, { level: place.level });
      break;
    case "anlaufpunkt":
      showAnlaufpunkt(app, place.id);
      break;
    case "point":
      showPoint(app, place);
      break;
    case "indicator":
      changeView(app, { view: "vergleich", indicator: place.id, period: undefined });
      break;
    case "goal":
      changeTransient(app, { soughtGoal: place.id });
      changeView(app, { view: "ziele" });
  }
}

/** The goal has been brought into view. */
export function foundGoal(app: App): void {
  changeTransient(app, { soughtGoal: undefined });
}
