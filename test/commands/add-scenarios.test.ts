import { expect, test, vi } from "vitest";
import { addScenarios } from "../../src/commands/add-scenarios.ts";
import { type App, changeDocument, type Services } from "../../src/commands/app.ts";
import { redoEdit, undoEdit } from "../../src/commands/edit-document.ts";
import { renameScenario } from "../../src/commands/edit-scenario.ts";
import { openChosen } from "../../src/commands/open-files.ts";
import type { Anlaufpunkt } from "../../src/domain/anlaufpunkt.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import { scenariosCsv } from "../../src/export/scenarios-csv.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";

const place = (id: string): Anlaufpunkt => ({
  id,
  name: `Haus ${id}`,
  kind: "quartierszentrum",
  lon: 10,
  lat: 51,
  topics: [],
  targetGroups: [],
  languages: [],
  status: "existing",
  resource: "places",
});

const EDGE: Scenario = {
  id: "rand",
  title: "Am Rand",
  note: "noch nicht beraten",
  added: [{ id: "neu-1", name: "=Dorftreff", kind: "quartierszentrum", lon: 10.1, lat: 51.1, capacity: 50 }],
  edited: { a: { lon: 10.25, lat: 51.5 }, b: { status: "closed" } },
};
const EMPTY: Scenario = { id: "leer", title: "Noch nichts", added: [], edited: {} };

function open(scenarios: readonly Scenario[] = []): App {
  const registry = new TaskRegistry();
  serveIngest(registry);
  const app = {
    store: createAppStore(),
    services: {
      runner: inlineRunner(registry),
      address: { read: () => "", write: () => undefined },
    } as unknown as Services,
  };
  changeDocument(app, {
    supply: {
      anlaufpunkte: [place("a"), place("b")],
      kinds: [{ id: "quartierszentrum", title: { de: "", en: "" }, plural: { de: "", en: "" }, existing: 2 }],
      anlaufpunkteOrigins: [],
    },
    scenarios,
  });
  return app;
}

const csv = (content: BlobPart) => [new File([content], "szenarien.csv", { type: "text/csv" })];
const scenariosOf = (app: App) => app.store.getState().document.scenarios;
const said = (app: App) => app.store.getState().transient.notices.map(({ text }) => text);
const WAIT = { timeout: 5000 };

test("a file that was exported brings the same what-ifs back, as one step that can be taken back", async () => {
  const app = open();
  const { supply } = app.store.getState().document;
  openChosen(app, csv(scenariosCsv([EDGE, EMPTY])));
  await vi.waitFor(() => expect(scenariosOf(app)).toHaveLength(2), WAIT);
  expect(scenariosOf(app)).toEqual([
    { ...EDGE, added: [{ ...EDGE.added[0] }] },
    { ...EMPTY, note: undefined },
  ]);
  expect(app.store.getState().view).toMatchObject({ scenario: "rand", panel: "scenario" });
  expect(app.store.getState().document.supply).toBe(supply);
  await vi.waitFor(() =>
    expect(said(app)).toEqual([{ key: "scenarios-opened", name: "szenarien.csv", added: 2, same: 0, rejected: 0 }]),
  );
  expect(undoEdit(app)).toEqual({ done: "scenarios-opened", what: "szenarien.csv" });
  expect(scenariosOf(app)).toEqual([]);
  redoEdit(app);
  expect(scenariosOf(app)).toHaveLength(2);
});

test("what is there already is not doubled, and another one of the same id stands beside it", async () => {
  const app = open([EMPTY, EDGE]);
  const file = () => csv(scenariosCsv([EDGE, EMPTY]));
  openChosen(app, file());
  await vi.waitFor(() => expect(said(app)).toHaveLength(1), WAIT);
  expect(said(app)[0]).toMatchObject({ added: 0, same: 2 });
  expect(scenariosOf(app)).toEqual([EMPTY, EDGE]);
  renameScenario(app, "rand", "Am Rand, neu");
  openChosen(app, file());
  await vi.waitFor(() => expect(scenariosOf(app)).toHaveLength(3), WAIT);
  expect(scenariosOf(app).map(({ id, title }) => [id, title])).toEqual([
    ["leer", "Noch nichts"],
    ["rand", "Am Rand, neu"],
    ["rand-2", "Am Rand"],
  ]);
  expect(said(app).at(-1)).toMatchObject({ added: 1, same: 1 });
  openChosen(app, file());
  await vi.waitFor(() => expect(said(app)).toHaveLength(3), WAIT);
  expect(said(app).at(-1)).toMatchObject({ added: 0, same: 2 });
  expect(scenariosOf(app)).toHaveLength(3);
});

test("rows that cannot be used are told, kept with the data, and told once only", async () => {
  const app = open();
  const text = "scenario,change,anlaufpunkt\ns1,close,a\ns1,close,gone\ns1,blow-up,b\n";
  for (const times of [1, 2]) {
    openChosen(app, csv(text));
    await vi.waitFor(() => expect(said(app).filter(({ key }) => key === "scenarios-opened")).toHaveLength(times), WAIT);
  }
  expect(scenariosOf(app)).toMatchObject([{ id: "s1", edited: { a: { status: "closed" } } }]);
  expect(said(app)[0]).toMatchObject({ key: "data-issue", issue: { source: "szenarien.csv" } });
  expect(
    app.store
      .getState()
      .document.issues.map(({ code }) => code)
      .sort(),
  ).toEqual(["id-unknown", "value-not-allowed"]);
  expect(said(app).find(({ key }) => key === "scenarios-opened")).toMatchObject({ added: 1, rejected: 2 });
});

test("a table of anything else is a file to be added, and the city stays", async () => {
  const app = open([EDGE]);
  openChosen(app, csv("id,name\n1,Haus\n"));
  await vi.waitFor(() => expect(app.store.getState().transient.adding?.files).toHaveLength(1), WAIT);
  expect(scenariosOf(app)).toEqual([EDGE]);
});

test("a file larger than any table of what-ifs is not read to look for some: it is left to the assistant", async () => {
  const app = open();
  const run = vi.spyOn(app.services.runner, "run");
  const [huge] = csv("id;name\n1;a\n") as [File];
  Object.defineProperty(huge, "size", { value: 2_050_000_000 });
  expect(await addScenarios(app, huge)).toBe(false);
  expect(run).not.toHaveBeenCalled();
});
