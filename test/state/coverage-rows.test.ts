import { expect, test } from "vitest";
import type { AppState } from "../../src/state/app-state.ts";
import { coverageRows, coverageStatuses } from "../../src/state/selectors/coverage-rows.ts";

const level = {
  id: "viertel",
  sozialraeume: [
    { id: "a", name: "A" },
    { id: "b", name: "B" },
    { id: "c", name: "C" },
  ],
};
const demand = {};

interface Measured {
  readonly reached: readonly number[];
  readonly status: readonly string[];
  readonly of?: object;
  readonly residents?: number;
}

/** The state after a measurement of three Sozialräume with 100 residents each. */
function measured({ reached, status, of = demand, residents = 100 }: Measured): AppState {
  const numbers = (values: readonly number[]) => Float64Array.from(values);
  const areas = {
    residents: numbers([residents, residents, residents]),
    anlaufpunkteInside: numbers([1, 0, 0]),
    reached: numbers(reached),
    unreached: numbers(reached.map((people) => residents - people)),
    share: numbers(reached.map((people) => people / residents)),
    nearestMedian: numbers([100, 900, Number.NaN]),
    nearestP90: numbers([200, 1100, Number.NaN]),
    per10000: numbers([100, 0, 0]),
    basis: ["cells", "cells", "cells"],
    status,
    cells: Uint32Array.of(1, 1, 1),
    missing: Uint32Array.of(0, 0, 0),
    suppressed: Uint32Array.of(0, 0, 0),
  };
  const coverage = { levelId: level.id, demand: of, coverage: { areas } };
  return { document: { map: { levels: [level] } }, view: {}, transient: { coverage } } as unknown as AppState;
}

const START: Measured = { reached: [100, 0, 0], status: ["served", "gap", "gap"] };

test("a row stays the same object while none of its figures changes, and is a new one when one does", () => {
  const before = coverageRows(measured(START));
  const after = coverageRows(measured({ reached: [100, 60, 0], status: ["served", "reached", "gap"] }));
  expect(after?.[0]).toBe(before?.[0]);
  expect(after?.[2]).toBe(before?.[2]);
  expect(after?.[1]).toMatchObject({ residentsReached: 60, residentsUnreached: 40, status: "reached" });
  expect(before?.[1]).toMatchObject({ residentsReached: 0, residentsUnreached: 100, status: "gap" });
});

test("rows of other residents are all new, even where what was measured is alike", () => {
  const before = coverageRows(measured(START));
  const after = coverageRows(measured({ ...START, of: {}, residents: 200 }));
  expect(before?.map((row) => row.residents)).toEqual([100, 100, 100]);
  expect(after?.map((row) => row.residents)).toEqual([200, 200, 200]);
});

test("the list of statuses stays the same array until a status changes, whatever the figures do", () => {
  const first = coverageStatuses(measured(START));
  expect(coverageStatuses(measured({ ...START, reached: [100, 30, 0] }))).toBe(first);
  const changed = coverageStatuses(measured({ reached: [100, 60, 0], status: ["served", "reached", "gap"] }));
  expect(changed).toEqual(["served", "reached", "gap"]);
  expect(changed).not.toBe(first);
});
