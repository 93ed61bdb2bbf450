import { prepareMoveTask } from "../analysis/coverage/coverage-tasks.ts";
import { MovingSite } from "../analysis/coverage/move-site.ts";
import type { CoverageAnswer } from "../state/coverage-answer.ts";
import { sitesOf } from "./answers/coverage.ts";
import { type App, changeTransient } from "./app.ts";
import { editSite } from "./edit-scenario.ts";

/** A drag that runs: the city follows as soon as the worker has laid out what its steps are measured against. */
interface Drag {
  readonly id: string;
  readonly before: CoverageAnswer;
  site?: MovingSite;
}

const drags = new WeakMap<App, Drag>();

/** A place is taken up: prepares the steps. Only a place that counts changes the coverage; any other just moves. */
export function beginDrag(app: App, id: string): void {
  const { coverage } = app.store.getState().transient;
  if (!coverage) return;
  const drag: Drag = { id, before: coverage };
  drags.set(app, drag);
  const moving = coverage.places.findIndex((place) => place.id === id);
  if (moving < 0 || coverage.way !== "straight") return;
  const { reach, detour, reachedShare } = coverage.coverage.settings;
  const input = {
    demand: coverage.key,
    sites: sitesOf(coverage.places),
    moving,
    options: { reach, detour, reachedShare, hasAnlaufpunkte: true },
  };
  void app.services.runner.run(prepareMoveTask, input).then(
    (field) => {
      if (!field || drags.get(app) !== drag) return;
      drag.site = new MovingSite(field);
      const { drag: at } = app.store.getState().transient;
      if (at) dragTo(app, at.lon, at.lat);
    },
    () => undefined, // without it the answer comes when the place is let go
  );
}

/** One step: map, headline, list and table follow in the same frame. */
export function dragTo(app: App, lon: number, lat: number): void {
  const drag = drags.get(app);
  if (!drag) return;
  const at = { id: drag.id, lon, lat };
  const coverage = drag.site?.to(lon, lat);
  if (!coverage) {
    changeTransient(app, { drag: at });
    return;
  }
  const places = drag.before.places.map((place) => (place.id === drag.id ? { ...place, lon, lat } : place));
  changeTransient(app, { drag: at, coverage: { ...drag.before, coverage, places } });
}

/** The place is let go: it stands there now. */
export function dropSite(app: App): void {
  const { drag } = app.store.getState().transient;
  const isRunning = drags.delete(app);
  changeTransient(app, { drag: undefined });
  // The whole city is measured once more; until then what the last step showed stays.
  if (drag && isRunning) editSite(app, drag.id, "move", { lon: drag.lon, lat: drag.lat });
}

/** As if it had never been taken up. */
export function cancelDrag(app: App): void {
  const drag = drags.get(app);
  drags.delete(app);
  changeTransient(app, { drag: undefined, ...(drag && { coverage: drag.before }) });
}
