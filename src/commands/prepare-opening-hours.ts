import { openPlacesTask } from "../analysis/offers/offers-tasks.ts";
import type { Anlaufpunkt } from "../domain/anlaufpunkt.ts";
import type { App } from "./app.ts";

const prepared = new WeakSet<readonly Anlaufpunkt[]>();

/**
 * Somebody looks at what offers can be narrowed by: the worker loads the library of opening hours and reads the texts of this city, so that
 * the first question is answered like any other. The texts stay read there, whatever the time that is asked for.
 */
export function prepareOpeningHours(app: App): void {
  const of = app.store.getState().document.supply?.anlaufpunkte;
  if (!of || prepared.has(of)) return;
  prepared.add(of);
  const hours = of.map((place) => place.openingHours);
  // Who asks in earnest hears what is wrong.
  app.services.runner.run(openPlacesTask, { hours, time: { day: "mo" } }).catch(() => prepared.delete(of));
}
