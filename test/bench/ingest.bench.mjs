// @ts-check
import { runInPage } from "./kernel-page.mjs";

export const id = "ingest";

/** @param {import("./run.mjs").Surroundings} surroundings */
export function run({ browser }) {
  return runInPage(browser, new URL("./kernels/ingest.ts", import.meta.url), undefined);
}
