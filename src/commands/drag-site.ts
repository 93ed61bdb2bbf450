import { prepareMoveTask } from "../analysis/coverage/coverage-tasks.ts";
import { MovingSite } from "../analysis/coverage/move-site.ts";
import { beginWalkedMoveTask, walkedMoveStepTask } from "../analysis/network/network-tasks.ts";
import type { CoverageAnswer } from "../state/coverage-answer.ts";
import { sitesOf } from "./answers/coverage.ts";
import { type App, changeTransient } from "./app.ts";
import { editSite } from "./edit-scenario.ts";

type Step = Pick<CoverageAnswer, "coverage" | "snapping">;

/** A drag that runs: the city follows as soon as the worker has laid out what its steps are measured against. */
interface Drag {
  readonly id: string;
  readonly before: CoverageAnswer;
  /** Measures the city with the place there; at once for straight lines, a moment later along the network. */
  step?: (lon: number, lat: number) => Step | undefined;
}

const drags = new WeakMap<App, Drag>();

/** A place is taken up: prepares the steps. Only a place that counts changes the coverage; any other just moves. */
export function beginDrag(app: App, id: string): void {
  const { coverage } = app.store.getState().transient;
  if (!coverage) return;
  const drag: Drag = { id, before: coverage };
  drags.set(app, drag);
  const moving = coverage.places.findIndex((place) => place.id === id);
  if (moving < 0) return;
  const prepared = coverage.way === "walk" ? alongNetwork(app, drag, moving) : inStraightLine(app, coverage, moving);
  prepared.then(
    (step) => {
      if (!step || drags.get(app) !== drag) return;
      drag.step = step;
      const { drag: at } = app.store.getState().transient;
      if (at) dragTo(app, at.lon, at.lat);
    },
    () => undefined, // without it the answer comes when the place is let go
  );
}

function moveInput(app: App, { key, places, coverage }: CoverageAnswer, moving: number) {
  const { reach, detour, reachedShare } = coverage.settings;
  const options = { reach, detour, reachedShare, hasAnlaufpunkte: true };
  const walking = { withoutSteps: app.store.getState().view.steps === "none" };
  return { demand: key, sites: sitesOf(places), moving, options, walking };
}

/** Steps on the page itself: the frame that shows where the hand is shows what that means. */
async function inStraightLine(app: App, before: CoverageAnswer, moving: number): Promise<Drag["step"]> {
  const field = await app.services.runner.run(prepareMoveTask, moveInput(app, before, moving));
  if (!field) return undefined;
  const { residents, area } = before.demand;
  const site = new MovingSite({ ...field, residents, area });
  return (lon, lat) => ({ coverage: site.to(lon, lat) });
}

/** Steps in the worker that has the network: one at a time, and always the last place that was asked for. */
async function alongNetwork(app: App, drag: Drag, moving: number): Promise<Drag["step"]> {
  const { runner } = app.services;
  const { key } = drag.before;
  if (!(await runner.run(beginWalkedMoveTask, moveInput(app, drag.before, moving)))) return undefined;
  let next: { readonly lon: number; readonly lat: number } | undefined;
  let isBusy = false;
  const walk = async () => {
    isBusy = true;
    while (next) {
      const at = next;
      next = undefined;
      const walked = await runner.run(walkedMoveStepTask, { demand: key, ...at });
      if (walked && drags.get(app) === drag) show(app, drag, at.lon, at.lat, walked);
    }
  };
  return (lon, lat) => {
    next = { lon, lat };
    if (!isBusy)
      walk()
        .catch(() => undefined) // the answer comes when the place is let go
        .finally(() => {
          isBusy = false;
        });
    return undefined;
  };
}

/** One step: map, headline, list and table follow in the same frame. */
export function dragTo(app: App, lon: number, lat: number): void {
  const drag = drags.get(app);
  if (!drag) return;
  const step = drag.step?.(lon, lat);
  if (step) show(app, drag, lon, lat, step);
  else changeTransient(app, { drag: { id: drag.id, lon, lat } });
}

function show(app: App, { id, before }: Drag, lon: number, lat: number, step: Step): void {
  const places = before.places.map((place) => (place.id === id ? { ...place, lon, lat } : place));
  const { drag: at = { id, lon, lat } } = app.store.getState().transient;
  changeTransient(app, {
    drag: at.id === id && step.snapping ? at : { id, lon, lat },
    coverage: { ...before, ...step, places },
  });
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
