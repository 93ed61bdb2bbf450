import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { App } from "../../src/commands/app.ts";
import { changeView } from "../../src/commands/change-view.ts";
import { deleteAllWork, deleteWork } from "../../src/commands/delete-work.ts";
import { createScenario } from "../../src/commands/edit-scenario.ts";
import { extendPackage } from "../../src/commands/extend-package.ts";
import { keepView } from "../../src/commands/keep-view.ts";
import { flushWork, isWorkUnsaved, listWork } from "../../src/commands/keep-work.ts";
import { openKeptWork, openModelCity, openWithoutWork } from "../../src/commands/open-package.ts";
import { renameWork } from "../../src/commands/rename-work.ts";
import { undoStep } from "../../src/commands/undo.ts";
import { csvResource } from "../ingest/small-package.ts";
import {
  cityOf,
  documentOf,
  drop,
  keptIn,
  opened,
  openWindow,
  PACKAGE,
  PLACES,
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

async function addTreff(app: App) {
  const draft = {
    name: "treffs",
    path: "treffs.csv",
    title: "Treffs",
    format: "csv",
    anlaufpunkt: { role: "anlaufpunkte" as const },
  };
  extendPackage(app, [{ draft, file: new Blob(["id,name,kind,lon,lat\n9,Treff,quartierszentrum,13.15,52.05\n"]) }]);
  await vi.waitFor(() => expect(documentOf(app).supply?.anlaufpunkte).toHaveLength(2), { timeout: 4000, interval: 5 });
  await opened(app);
}

describe("work is kept by itself", () => {
  test("but not the model city, or a city at an address, that nobody has touched", async () => {
    const profile = profileOf();
    for (const search of ["", "?data=nord/datapackage.json", "?reach=500"]) {
      const { app, close } = await openWindow(profile, search);
      changeView(app, { reach: 300 });
      await flushWork(app);
      close();
    }
    expect(keptIn(profile)).toEqual([]);
  });

  test("added data, what-ifs, kept views and choices come back, and it is said from when", async () => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    await addTreff(app);
    createScenario(app, "Am Rand");
    changeView(app, { reach: 500 });
    keepView(app);
    await flushWork(app);
    close();
    const again = await openWindow(profile);
    expect(documentOf(again.app).supply?.anlaufpunkte.map(({ name }) => name)).toEqual(["Haus", "Treff"]);
    expect(scenariosOf(again.app)).toEqual(["Am Rand"]);
    expect(documentOf(again.app).keptViews).toEqual(documentOf(app).keptViews);
    expect(again.app.store.getState().view).toMatchObject({ reach: 500, scenario: "s1" });
    expect(said(again.app)).toContain("work-back");
    expect(keptIn(profile)).toEqual(["Modellstadt"]);
    again.close();
  });

  test("files of the user are kept as they are, every byte, and come back without them at hand", async () => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    await drop(app);
    close();
    const again = await openWindow(profile);
    expect(cityOf(again.app)).toBe("Kleinstadt");
    const { source } = documentOf(again.app).package ?? {};
    expect(source?.kind === "files" && (await source.files["places.csv"]?.text())).toBe(PLACES);
    again.close();
  });

  test("what was undone is not kept, and what was taken out stays out", async () => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    createScenario(app, "A");
    createScenario(app, "B");
    await flushWork(app);
    undoStep(app);
    await flushWork(app);
    close();
    const again = await openWindow(profile);
    expect(scenariosOf(again.app)).toEqual(["A"]);
    again.close();
  });

  test("with an address the work of this address comes back, without one the last; what the address says goes first", async () => {
    const profile = profileOf();
    const nord = await openWindow(profile, "?data=nord/datapackage.json");
    createScenario(nord.app, "Im Norden");
    await flushWork(nord.app);
    nord.close();
    const model = await openWindow(profile, "?data=nord/datapackage.json");
    await openModelCity(model.app);
    await vi.waitFor(() => expect(cityOf(model.app)).toBe("Modellstadt"));
    await opened(model.app);
    createScenario(model.app, "Im Modell");
    changeView(model.app, { reach: 300 });
    await flushWork(model.app);
    model.close();

    const plain = await openWindow(profile);
    expect([cityOf(plain.app), ...scenariosOf(plain.app)]).toEqual(["Modellstadt", "Im Modell"]);
    expect(plain.app.store.getState().view.reach).toBe(300);
    plain.close();
    const named = await openWindow(profile, "?data=nord/datapackage.json&reach=1000");
    expect([cityOf(named.app), ...scenariosOf(named.app)]).toEqual(["Nord", "Im Norden"]);
    expect(named.app.store.getState().view.reach).toBe(1000);
    named.close();
  });

  test("a reload of a window brings back its own work, not what another window has saved since", async () => {
    const profile = profileOf();
    const one = await openWindow(profile);
    createScenario(one.app, "Eins");
    await flushWork(one.app);
    const two = await openWindow(profile, "?data=nord/datapackage.json");
    await drop(two.app);
    one.close();
    const again = await openWindow(profile, one.bar.search, one.tab);
    expect([cityOf(again.app), ...scenariosOf(again.app)]).toEqual(["Modellstadt", "Eins"]);
    two.close();
    again.close();
  });

  test("one can begin without what was kept; it stays where it is, also after a reload", async () => {
    const profile = profileOf();
    const { app, close, bar, tab } = await openWindow(profile);
    createScenario(app, "Alt");
    await flushWork(app);
    await openWithoutWork(app);
    await opened(app);
    expect(scenariosOf(app)).toEqual([]);
    close();
    const again = await openWindow(profile, bar.search, tab);
    expect(scenariosOf(again.app)).toEqual([]);
    createScenario(again.app, "Neu");
    await flushWork(again.app);
    expect(keptIn(profile)).toEqual(["Modellstadt", "Modellstadt"]);
    again.close();
  });

  test("the same package, dropped again from anywhere, is the work that was kept of it; one that differs by a byte is not", async () => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    await drop(app);
    createScenario(app, "Mein Stand");
    await addTreff(app);
    await flushWork(app);
    await openModelCity(app);
    await opened(app);
    await drop(app);
    expect([cityOf(app), ...scenariosOf(app)]).toEqual(["Kleinstadt", "Mein Stand"]);
    expect(said(app)).toContain("work-back");
    // While it is open as well.
    await drop(app);
    expect(keptIn(profile)).toEqual(["Kleinstadt"]);

    await openWithoutWork(app);
    await opened(app);
    await flushWork(app);
    expect([cityOf(app), ...scenariosOf(app)]).toEqual(["Kleinstadt"]);
    expect(documentOf(app).package?.source.kind).toBe("files");
    expect(keptIn(profile)).toEqual(["Kleinstadt", "Kleinstadt"]);

    await drop(app, { ...PACKAGE, "places.csv": PLACES.replace("Haus", "Hans") });
    await drop(app, { ...PACKAGE, "notiz.txt": "" });
    expect(keptIn(profile)).toHaveLength(4);
    close();
  });

  test("views that an earlier version kept per city move into the work, and only then leave their old place", async () => {
    const profile = profileOf();
    const key = "anlaufpunkt kept-views modellstadt";
    profile.local.set(key, JSON.stringify([{ id: "a", title: "A", address: "?reach=500" }]));
    profile.disk.failure = new DOMException("no room", "QuotaExceededError");
    const first = await openWindow(profile);
    await flushWork(first.app);
    expect(documentOf(first.app).keptViews).toHaveLength(1);
    expect(profile.local.has(key)).toBe(true);
    first.close();
    profile.disk.failure = undefined;
    const second = await openWindow(profile);
    await flushWork(second.app);
    expect(profile.local.has(key)).toBe(false);
    second.close();
    const third = await openWindow(profile);
    expect(documentOf(third.app).keptViews).toEqual([{ id: "a", title: "A", address: "?reach=500" }]);
    third.close();
  });
});

describe("two windows on the same work", () => {
  test("lose nothing: the second that changes it goes on under a name of its own and says so", async () => {
    const profile = profileOf();
    const one = await openWindow(profile);
    createScenario(one.app, "Gemeinsam");
    await flushWork(one.app);
    const two = await openWindow(profile);
    createScenario(one.app, "Links");
    await flushWork(one.app);
    createScenario(two.app, "Rechts");
    await flushWork(two.app);
    expect(said(two.app)).toContain("work-forked");
    expect(keptIn(profile)).toEqual(["Modellstadt", "Modellstadt (2)"]);
    createScenario(two.app, "Weiter");
    await flushWork(two.app);
    expect(keptIn(profile)).toHaveLength(2);
    one.close();
    two.close();
    const reloaded = await openWindow(profile, one.bar.search, one.tab);
    expect(scenariosOf(reloaded.app)).toEqual(["Gemeinsam", "Links"]);
    const other = await openWindow(profile, two.bar.search, two.tab);
    expect(scenariosOf(other.app)).toEqual(["Gemeinsam", "Rechts", "Weiter"]);
    reloaded.close();
    other.close();
  });

  test("do not part because of where the map stands", async () => {
    const profile = profileOf();
    const one = await openWindow(profile);
    createScenario(one.app, "Gemeinsam");
    await flushWork(one.app);
    const two = await openWindow(profile);
    for (const [at, { app }] of [one, two, one].entries()) {
      changeView(app, { map: { zoom: 11, lat: 52, lon: 13 + at / 1e3 } });
      await flushWork(app);
    }
    createScenario(two.app, "Rechts");
    await flushWork(two.app);
    expect(keptIn(profile)).toEqual(["Modellstadt"]);
    expect(said(two.app)).not.toContain("work-forked");
    one.close();
    two.close();
  });

  test("what one deletes the other does not bring back by being open, but keeps again when it is changed", async () => {
    const profile = profileOf();
    const one = await openWindow(profile);
    createScenario(one.app, "Gemeinsam");
    await flushWork(one.app);
    const two = await openWindow(profile);
    await deleteAllWork(one.app);
    changeView(two.app, { reach: 300 });
    await flushWork(two.app);
    expect(keptIn(profile)).toEqual([]);
    createScenario(two.app, "Doch noch");
    await flushWork(two.app);
    expect(keptIn(profile)).toEqual(["Modellstadt"]);
    one.close();
    two.close();
  });
});

describe("whoever closes the window is asked", () => {
  test("until what was changed is saved, and not for where the map stood", async () => {
    const { app, close } = await openWindow(profileOf());
    expect(isWorkUnsaved(app)).toBe(false);
    createScenario(app, "A");
    expect(isWorkUnsaved(app)).toBe(true);
    await flushWork(app);
    expect(isWorkUnsaved(app)).toBe(false);
    changeView(app, { reach: 500 });
    expect(isWorkUnsaved(app)).toBe(false);
    close();
  });

  test("for as long as the browser lets nothing be saved, and not when there is no work", async () => {
    const profile = profileOf();
    profile.disk.failure = new DOMException("denied", "SecurityError");
    const { app, close } = await openWindow(profile);
    expect(isWorkUnsaved(app)).toBe(false);
    createScenario(app, "A");
    await flushWork(app);
    expect(isWorkUnsaved(app)).toBe(true);
    close();
  });
});

describe("where nothing can be kept", () => {
  test("a full browser is told once, the work stays in the window, and is saved when there is room again", async () => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    profile.disk.failure = new DOMException("no room", "QuotaExceededError");
    for (const title of ["A", "B", "C"]) {
      createScenario(app, title);
      await flushWork(app);
    }
    expect(said(app).filter((key) => key === "storage-full")).toHaveLength(1);
    expect(app.store.getState().transient.keeping?.state).toBe("full");
    profile.disk.failure = undefined;
    createScenario(app, "D");
    await flushWork(app);
    expect(app.store.getState().transient.keeping?.state).toBe("saved");
    close();
    const again = await openWindow(profile);
    expect(scenariosOf(again.app)).toEqual(["A", "B", "C", "D"]);
    again.close();
  });

  test("a browser that refuses storage is told once", async () => {
    const profile = profileOf();
    profile.disk.failure = new DOMException("denied", "SecurityError");
    const { app, close } = await openWindow(profile);
    for (const title of ["A", "B"]) {
      createScenario(app, title);
      await flushWork(app);
    }
    expect(said(app).filter((key) => key === "storage-blocked")).toHaveLength(1);
    expect(scenariosOf(app)).toEqual(["A", "B"]);
    close();
  });

  test.each([
    ["of a newer version", { schema: 99 }, "work-newer"],
    ["that is damaged", { file: { scenarios: 7 } }, "work-damaged"],
  ])("work %s is told and left untouched, and the app opens all the same", async (_, change, key) => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    createScenario(app, "Alt");
    await flushWork(app);
    close();
    const [id, record] = [...profile.disk.records][0] ?? [];
    if (id === undefined || !record) throw new Error("nothing was kept");
    const untouched = { ...record, ...change };
    profile.disk.records.set(id, untouched);
    const again = await openWindow(profile);
    expect(said(again.app)).toContain(key);
    expect(cityOf(again.app)).toBe("Modellstadt");
    createScenario(again.app, "Neu");
    await flushWork(again.app);
    expect(profile.disk.records.get(id)).toEqual(untouched);
    expect(profile.disk.records.size).toBe(2);
    again.close();
  });

  test("work that lacks one of its files is told, not opened by halves", async () => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    await drop(app);
    close();
    profile.disk.blobs.delete([...profile.disk.blobs.keys()][0] ?? "");
    const again = await openWindow(profile);
    expect(said(again.app)).toContain("work-damaged");
    expect(cityOf(again.app)).toBe("Modellstadt");
    again.close();
  });
});

describe("the list of what is kept", () => {
  test("opens, renames and deletes", async () => {
    const profile = profileOf();
    const { app, close } = await openWindow(profile);
    createScenario(app, "Im Modell");
    await flushWork(app);
    await drop(app);
    await listWork(app);
    const list = () => app.store.getState().transient.workspaces ?? [];
    expect(list().map(({ title }) => title)).toEqual(["Kleinstadt", "Modellstadt"]);
    const [small, model] = list();
    if (!small || !model) throw new Error("nothing was kept");
    await renameWork(app, model.id, "Übung");
    expect(list().map(({ title }) => title)).toEqual(["Kleinstadt", "Übung"]);
    await openKeptWork(app, model.id);
    await opened(app);
    expect([cityOf(app), ...scenariosOf(app)]).toEqual(["Modellstadt", "Im Modell"]);
    await deleteWork(app, small.id);
    expect(list().map(({ title }) => title)).toEqual(["Übung"]);
    close();
  });

  test("is empty after everything was deleted, the storage of the browser too, and the model city is open", async () => {
    const profile = profileOf();
    profile.local.set("anlaufpunkt kept-views nord", "[]");
    profile.local.set("anderes", "bleibt");
    const { app, close, tab } = await openWindow(profile);
    await drop(app);
    createScenario(app, "Weg damit");
    await deleteAllWork(app);
    await opened(app);
    await flushWork(app);
    expect(keptIn(profile)).toEqual([]);
    expect(profile.disk.blobs.size).toBe(0);
    expect([...profile.local.keys()]).toEqual(["anderes"]);
    expect([...tab.keys()]).toEqual([]);
    expect([cityOf(app), ...scenariosOf(app)]).toEqual(["Modellstadt"]);
    close();
  });
});

test("a city that is opened after another has the what-ifs that it brings along, and is not worth keeping for them", async () => {
  const profile = profileOf();
  const { app, close } = await openWindow(profile);
  const rows = "scenario,scenarioTitle,change,anlaufpunkt\ns1,Mitgebracht,close,1\n";
  const resources = [...PACKAGE["datapackage.json"].resources, csvResource("whatif", { role: "scenarios" })];
  await drop(app, {
    ...PACKAGE,
    "datapackage.json": { ...PACKAGE["datapackage.json"], resources },
    "whatif.csv": rows,
  });
  expect(scenariosOf(app)).toEqual(["Mitgebracht"]);
  const [record] = [...profile.disk.records.values()];
  expect(record?.file).toMatchObject({ scenarios: [{ title: "Mitgebracht" }] });
  expect(record?.revision).toBe(1);
  close();
});

test("another city takes nothing of the work along, and the work is saved before it goes", async () => {
  const profile = profileOf();
  const { app, close } = await openWindow(profile);
  createScenario(app, "Im Modell");
  await drop(app);
  expect(scenariosOf(app)).toEqual([]);
  expect(keptIn(profile).toSorted()).toEqual(["Kleinstadt", "Modellstadt"]);
  await openModelCity(app);
  await opened(app);
  expect([cityOf(app), ...scenariosOf(app)]).toEqual(["Modellstadt", "Im Modell"]);
  close();
});
