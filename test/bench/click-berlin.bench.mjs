// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../data/serve.mjs";
import { APP_FOLDER, buildApp, ROOT } from "../../data/set-up.mjs";
import { mainThreadCosts, quantile } from "./main-thread.mjs";

export const id = "click-berlin";

const FOLDER = join(ROOT, "../shared/data/berlin");

/** @param {import("./run.mjs").Surroundings} surroundings */
export async function run({ browser }) {
  if (!existsSync(FOLDER)) return [];
  buildApp();
  const server = await serve({ appFolder: APP_FOLDER, packages: new Map([["berlin", FOLDER]]) });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    const ready = () => page.waitForSelector("html[data-state=ready]", { state: "attached", timeout: 60_000 });
    await page.goto(`${server.url}?data=daten/berlin/datapackage.json`);
    await ready();
    const rows = page.locator("button[data-sozialraum]");
    await rows.nth(0).click();
    await ready();
    await page.keyboard.press("Escape");
    await ready();
    const costs = await mainThreadCosts(browser, page, "click", async () => {
      for (let row = 1; row <= 12; row++) {
        await rows.nth(row).click();
        await ready();
        await page.keyboard.press("Escape");
        await ready();
      }
    });
    const clicks = costs.map(({ frame }) => frame);
    return {
      id,
      what: "A click on a row of the gap list of Berlin, to the frame that shows the Steckbrief: main thread, without raster and GPU",
      value: quantile(clicks, 0.5),
      unit: "ms",
      ratios: { "the 100 ms that a click may take": 100 / quantile(clicks, 0.5) },
      notes: [`${clicks.length} clicks, p95 ${quantile(clicks, 0.95).toFixed(1)} ms; the aim is under 100 ms`],
    };
  } finally {
    await server.close();
  }
}
