// @ts-check
import { cityInput } from "./city-input.mjs";
import { runInPage } from "./kernel-page.mjs";

export const id = "siting-berlin";

/** @param {import("./run.mjs").Surroundings} surroundings */
export function run({ browser }) {
  return runInPage(browser, new URL("./kernels/siting.ts", import.meta.url), cityInput());
}
