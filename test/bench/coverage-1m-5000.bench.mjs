// @ts-check
import { runInPage } from "./kernel-page.mjs";

export const id = "coverage-1m-5000";

/** @param {import("./run.mjs").Surroundings} surroundings */
export function run({ browser }) {
  const input = { id, runs: 15, cells: 1_000_000, places: 5_000, width: 330, height: 330, columns: 25, rows: 18 };
  return runInPage(browser, new URL("./kernels/country-coverage.ts", import.meta.url), input);
}
