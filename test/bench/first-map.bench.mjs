// @ts-check
import { pageLoads } from "./page-load.mjs";

export const id = "first-map";

/** @param {import("./run.mjs").Surroundings} surroundings */
export async function run({ browser }) {
  const loads = await pageLoads(browser);
  return loads.map((load) => ({
    id,
    what: `Navigation to the first map (areas and background painted), ${load.city}`,
    value: load.firstMap,
    unit: "ms",
    // How many times the bare page's time is ours: the aim is at most 1.3 the other way round, so at least 0.77.
    ratios: { "a bare MapLibre page that draws the same": load.bareMap / load.firstMap },
    notes: [
      `bare page: ${Math.round(load.bareMap)} ms; ours takes ${(load.firstMap / load.bareMap).toFixed(2)} times as long`,
    ],
  }));
}
