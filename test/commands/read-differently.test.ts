import { describe, expect, test, vi } from "vitest";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import { changeKeys, leaveAdding, takeAdded } from "../../src/commands/add-data.ts";
import type { App } from "../../src/commands/app.ts";
import { restoreView } from "../../src/commands/change-view.ts";
import { undoEdit } from "../../src/commands/edit-document.ts";
import { openChosen } from "../../src/commands/open-files.ts";
import { readDifferently } from "../../src/commands/read-differently.ts";
import { followPackage } from "../../src/commands/read-package.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { obstacles } from "../../src/state/selectors/adding-questions.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { AREA_RESOURCE, csvResource, TWO_AREAS } from "../ingest/small-package.ts";
import { keepingServices } from "./memory-store.ts";

const WAIT = { timeout: 15_000, interval: 20 };
const VALUES = csvResource(
  "values",
  {
    role: "observations",
    period: "2020",
    values: { alt: "alte" },
    indicators: [{ id: "alte", title: { de: "Alte", en: "Old people" } }],
    note: "a key that is not ours",
  },
  { sources: [{ title: "Amt" }] },
);

function openCity(): App {
  const registry = new TaskRegistry();
  serveIngest(registry);
  serveCoverage(registry);
  const services = {
    ...keepingServices(),
    runner: inlineRunner(registry),
    database: () => Promise.reject(new Error("no database here")),
    address: { read: () => "", write: () => undefined },
  };
  const app = { store: createAppStore(), services } as unknown as App;
  restoreView(app);
  followPackage(app);
  const areas = {
    ...AREA_RESOURCE,
    anlaufpunkt: { ...AREA_RESOURCE.anlaufpunkt, levelTitle: { de: "Teile", en: "Parts" } },
  };
  const contents = {
    "datapackage.json": JSON.stringify({ name: "small", anlaufpunkt: { version: 1 }, resources: [areas, VALUES] }),
    "areas.geojson": JSON.stringify(TWO_AREAS),
    "values.csv": "sozialraum;alt;jung\na;1;2\nb;3;4\n",
  };
  openChosen(
    app,
    Object.entries(contents).map(([name, content]) => new File([content], name)),
  );
  return app;
}

const documentOf = (app: App) => app.store.getState().document;
const fileOf = (app: App) => app.store.getState().transient.adding?.files[0];
const periodsOf = (app: App) => [...new Set(documentOf(app).records?.observations.period ?? [])].length;
const entryOf = (app: App) =>
  (documentOf(app).package?.raw.resources as { readonly anlaufpunkt: object }[] | undefined)?.[1];

async function opened(name: string): Promise<App> {
  const app = openCity();
  await vi.waitFor(() => expect(documentOf(app).records?.observations.value).toHaveLength(2), WAIT);
  await readDifferently(app, name);
  return app;
}

describe("a resource of the package that is read differently", () => {
  test("its entry is the draft, nothing is asked of it, and cancelling leaves everything as it was", async () => {
    const app = await opened("values");
    const before = documentOf(app).package;
    expect(fileOf(app)?.draft?.anlaufpunkt).toMatchObject({
      period: "2020",
      columns: { sozialraum: "sozialraum" },
      values: { alt: "alte" },
    });
    expect(fileOf(app)?.preview).toMatchObject({ kept: 2, rejected: 0 });
    const { adding } = app.store.getState().transient;
    expect(adding && obstacles(adding, { levels: [], indicators: [], names: [], paths: [] })).toEqual([]);
    leaveAdding(app);
    expect(documentOf(app).package).toBe(before);
    expect(app.store.getState().transient.adding).toBeUndefined();
  });

  test("taking it replaces the entry as one step, keeps what is not ours, and can be taken back", async () => {
    const app = await opened("values");
    const id = fileOf(app)?.id ?? 0;
    changeKeys(app, id, { values: { alt: "alte", jung: { indicator: "alte", period: "2021" } } }, "indicators");
    await vi.waitFor(() => expect(fileOf(app)).toMatchObject({ isPreviewing: false, preview: { kept: 2 } }), WAIT);
    takeAdded(app);
    await vi.waitFor(() => expect(documentOf(app).records?.observations.value).toHaveLength(4), WAIT);
    expect(documentOf(app).package?.raw.resources).toHaveLength(2);
    expect(entryOf(app)?.anlaufpunkt).toMatchObject({
      note: "a key that is not ours",
      indicators: [{ title: { de: "Alte", en: "Old people" } }],
    });
    undoEdit(app);
    await vi.waitFor(() => expect(documentOf(app).records?.observations.value).toHaveLength(2), WAIT);
    expect(periodsOf(app)).toBe(1);
    expect(entryOf(app)).toEqual(VALUES);
  });

  test("areas are not in the way of themselves", async () => {
    const app = await opened("areas");
    const { adding } = app.store.getState().transient;
    const levels = [{ level: "stadtteil", title: "Teile", areas: [] }];
    expect(adding && obstacles(adding, { levels, indicators: [], names: [], paths: [] })).toEqual([]);
    expect(fileOf(app)?.preview?.kept).toBe(2);
  });
});
