import { expect, test, vi } from "vitest";
import { measureCoverageTask } from "../../src/analysis/coverage/coverage-tasks.ts";
import { closureAnswer } from "../../src/commands/answers/closure.ts";
import { coverageAnswer, coverageTodayAnswer } from "../../src/commands/answers/coverage.ts";
import { scenarioTableAnswer } from "../../src/commands/answers/scenario-table.ts";
import { type App, setView } from "../../src/commands/app.ts";
import { closeSite } from "../../src/commands/close-site.ts";
import { undoEdit } from "../../src/commands/edit-document.ts";
import { renameScenario } from "../../src/commands/edit-scenario.ts";
import { follow } from "../../src/commands/follow.ts";
import type { Scenario } from "../../src/domain/scenario.ts";
import { activeScenario, shownPlaces } from "../../src/state/selectors/active-offers.ts";
import { shownClosure, solePlaces } from "../../src/state/selectors/shown-closure.ts";
import { bestColumns, shownScenarioTable } from "../../src/state/selectors/shown-scenario-table.ts";
import type { View } from "../../src/state/view.ts";
import { degrees } from "../analysis/coverage/squares.ts";
import { toyApp } from "./toy-app.ts";

const SITES = { both: { at: [2000, 1000] }, own: { at: [1000, 1000] } } as const;
const east = degrees([[5000, 1000]]);
const SCENARIOS: readonly Scenario[] = [
  {
    id: "more",
    title: "Mehr",
    added: [{ id: "neu", name: "Neu", kind: "quartierszentrum", lon: east.lon[0] ?? 0, lat: east.lat[0] ?? 0 }],
    edited: {},
  },
  { id: "less", title: "Weniger", added: [], edited: { both: { status: "closed" } } },
];

function open(view: Partial<View> = {}, scenarios: readonly Scenario[] = SCENARIOS) {
  const opened = toyApp(SITES, { panel: "scenario", reach: 1100, ...view }, scenarios);
  const { app } = opened;
  follow(app, coverageAnswer(app));
  follow(app, coverageTodayAnswer(app));
  follow(app, closureAnswer(app));
  follow(app, scenarioTableAnswer(app));
  return opened;
}

/** Nothing is being asked any more. */
const settled = (app: App) =>
  vi.waitFor(() => expect(Object.keys(app.store.getState().transient.pending)).toEqual(["opening"]));
const closureOf = async (app: App) => {
  await settled(app);
  const closure = shownClosure(app.store.getState());
  if (!closure) throw new Error("no closure");
  return closure;
};
const tableOf = async (app: App) => {
  await settled(app);
  const table = shownScenarioTable(app.store.getState());
  if (!table) throw new Error("no table");
  return table;
};

test("C17: who has only one place in reach loses it when it closes; closing it begins a what-if that says so", async () => {
  const { app } = open({}, []);
  const closure = await closureOf(app);
  // The middle has „both“ only, the west has two, the east has none.
  expect(closure.check.city).toMatchObject({ none: 100, one: 200, several: 600, residents: 900 });
  expect(solePlaces(closure).map(({ place, losing, nearest }) => [place.id, losing, nearest])).toEqual([
    ["both", 200, 300],
  ]);

  closeSite(app, "both");
  const state = app.store.getState();
  expect(activeScenario(state)).toMatchObject({ title: "Szenario 1", edited: { both: { status: "closed" } } });
  expect(shownPlaces(state).find(({ id }) => id === "both")?.status).toBe("closed");
  const after = await closureOf(app);
  expect(after.check.city).toMatchObject({ none: 300, one: 600, several: 0 });
  expect(solePlaces(after).map(({ place }) => place.id)).toEqual(["own"]);

  closeSite(app, "own");
  expect(app.store.getState().document.scenarios).toHaveLength(1);
  expect(solePlaces(await closureOf(app))).toEqual([]);
  undoEdit(app);
  undoEdit(app);
  expect(app.store.getState().document.scenarios).toEqual([]);
  expect(solePlaces(await closureOf(app))).toHaveLength(1);
});

test("today and all what-ifs are measured on the same question, and the best of a row is known", async () => {
  const { app } = open();
  const table = await tableOf(app);
  expect(table.columns.map(({ id, figures }) => [id, figures.residents_reached, figures.residents_unreached])).toEqual([
    [undefined, 800, 100],
    ["more", 900, 0],
    ["less", 600, 300],
  ]);
  expect([...bestColumns(table, "residents_reached")]).toEqual([1]);
  expect([...bestColumns(table, "residents_unreached")]).toEqual([1]);
  setView(app, { reach: 20_000 });
  expect(shownScenarioTable(app.store.getState())).toBeUndefined();
  const all = await tableOf(app);
  // All alike: none is the best.
  expect([...bestColumns(all, "residents_reached")]).toEqual([]);
});

test("what was measured is not measured again: neither what is shown, nor what-ifs that did not change", async () => {
  const { app, asked } = open({ scenario: "more" });
  await tableOf(app);
  asked.length = 0;
  renameScenario(app, "less", "Weniger davon");
  await tableOf(app);
  expect(asked.filter((name) => name === measureCoverageTask.name)).toHaveLength(1);
  asked.length = 0;
  setView(app, { scenario: "less" });
  await closureOf(app);
  expect(asked.filter((name) => name === measureCoverageTask.name)).toHaveLength(1);
});
