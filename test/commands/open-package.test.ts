import { strToU8, zipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import type { App } from "../../src/commands/app.ts";
import { changeView, restoreView } from "../../src/commands/change-view.ts";
import { followAnswers } from "../../src/commands/follow-answers.ts";
import { openChosen } from "../../src/commands/open-files.ts";
import { leaveRefusal, openFromAddress, retryOpening } from "../../src/commands/open-package.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { coverageSummary } from "../../src/state/selectors/coverage-summary.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { AREA_RESOURCE, csvResource, TWO_AREAS } from "../ingest/small-package.ts";
import { keepingServices } from "./memory-store.ts";

/** An app without a browser around it: tasks run in place, the address is a text, and the database never starts. */
function appAlone(search = "") {
  const bar = { search, pushed: [] as string[] };
  const registry = new TaskRegistry();
  serveIngest(registry);
  serveCoverage(registry);
  const services = {
    ...keepingServices(),
    runner: inlineRunner(registry),
    database: () => Promise.reject(new Error("no database here")),
    address: {
      read: () => bar.search,
      write: (next: string, mode: string) => {
        bar.search = next;
        if (mode === "push") bar.pushed.push(next);
      },
    },
  };
  const app = { store: createAppStore(), services } as unknown as App;
  restoreView(app);
  followAnswers(app);
  return { app, bar };
}

const files = (contents: Readonly<Record<string, object | string>>) =>
  Object.entries(contents).map(
    ([name, content]) => new File([typeof content === "string" ? content : JSON.stringify(content)], name),
  );

const CITY = {
  "datapackage.json": {
    name: "small",
    title: "Kleinstadt",
    anlaufpunkt: { version: 1 },
    resources: [AREA_RESOURCE, csvResource("places", { role: "anlaufpunkte" })],
  },
  "areas.geojson": TWO_AREAS,
  "places.csv": "id,name,kind,lon,lat\n1,Haus,quartierszentrum,13.05,52.05\n",
};

const phaseOf = (app: App) => app.store.getState().transient.phase;
// The first test loads what opens a database; on a busy machine that alone takes a second.
const WAIT = { timeout: 10_000, interval: 20 };
const settled = (app: App) => vi.waitFor(() => expect(app.store.getState().transient.database).toBe("failed"), WAIT);

describe("opening files", () => {
  test("a zip that holds no package is a file to be added: the city that is open stays", async () => {
    const { app } = appAlone();
    openChosen(app, files(CITY));
    await settled(app);
    const zip = zipSync({ "werte.csv": strToU8("id,haushalte\n1,12\n") });
    openChosen(app, [new File([zip as Uint8Array<ArrayBuffer>], "werte.zip")]);
    const added = () => app.store.getState().transient.adding?.files.map(({ name }) => name);
    await vi.waitFor(() => expect(added()).toEqual(["werte.zip"]), WAIT);
    expect(phaseOf(app)).toBe("open");
    expect(app.store.getState().document.map?.info.title).toBe("Kleinstadt");
  });

  test("answers without the database, and says that it is missing", async () => {
    const { app } = appAlone();
    openChosen(app, files(CITY));
    await settled(app);
    expect(phaseOf(app)).toBe("open");
    expect(coverageSummary(app.store.getState())).toMatchObject({ areas: 2, without: 1, residents: undefined });
    expect(app.store.getState().transient.notices.map(({ text }) => text.key)).toEqual(["database-failed"]);
  });

  test("begins anew: choices that belonged to another city are gone, those of the reader stay", async () => {
    const { app, bar } = appAlone("?data=x/datapackage.json&lang=en&level=kiez&sozialraum=7&reach=500&map=11/50/8");
    openChosen(app, files(CITY));
    await settled(app);
    expect(bar.search).toBe("?lang=en&reach=500");
    expect(bar.pushed).toEqual(["?lang=en&reach=500"]);
  });

  test("that are refused leave the view and the city that is open untouched, and can be tried again", async () => {
    const { app, bar } = appAlone("?reach=500");
    openChosen(app, files(CITY));
    await settled(app);
    changeView(app, { sozialraum: "a" });
    const before = bar.search;
    const BAD: Record<string, string>[] = [{ "datapackage.json": "{" }, { "datapackage.json": "[" }];
    for (const bad of BAD) {
      openChosen(app, files(bad));
      await vi.waitFor(() => expect(phaseOf(app)).toBe("refused"), WAIT);
      expect(app.store.getState().transient.refusal).toHaveLength(1);
      expect(bar.search).toBe(before);
      expect(app.store.getState().document.map?.info.title).toBe("Kleinstadt");
    }
    retryOpening(app);
    expect(phaseOf(app)).toBe("opening");
    await vi.waitFor(() => expect(phaseOf(app)).toBe("refused"), WAIT);
    leaveRefusal(app);
    expect(app.store.getState().view.sozialraum).toBe("a");
  });
});

test("the worker reads what the address names while it is still looked up what was kept of it, and reads it once", async () => {
  const { app } = appAlone("?data=klein/datapackage.json");
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    const name = url.slice("https://amt.example/app/klein/".length);
    asked.push(name);
    const content = CITY[name as keyof typeof CITY];
    return new Response(typeof content === "string" ? content : JSON.stringify(content));
  });
  let tellKept = (_: never[]) => {};
  const kept = new Promise<never[]>((resolve) => {
    tellKept = resolve;
  });
  Object.assign(app.services, { modelCity: "https://amt.example/app/modellstadt/datapackage.json" });
  Object.assign(app.services.store, { entries: () => kept });
  void openFromAddress(app);
  const ofMap = ["datapackage.json", "areas.geojson"];
  await vi.waitFor(() => expect(asked).toEqual(ofMap), WAIT);
  expect(app.store.getState().document.map).toBeUndefined();
  tellKept([]);
  await settled(app);
  expect(app.store.getState().document.map?.info.title).toBe("Kleinstadt");
  // What is odd about the data is looked for at the end, in all files once more.
  expect(asked.slice(0, 3)).toEqual([...ofMap, "places.csv"]);
});

test("a view that is restored forgets what the address does not name", () => {
  const { app, bar } = appAlone();
  changeView(app, { sozialraum: "a", kind: ["quartierszentrum"], table: true });
  bar.search = "?reach=500";
  restoreView(app);
  const { view } = app.store.getState();
  expect(view).toMatchObject({ reach: 500, table: false });
  expect(view.sozialraum).toBeUndefined();
  expect(view.kind).toBeUndefined();
});
