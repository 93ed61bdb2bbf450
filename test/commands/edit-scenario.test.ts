import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { App, Services } from "../../src/commands/app.ts";
import { changeDocument } from "../../src/commands/app.ts";
import { redoEdit, undoEdit } from "../../src/commands/edit-document.ts";
import {
  addSites,
  chooseScenario,
  createScenario,
  editSite,
  removeScenario,
  renameScenario,
  renameSite,
  withdrawSite,
} from "../../src/commands/edit-scenario.ts";
import { keepView, removeKeptView } from "../../src/commands/keep-view.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import { changesOf, placesOf } from "../../src/domain/scenario.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { activeScenario, shownPlaces } from "../../src/state/selectors/active-offers.ts";

const TEXTS = { title: "Szenario", siteName: (number: number) => `Standort ${number}` };

function place(id: string, more: Partial<Anlaufpunkt> = {}): Anlaufpunkt {
  const nothing = { topics: [], targetGroups: [], languages: [], resource: "places" };
  return {
    id,
    name: `Haus ${id}`,
    kind: "quartierszentrum",
    lon: 10,
    lat: 51,
    status: "existing",
    ...nothing,
    ...more,
  };
}

function open(): App {
  const app = {
    store: createAppStore(),
    services: {
      address: { read: () => "", write: () => undefined },
      clock: { now: () => new Date(0) },
      keeper: { read: () => undefined, write: () => undefined },
    } as unknown as Services,
  };
  changeDocument(app, {
    supply: {
      anlaufpunkte: [place("a"), place("b", { status: "closed" })],
      kinds: [{ id: "quartierszentrum", title: { de: "", en: "" }, plural: { de: "", en: "" }, existing: 1 }],
      anlaufpunkteOrigins: [],
    },
  });
  return app;
}

/** What undo promises to bring back. */
function edited({ store }: App) {
  const { document, view } = store.getState();
  return { scenarios: document.scenarios, keptViews: document.keptViews, scenario: view.scenario };
}

describe("a what-if", () => {
  test("begins with the first place that is thought of, and leaves today as it is", () => {
    const app = open();
    const [id] = addSites(app, [{ lon: 10.1, lat: 51.1 }], TEXTS);
    const state = app.store.getState();
    expect(activeScenario(state)?.title).toBe("Szenario");
    expect(shownPlaces(state).map((one) => one.id)).toEqual(["a", "b", id]);
    expect(state.document.supply?.anlaufpunkte).toHaveLength(2);
    chooseScenario(app, undefined);
    expect(shownPlaces(app.store.getState())).toHaveLength(2);
  });

  test("says what it changes, and nothing for an edit that changes nothing", () => {
    const app = open();
    createScenario(app, "Umbau");
    editSite(app, "a", "move", { lon: 10.2, lat: 51 });
    editSite(app, "b", "reopen", { status: "existing" });
    editSite(app, "a", "capacity", { capacity: 3 });
    const state = app.store.getState();
    const today = state.document.supply?.anlaufpunkte ?? [];
    const scenario = activeScenario(state);
    expect(scenario && changesOf(scenario, today)).toEqual([
      { change: "move", id: "a" },
      { change: "capacity", id: "a" },
      { change: "reopen", id: "b" },
    ]);
    editSite(app, "a", "move", { lon: 10, lat: 51 });
    expect(
      changesOf(activeScenario(app.store.getState()) ?? { id: "", title: "", added: [], edited: {} }, today),
    ).toHaveLength(2);
    withdrawSite(app, "a");
    expect(placesOf(activeScenario(app.store.getState()), today)[0]).toBe(today[0]);
  });

  test("an id like __proto__ is a place like any other", () => {
    const app = open();
    changeDocument(app, {
      supply: { anlaufpunkte: [place("__proto__")], kinds: [], anlaufpunkteOrigins: [] },
    });
    createScenario(app, "Umbau");
    editSite(app, "__proto__", "close", { status: "closed" });
    expect(shownPlaces(app.store.getState())[0]?.status).toBe("closed");
    expect(({} as { status?: string }).status).toBeUndefined();
  });
});

test("undo after any sequence gives the state before, redo the state after", () => {
  const step = fc.record({ what: fc.nat({ max: 9 }), which: fc.nat({ max: 5 }), lon: fc.integer({ min: 9, max: 11 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.array(fc.boolean(), { maxLength: 60 }), (steps, walk) => {
      const app = open();
      const states = [edited(app)];
      for (const { what, which, lon } of steps) {
        const { scenarios, keptViews } = app.store.getState().document;
        const scenario = scenarios[which % Math.max(1, scenarios.length)];
        const site = shownPlaces(app.store.getState())[which];
        if (what === 0) createScenario(app, `S${which}`, which % 2 ? scenario : undefined);
        if (what === 1 && scenario) removeScenario(app, scenario.id);
        if (what === 2 && scenario) renameScenario(app, scenario.id, `T${which}`);
        if (what === 3) addSites(app, [{ lon, lat: 51 }], TEXTS);
        if (what === 4 && site) editSite(app, site.id, "move", { lon, lat: 50 });
        if (what === 5 && site) editSite(app, site.id, "close", { status: "closed" });
        if (what === 6 && site) withdrawSite(app, site.id);
        if (what === 7 && site) renameSite(app, site.id, `N${which}`);
        if (what === 8) keepView(app);
        if (what === 9 && keptViews[0]) removeKeptView(app, keptViews[0].id);
        const now = edited(app);
        const last = states.at(-1);
        if (now.scenarios !== last?.scenarios || now.keptViews !== last.keptViews) states.push(now);
      }
      // From the end a walk back and forth over everything that was done.
      let at = states.length - 1;
      for (const isBack of [...walk, ...states.map(() => true)]) {
        if (isBack) {
          expect(undoEdit(app) !== undefined).toBe(at > 0);
          at = Math.max(0, at - 1);
        } else {
          expect(redoEdit(app) !== undefined).toBe(at < states.length - 1);
          at = Math.min(states.length - 1, at + 1);
        }
        expect(edited(app)).toEqual(states[at]);
      }
      expect(at).toBe(0);
    }),
    { numRuns: 200 },
  );
});
