// @ts-check
import { runInPage } from "./kernel-page.mjs";

export const id = "coverage-3m-8000";

/** @param {import("./run.mjs").Surroundings} surroundings */
export function run({ browser }) {
  const input = { id, runs: 7, cells: 3_000_000, places: 8_000, width: 640, height: 870, columns: 67, rows: 100 };
  return runInPage(browser, new URL("./kernels/country-coverage.ts", import.meta.url), input);
}
