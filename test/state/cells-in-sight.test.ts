import { expect, test } from "vitest";
import { createAppStore } from "../../src/state/app-state.ts";
import type { CoverageAnswer } from "../../src/state/coverage-answer.ts";
import { cellsInSight } from "../../src/state/selectors/cells-in-sight.ts";
import { DEFAULT_VIEW } from "../../src/state/view.ts";

function seen(cells: number, mapZoom: number | undefined, linked?: number) {
  const state = createAppStore().getState();
  const coverage = { demand: { residents: new Float64Array(cells) } } as CoverageAnswer;
  const map = linked === undefined ? undefined : { zoom: linked, lat: 51, lon: 10 };
  return cellsInSight({
    ...state,
    view: { ...DEFAULT_VIEW, map },
    transient: { ...state.transient, coverage, mapZoom },
  });
}

test("the cells of a city are drawn from afar, those of a country where each has its pixels", () => {
  expect(seen(36_000, 4)).toBe(true);
  expect(seen(3_000_000, 5.5)).toBe(false);
  expect(seen(3_000_000, undefined)).toBe(false);
  expect(seen(3_000_000, 10)).toBe(true);
  // Where a link asks for is where the map will stand.
  expect(seen(3_000_000, 5.5, 11)).toBe(true);
});
