// @ts-check
import { pageLoads } from "./page-load.mjs";

export const id = "js-before-map";

/** The aim: under 1 MB. */
const AIM = 1_000_000;

/** @param {import("./run.mjs").Surroundings} surroundings */
export async function run({ browser }) {
  const loads = await pageLoads(browser);
  return loads.map((load) => ({
    id,
    what: `JavaScript before the first map, gzip, workers included, ${load.city}`,
    value: load.script / 1000,
    unit: "kB",
    ratios: { "the aim of 1 MB": AIM / load.script },
  }));
}
