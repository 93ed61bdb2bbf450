import { describe, expect, test, vi } from "vitest";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import type { App } from "../../src/commands/app.ts";
import { restoreView } from "../../src/commands/change-view.ts";
import { undoEdit } from "../../src/commands/edit-document.ts";
import { openChosen } from "../../src/commands/open-files.ts";
import { followPackage } from "../../src/commands/read-package.ts";
import { repairData, takeBackRepairs } from "../../src/commands/repair-data.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { AREA_RESOURCE, square } from "../ingest/small-package.ts";
import { keepingServices } from "./memory-store.ts";

const WAIT = { timeout: 15_000, interval: 20 };

function openCity(failing?: string): App {
  const registry = new TaskRegistry();
  serveIngest(registry);
  serveCoverage(registry);
  const runner = inlineRunner(registry);
  const run: typeof runner.run = (task, input, options) =>
    task.name === failing ? Promise.reject(new Error("out of order")) : runner.run(task, input, options);
  const services = {
    ...keepingServices(),
    runner: { run },
    database: () => Promise.reject(new Error("no database here")),
    address: { read: () => "", write: () => undefined },
  };
  const app = { store: createAppStore(), services } as unknown as App;
  restoreView(app);
  followPackage(app);
  const features = [square("a", "A", 13), square("b", "B", 13.1), square("c", "Noch einmal B", 13.1)];
  const contents = {
    "datapackage.json": { name: "small", anlaufpunkt: { version: 1 }, resources: [AREA_RESOURCE] },
    "areas.geojson": { type: "FeatureCollection", features },
  };
  openChosen(
    app,
    Object.entries(contents).map(([name, content]) => new File([JSON.stringify(content)], name)),
  );
  return app;
}

const documentOf = (app: App) => app.store.getState().document;
const areasOf = (app: App) => documentOf(app).map?.levels[0]?.sozialraeume.map(({ id }) => id);
const twice = (app: App) => documentOf(app).issues.find(({ code }) => code === "area-twice");

describe("repairs that findings offer", () => {
  test("one is made by a step that can be taken back, from the history as from the list of what was repaired", async () => {
    const app = openCity();
    await vi.waitFor(() => expect(twice(app)?.repair).toBeDefined(), WAIT);
    const offered = twice(app)?.repair;
    if (!offered) throw new Error("no repair is offered");
    expect(areasOf(app)).toEqual(["a", "b", "c"]);

    repairData(app, offered);
    await vi.waitFor(() => expect(areasOf(app)).toEqual(["a", "b"]), WAIT);
    expect(documentOf(app).reports[0]?.repairs).toEqual([{ repair: "leave-out", count: 1 }]);
    expect(documentOf(app).map?.levels[0]?.origin.repairs).toEqual([{ repair: "leave-out", count: 1 }]);

    undoEdit(app);
    await vi.waitFor(() => expect(areasOf(app)).toEqual(["a", "b", "c"]), WAIT);

    repairData(app, offered);
    await vi.waitFor(() => expect(areasOf(app)).toEqual(["a", "b"]), WAIT);
    takeBackRepairs(app, offered.resource, "leave-out");
    await vi.waitFor(() => expect(areasOf(app)).toEqual(["a", "b", "c"]), WAIT);
    expect(documentOf(app).reports[0]?.repairs).toBeUndefined();
  });

  test("a second row that is left out joins the first", async () => {
    const app = openCity();
    await vi.waitFor(() => expect(areasOf(app)).toHaveLength(3), WAIT);
    repairData(app, { resource: "areas", repair: { repair: "leave-out", lines: [3] } });
    repairData(app, { resource: "areas", repair: { repair: "leave-out", lines: [1] } });
    await vi.waitFor(() => expect(areasOf(app)).toEqual(["b"]), WAIT);
  });

  test("each row has a position of its own, and the last one that was set for it", async () => {
    const app = openCity();
    await vi.waitFor(() => expect(areasOf(app)).toHaveLength(3), WAIT);
    for (const [line, lon] of [
      [2, 13],
      [3, 14],
      [2, 15],
    ] as const)
      repairData(app, { resource: "areas", repair: { repair: "set-position", line, lon, lat: 52 } });
    const entries = documentOf(app).package?.raw.resources as { anlaufpunkt: { repairs: unknown } }[];
    expect(entries[0]?.anlaufpunkt.repairs).toMatchObject([
      { line: 3, lon: 14 },
      { line: 2, lon: 15 },
    ]);
  });

  test("when the checks fail the city stays open, and it is said that nothing was checked", async () => {
    const app = openCity("examine");
    await vi.waitFor(() => expect(documentOf(app).issues.map(({ code }) => code)).toContain("check-left-out"), WAIT);
    expect(app.store.getState().transient).toMatchObject({ phase: "open", isExamining: false });
    expect(areasOf(app)).toEqual(["a", "b", "c"]);
  });
});
