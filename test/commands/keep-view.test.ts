import { describe, expect, test } from "vitest";
import type { App } from "../../src/commands/app.ts";
import { undoEdit } from "../../src/commands/edit-document.ts";
import { keepView, moveKeptView, removeKeptView } from "../../src/commands/keep-view.ts";
import { stepKeptViews } from "../../src/commands/present.ts";
import type { CityMap } from "../../src/domain/city.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { shownKeptView } from "../../src/state/selectors/shown-kept-view.ts";
import { DEFAULT_VIEW } from "../../src/state/view.ts";

/** An app with nothing behind it but an address bar. */
function appAlone() {
  const written: string[] = [];
  const services = {
    clock: { now: () => new Date("2026-11-22T12:00:00Z") },
    address: { read: () => "", write: (search: string) => void written.push(search) },
  };
  const app = { store: createAppStore(), services } as unknown as App;
  return { app, written };
}

function openCity(app: App, name: string): void {
  const map: CityMap = {
    info: { name, title: name, licences: [], sources: [], locale: "de-DE" },
    levels: [],
    backgrounds: [],
  };
  app.store.setState((state) => ({ document: { ...state.document, map } }));
}

const look = (app: App, change: object) => app.store.setState((state) => ({ view: { ...state.view, ...change } }));
const titles = (app: App) => app.store.getState().document.keptViews.map((kept) => kept.address);

describe("kept views", () => {
  test("hold neither data nor language nor full screen, and no view twice", () => {
    const { app } = appAlone();
    openCity(app, "nord");
    look(app, { data: "x/datapackage.json", lang: "en", present: true, reach: 500 });
    keepView(app);
    keepView(app);
    expect(titles(app)).toEqual(["?reach=500"]);
  });

  test("move by one place, stop at the ends, and undo brings a removed one back to where it was", () => {
    const { app } = appAlone();
    openCity(app, "nord");
    for (const reach of [300, 500, 1000]) {
      look(app, { reach });
      keepView(app);
    }
    const [first, second] = app.store.getState().document.keptViews;
    if (!first || !second) throw new Error("no views");
    moveKeptView(app, first.id, -1);
    expect(titles(app)).toEqual(["?reach=300", "?reach=500", "?reach=1000"]);
    moveKeptView(app, first.id, 1);
    expect(titles(app)).toEqual(["?reach=500", "?reach=300", "?reach=1000"]);
    removeKeptView(app, first.id);
    expect(undoEdit(app)).toEqual({ done: "view-removed", what: first.title });
    expect(titles(app)).toEqual(["?reach=500", "?reach=300", "?reach=1000"]);
  });

  test("are stepped through like slides, keep the data and the language of the moment, and stop at the ends", () => {
    const { app, written } = appAlone();
    openCity(app, "nord");
    for (const reach of [300, 500]) {
      look(app, { reach });
      keepView(app);
    }
    look(app, { ...DEFAULT_VIEW, data: "x/datapackage.json", lang: "en", present: true });
    expect(stepKeptViews(app, "next")).toBe(true);
    expect(app.store.getState().view).toMatchObject({
      reach: 300,
      lang: "en",
      data: "x/datapackage.json",
      present: true,
    });
    stepKeptViews(app, "next");
    stepKeptViews(app, "next");
    expect(app.store.getState().view.reach).toBe(500);
    expect(written).toHaveLength(2);
    stepKeptViews(app, "first");
    expect(app.store.getState().view.reach).toBe(300);
  });

  test("stay the one that is shown while the map is moved", () => {
    const { app } = appAlone();
    openCity(app, "nord");
    look(app, { reach: 300, map: { zoom: 11, lat: 50, lon: 8 } });
    keepView(app);
    look(app, { map: { zoom: 12, lat: 50, lon: 8 } });
    keepView(app);
    stepKeptViews(app, "first");
    expect(shownKeptView(app.store.getState())).toBe(0);
    look(app, { map: { zoom: 13, lat: 50, lon: 8 } });
    expect(shownKeptView(app.store.getState())).toBe(0);
    look(app, { reach: 800 });
    expect(shownKeptView(app.store.getState())).toBe(-1);
  });

  test("have a title that says more than the name of the view, whatever was chosen on the map before", () => {
    const { app } = appAlone();
    openCity(app, "nord");
    look(app, { view: "ziele", sozialraum: "q1" });
    keepView(app);
    expect(app.store.getState().document.keptViews.map(({ title }) => title)).toEqual(["Wo die Ziele stehen: nord"]);
  });

  test("do nothing where there are none", () => {
    const { app } = appAlone();
    openCity(app, "nord");
    expect(stepKeptViews(app, "next")).toBe(false);
  });
});
