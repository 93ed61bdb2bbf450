// @ts-check
import { pageLoads } from "./page-load.mjs";

export const id = "first-answer";

/** @param {import("./run.mjs").Surroundings} surroundings */
export async function run({ browser }) {
  const loads = await pageLoads(browser);
  return loads.map((load) => ({
    id,
    what: `Navigation to the first answer (headline and status colours painted), ${load.city}`,
    value: load.firstAnswer,
    unit: "ms",
    ratios: { "the bare page's first map": load.bareMap / load.firstAnswer },
    notes: [`${Math.round(load.loaded / 1000)} kB (gzip) loaded until then, tiles not counted`],
  }));
}
