import { expect, test, vi } from "vitest";
import { cellBandsAnswer } from "../../src/commands/answers/cell-bands.ts";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import { setView } from "../../src/commands/app.ts";
import { follow } from "../../src/commands/follow.ts";
import { toyApp } from "./toy-app.ts";

test("the legend of the cells counts who lives in each colour, and only while the cells are wished for", async () => {
  // 600 people stand at the place, 200 are 2,000 m away and 100 are 4,000 m away.
  const { app } = toyApp({ a: { at: [1000, 1000] } }, { reach: 1600 });
  follow(app, coverageAnswer(app));
  follow(app, cellBandsAnswer(app));
  await vi.waitFor(() => expect(app.store.getState().transient.coverage).toBeDefined());
  expect(app.store.getState().transient.answers.cellBands).toBeUndefined();
  setView(app, { cells: true });
  const { cellBands, ...rest } = app.store.getState().transient.answers;
  expect(rest).toEqual({});
  expect(cellBands?.coverage).toBe(app.store.getState().transient.coverage);
  expect(cellBands?.bands.limits).toEqual([800, 1600, 2400, 4000]);
  const { bands, beyond, residents } = cellBands?.bands.city ?? {};
  expect([bands?.[0], bands?.[1], bands?.[2], residents]).toEqual([600, 0, 200, 900]);
  expect((bands?.[3] ?? 0) + (beyond ?? 0)).toBe(100);
});
