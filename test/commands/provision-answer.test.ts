import { expect, test, vi } from "vitest";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import { provisionAnswer } from "../../src/commands/answers/provision.ts";
import { type App, changeTransient, setView } from "../../src/commands/app.ts";
import { follow } from "../../src/commands/follow.ts";
import type { ProvisionAnswer } from "../../src/state/provision-answer.ts";
import { leastProvided, provisionRows, shownProvision } from "../../src/state/selectors/provision-rows.ts";
import type { View } from "../../src/state/view.ts";
import { toyApp } from "./toy-app.ts";

/** West and middle share „both“, 1,000 m from the people of either; „own“ stands with those of the west. */
const SITES = { both: { at: [2000, 1000], capacity: 30 }, own: { at: [1000, 1000] } } as const;

function open(view: Partial<View> = {}): App {
  const { app } = toyApp(SITES, { panel: "provision", reach: 1100, ...view });
  follow(app, coverageAnswer(app));
  follow(app, provisionAnswer(app));
  return app;
}

const shown = async (app: App): Promise<ProvisionAnswer> => {
  await vi.waitFor(() => expect(shownProvision(app.store.getState())).toBeDefined());
  return shownProvision(app.store.getState()) as ProvisionAnswer;
};
const rounded = (values: Float64Array) => Array.from(values, (value) => Math.round(value * 1e6) / 1e6);

test("what is shared is divided by all who reach it; who has none in reach, and where nobody lives, is kept apart", async () => {
  const app = open();
  const answer = await shown(app);
  // both: 1 ÷ 800, own: 1 ÷ 600.
  const [both, own] = [1 / 800, 1 / 600];
  expect(rounded(answer.values)).toEqual(rounded(Float64Array.of(10_000 * (both + own), 10_000 * both, 0, Number.NaN)));
  expect(answer.city.value).toBeCloseTo((10_000 * 2) / 900, 9);
  expect(answer.city).toMatchObject({ noneInReach: 100, residents: 900, supply: 2, supplyInReach: 2 });
  expect(answer).toMatchObject({ unit: "place", unknownCapacity: 1 });
  const rows = provisionRows(app.store.getState()) ?? [];
  expect(rows.map(({ id, value, noneInReach }) => [id, value === undefined, noneInReach])).toEqual([
    ["west", false, 0],
    ["middle", false, 0],
    ["east", false, 100],
    ["empty", true, undefined],
  ]);
  expect(leastProvided(rows).map(({ id }) => id)).toEqual(["east", "middle", "west"]);
  expect(Array.from(answer.classes)).toEqual([2, 1, 0, 255]);
});

test("every choice is measured anew: capacities, nearness, dividing up, nobody twice, and only what stands inside", async () => {
  const app = open({ unit: "capacity" });
  const byCapacity = await shown(app);
  expect(byCapacity).toMatchObject({ unit: "capacity", unknownCapacity: 1 });
  expect(byCapacity.values[1]).toBeCloseTo((10_000 * 30) / 800, 9);
  // The capacity of „own“ is unknown: one unit, not none.
  expect(byCapacity.values[0]).toBeCloseTo(10_000 * (30 / 800 + 1 / 600), 9);

  setView(app, { unit: undefined, supply: "e2sfca", decay: "steps" });
  expect(shownProvision(app.store.getState())).toBeUndefined();
  // 1,000 of 1,100 m lie in the third ring: 0.22 for those of both squares, who then divide alike.
  expect((await shown(app)).values[1]).toBeCloseTo((10_000 * 0.22) / (0.22 * 800), 9);
  setView(app, { decay: undefined });
  expect((await shown(app)).choice).toEqual({ measure: "e2sfca", decay: "gaussian", unit: undefined });

  setView(app, { supply: "3sfca", decay: "none" });
  // Of the west half goes to each: both: 1 ÷ (300 + 200).
  expect((await shown(app)).values[1]).toBeCloseTo(10_000 / 500, 9);

  setView(app, { supply: "bfca" });
  const balanced = await shown(app);
  expect(balanced.values).toBe(balanced.toCity);
  expect(balanced.city.value).toBe(1);

  setView(app, { supply: "per-10000" });
  const inside = await shown(app);
  const { coverage } = app.store.getState().transient;
  expect(inside.values).toBe(coverage?.coverage.areas.per10000);
  expect(inside.unit).toBe("place");
});

test("data without any place say nothing: that is not the same as none", async () => {
  const { app } = toyApp({}, { panel: "provision" });
  follow(app, coverageAnswer(app));
  follow(app, provisionAnswer(app));
  const answer = await shown(app);
  expect(Array.from(answer.values)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  expect(answer.city.value).toBeNaN();
  expect(answer.breaks).toBeUndefined();
});

test("while a place is dragged about nothing is asked, and what was measured stays", async () => {
  const app = open();
  const before = await shown(app);
  const { coverage } = app.store.getState().transient;
  if (!coverage) throw new Error("not measured");
  changeTransient(app, { drag: { id: "own", lon: 10, lat: 51 }, coverage: { ...coverage } });
  expect(shownProvision(app.store.getState())).toBe(before);
  expect(app.store.getState().transient.pending.provision).toBeUndefined();
  changeTransient(app, { drag: undefined });
  expect(shownProvision(app.store.getState())).toBeUndefined();
  expect(await shown(app)).not.toBe(before);
});
