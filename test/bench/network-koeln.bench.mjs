// @ts-check
import { runInPage } from "./kernel-page.mjs";
import { networkInputs } from "./network-input.mjs";

export const id = "network-koeln";

/** @param {import("./run.mjs").Surroundings} surroundings */
export function run({ browser }) {
  return runInPage(browser, new URL("./kernels/network.ts", import.meta.url), networkInputs());
}
