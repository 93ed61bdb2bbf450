// @ts-check
import { runInPage } from "./kernel-page.mjs";

export const id = "nearest-1m";

/** @param {import("./run.mjs").Surroundings} surroundings */
export function run({ browser }) {
  return runInPage(browser, new URL("./kernels/nearest.ts", import.meta.url), null);
}
