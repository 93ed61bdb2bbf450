import { expect, test, vi } from "vitest";
import { openPlacesTask } from "../../src/analysis/offers/offers-tasks.ts";
import { serveOffers } from "../../src/analysis/offers/serve-offers.ts";
import { openPlacesAnswer } from "../../src/commands/answers/open-places.ts";
import { type App, changeDocument, type Services, setView } from "../../src/commands/app.ts";
import { follow } from "../../src/commands/follow.ts";
import { prepareOpeningHours } from "../../src/commands/prepare-opening-hours.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { countingPlaces, silentPlaces } from "../../src/state/selectors/active-offers.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";

const place = (id: string, openingHours?: string): Anlaufpunkt => ({
  id,
  name: id,
  kind: "quartierszentrum",
  lon: 10,
  lat: 51,
  topics: [],
  targetGroups: [],
  languages: [],
  status: "existing",
  openingHours,
  resource: "places",
});

const anlaufpunkte = [place("week", "Mo-Fr 09:00-18:00"), place("saturday", "Sa 10:00-12:00"), place("silent")];

function open(registry: TaskRegistry): App {
  const app = {
    store: createAppStore(),
    services: {
      runner: inlineRunner(registry),
      address: { read: () => "", write: () => undefined },
    } as unknown as Services,
  };
  changeDocument(app, {
    supply: {
      anlaufpunkte,
      kinds: [{ id: "quartierszentrum", title: { de: "", en: "" }, plural: { de: "", en: "" }, existing: 3 }],
      anlaufpunkteOrigins: [],
    },
  });
  follow(app, openPlacesAnswer(app));
  return app;
}

const counting = (app: App) => countingPlaces(app.store.getState())?.map(({ id }) => id);

test("C21: only who is open then counts; nobody counts before that is known, and who says nothing is counted as silent", async () => {
  const registry = new TaskRegistry();
  serveOffers(registry);
  const app = open(registry);
  expect(counting(app)).toEqual(["week", "saturday", "silent"]);
  setView(app, { open: { day: "sa" } });
  expect(counting(app)).toBeUndefined();
  await vi.waitFor(() => expect(counting(app)).toEqual(["saturday"]), 5000);
  expect(silentPlaces(app.store.getState()).hours).toBe(1);
  setView(app, { open: { from: 17 * 60 } });
  expect(counting(app)).toBeUndefined();
  await vi.waitFor(() => expect(counting(app)).toEqual(["week"]), 5000);
  setView(app, { open: undefined });
  expect(counting(app)).toEqual(["week", "saturday", "silent"]);
});

test("where hours cannot be read at all, the wish is set aside with a word instead of waiting for ever", async () => {
  const registry = new TaskRegistry();
  registry.register(openPlacesTask, async () => {
    throw new Error("no library");
  });
  const app = open(registry);
  setView(app, { open: { day: "sa" } });
  await vi.waitFor(() => expect(app.store.getState().view.open).toBeUndefined());
  expect(counting(app)).toHaveLength(3);
  expect(app.store.getState().transient.notices.map(({ text }) => text)).toEqual([
    { key: "task-failed", what: "open-places", reason: "Error: no library" },
  ]);
  expect(app.store.getState().transient.pending["open-places"]).toBeUndefined();
});

test("looking at the filter has the hours of all places read ahead, once per city, without asking anything", async () => {
  const asked: (string | undefined)[][] = [];
  const registry = new TaskRegistry();
  registry.register(openPlacesTask, async ({ hours }) => {
    asked.push([...hours]);
    throw new Error("no library");
  });
  const app = open(registry);
  prepareOpeningHours(app);
  prepareOpeningHours(app);
  await vi.waitFor(() => expect(asked).toEqual([["Mo-Fr 09:00-18:00", "Sa 10:00-12:00", undefined]]));
  const { transient, view } = app.store.getState();
  expect([view.open, transient.notices, "open-places" in transient.pending]).toEqual([undefined, [], false]);
});
