import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type App, changeTransient } from "../../src/commands/app.ts";
import { changeView } from "../../src/commands/change-view.ts";
import { createScenario, editSite } from "../../src/commands/edit-scenario.ts";
import { keepView } from "../../src/commands/keep-view.ts";
import { flushWork } from "../../src/commands/keep-work.ts";
import { takeOverWork } from "../../src/commands/offer-work.ts";
import { openWithoutWork } from "../../src/commands/open-package.ts";
import { placeSite } from "../../src/commands/place-site.ts";
import { undoStep } from "../../src/commands/undo.ts";
import type { NoticeText } from "../../src/state/app-state.ts";
import { square } from "../ingest/small-package.ts";
import {
  documentOf,
  drop,
  keptIn,
  opened,
  openWindow,
  PACKAGE,
  profileOf,
  said,
  scenariosOf,
  served,
} from "./kept-window.ts";

beforeEach(() => {
  vi.stubGlobal("fetch", async (url: string) => served(url));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const HEADER = "id,name,kind,lon,lat";
const corrected = (...places: string[]) => ({ ...PACKAGE, "places.csv": [HEADER, ...places, ""].join("\n") });
const HOUSE = "1,Haus,quartierszentrum,13.05,52.05";

const noticeOf = <K extends NoticeText["key"]>(app: App, key: K) =>
  app.store
    .getState()
    .transient.notices.map(({ text }) => text)
    .find((text) => text.key === key) as Extract<NoticeText, { readonly key: K }> | undefined;

async function offered(app: App) {
  await vi.waitFor(() => expect(said(app)).toContain("work-offered"), { timeout: 4000, interval: 5 });
  const offer = noticeOf(app, "work-offered");
  if (!offer) throw new Error("nothing is offered");
  return offer;
}

/** Long enough for an offer to come, were there one: the clock of these windows runs a hundred times faster. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 120));

/** A city with a what-if that closes the house and thinks of another, and a view of the area `b`. */
async function workedOn(app: App) {
  createScenario(app, "Am Rand");
  editSite(app, "1", "close", { status: "closed" });
  placeSite(app, 13.15, 52.05);
  changeView(app, { sozialraum: "b" });
  keepView(app);
  await flushWork(app);
}

test("what was thought over the last version of a package is offered with its corrected one, taken over when asked, and taken back", async () => {
  const profile = profileOf();
  const { app, close } = await openWindow(profile);
  await drop(app);
  await workedOn(app);
  const before = structuredClone([...profile.disk.records.values()][0]);
  await drop(app, corrected(HOUSE, "2,Neues Haus,quartierszentrum,13.12,52.05"));
  const offer = await offered(app);
  expect(offer).toMatchObject({ title: "Kleinstadt", savedAt: before?.savedAt, scenarios: 1, views: 1 });
  expect([scenariosOf(app), documentOf(app).keptViews]).toEqual([[], []]);
  // What was chosen of the old one is no mistake of the address.
  expect(said(app)).not.toContain("url-value-ignored");

  await takeOverWork(app, offer.id, offer.title);
  const { scenarios, keptViews } = documentOf(app);
  expect(scenarios).toMatchObject([{ title: "Am Rand", added: [{ lon: 13.15 }], edited: { 1: { status: "closed" } } }]);
  expect(keptViews).toMatchObject([{ address: expect.stringContaining("sozialraum=b") }]);
  expect(noticeOf(app, "work-taken")).toMatchObject({ scenarios: 1, views: 1, gone: 0 });
  expect(documentOf(app).issues.filter(({ code }) => code.endsWith("-gone"))).toEqual([]);
  await flushWork(app);
  expect(keptIn(profile)).toEqual(["Kleinstadt", "Kleinstadt"]);
  expect(profile.disk.records.get(before?.id ?? "")).toEqual(before);
  undoStep(app);
  expect([scenariosOf(app), documentOf(app).keptViews]).toEqual([[], []]);
  close();
});

test("places without an id of their own are followed by name and position, not by the line in which they stood", async () => {
  const { app, close } = await openWindow(profileOf());
  await drop(app, corrected(",Haus,quartierszentrum,13.05,52.05", ",Treff,quartierszentrum,13.15,52.05"));
  createScenario(app, "Zu");
  editSite(app, "places:2", "close", { status: "closed" });
  editSite(app, "places:3", "close", { status: "closed" });
  await flushWork(app);
  // A line before it and a house less: the line of the house is the new one's now.
  await drop(app, corrected(",Neu,quartierszentrum,13.01,52.01", ",Haus,quartierszentrum,13.0501,52.05"));
  const offer = await offered(app);
  await takeOverWork(app, offer.id, offer.title);
  expect(documentOf(app).scenarios).toMatchObject([{ edited: { "places:3": { status: "closed" } } }]);
  expect(Object.keys(documentOf(app).scenarios[0]?.edited ?? {})).toEqual(["places:3"]);
  expect(documentOf(app).issues).toContainEqual(
    expect.objectContaining({ code: "what-if-place-gone", source: "Zu", context: { value: "Treff" } }),
  );
  close();
});

test("places and areas that are gone are told with the what-if or the view that speaks of them", async () => {
  const { app, close } = await openWindow(profileOf());
  await drop(app);
  await workedOn(app);
  const areas = { type: "FeatureCollection", features: [square("a", "Altstadt", 13.0), square("c", "Cosel", 13.1)] };
  await drop(app, { ...corrected("9,Anderes,quartierszentrum,13.02,52.02"), "areas.geojson": areas });
  const offer = await offered(app);
  await takeOverWork(app, offer.id, offer.title);
  expect(noticeOf(app, "work-taken")).toMatchObject({ scenarios: 1, views: 1, gone: 2 });
  expect(documentOf(app).scenarios).toMatchObject([{ added: [{ lon: 13.15 }], edited: {} }]);
  const told = documentOf(app).issues.flatMap(({ code, context }) => (code.endsWith("-gone") ? [[code, context]] : []));
  expect(told).toEqual([
    ["what-if-place-gone", { value: "Haus" }],
    ["view-choice-gone", { key: "sozialraum", value: "b" }],
  ]);
  close();
});

test("a what-if beside another of its id keeps its views, and what is there already is not taken twice", async () => {
  const { app, close } = await openWindow(profileOf());
  await drop(app);
  createScenario(app, "Alt");
  editSite(app, "1", "close", { status: "closed" });
  keepView(app);
  await flushWork(app);
  await drop(app, corrected(HOUSE, "2,Neu,quartierszentrum,13.1,52.05"));
  const offer = await offered(app);
  createScenario(app, "Neu");
  await takeOverWork(app, offer.id, offer.title);
  const { scenarios, keptViews } = documentOf(app);
  expect(scenarios.map(({ id, title }) => [id, title])).toEqual([
    ["s1", "Neu"],
    ["s1-2", "Alt"],
  ]);
  expect(keptViews[0]?.address).toContain("scenario=s1-2");
  await takeOverWork(app, offer.id, offer.title);
  expect(documentOf(app).scenarios).toEqual(scenarios);
  expect(documentOf(app).keptViews).toEqual(keptViews);
  close();
});

test("a city that moved to another address is offered its work once in a window; one that is begun without it, never", async () => {
  const profile = profileOf();
  const nord = await openWindow(profile, "?data=nord/datapackage.json");
  await workedOn(nord.app);
  await openWithoutWork(nord.app);
  await opened(nord.app);
  await quiet();
  expect(said(nord.app)).not.toContain("work-offered");
  nord.close();
  const moved = await openWindow(profile, "?data=nord-neu/datapackage.json");
  const offer = await offered(moved.app);
  moved.close();
  const again = await openWindow(profile, moved.bar.search, moved.tab);
  await quiet();
  expect(said(again.app)).not.toContain("work-offered");
  await takeOverWork(again.app, offer.id, offer.title);
  expect(scenariosOf(again.app)).toEqual(["Am Rand"]);
  again.close();
});

test("another city is offered nothing: neither by its name, nor where it lies elsewhere; and an offer goes with its city", async () => {
  const { app, close } = await openWindow(profileOf());
  await drop(app);
  createScenario(app, "Zu");
  editSite(app, "1", "close", { status: "closed" });
  await flushWork(app);
  const named = (name: string) => ({ "datapackage.json": { ...PACKAGE["datapackage.json"], name } });
  await drop(app, { ...PACKAGE, ...named("gross") });
  await quiet();
  expect(said(app)).not.toContain("work-offered");
  const elsewhere = { type: "FeatureCollection", features: [square("x", "Xanten", 6.4)] };
  await drop(app, { ...corrected("7,Haus,quartierszentrum,6.45,52.05"), "areas.geojson": elsewhere });
  await quiet();
  expect(said(app)).not.toContain("work-offered");
  await drop(app, corrected(HOUSE, "2,Neu,quartierszentrum,13.1,52.05"));
  await offered(app);
  await drop(app, { ...PACKAGE, ...named("noch-eine") });
  expect(said(app)).not.toContain("work-offered");
  close();
});

test("work that comes back over data that were changed where they are says what is gone, and once in a window", async () => {
  const profile = profileOf();
  const { app, close } = await openWindow(profile, "?data=nord/datapackage.json");
  await workedOn(app);
  close();
  vi.stubGlobal("fetch", async (url: string) =>
    served(url, { "places.csv": `${HEADER}\n9,Neu,quartierszentrum,13,52\n` }),
  );
  const changed = await openWindow(profile, "?data=nord/datapackage.json");
  await vi.waitFor(() => expect(said(changed.app)).toContain("data-issue"), { timeout: 4000, interval: 5 });
  expect(scenariosOf(changed.app)).toEqual(["Am Rand"]);
  expect(documentOf(changed.app).issues).toContainEqual(
    expect.objectContaining({ code: "what-if-place-gone", source: "Am Rand", context: { value: "1" } }),
  );
  changed.close();
  const again = await openWindow(profile, changed.bar.search, changed.tab);
  await quiet();
  expect(said(again.app)).not.toContain("data-issue");
  expect(documentOf(again.app).issues).toContainEqual(expect.objectContaining({ code: "what-if-place-gone" }));
  changeTransient(again.app, { notices: [] });
  again.close();
});
