// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../data/serve.mjs";
import { APP_FOLDER, buildApp, ROOT } from "../../data/set-up.mjs";
import { cityInput } from "./city-input.mjs";
import { runInPage } from "./kernel-page.mjs";
import { mainThreadCosts, quantile } from "./main-thread.mjs";

export const id = "drag-berlin";

const FOLDER = join(ROOT, "../shared/data/berlin");
const STEPS = 60;

/** @param {import("./run.mjs").Surroundings} surroundings */
export async function run({ browser }) {
  const computing = await runInPage(browser, new URL("./kernels/drag.ts", import.meta.url), cityInput());
  return existsSync(FOLDER) ? [computing, await wholeStep(browser)] : computing;
}

/**
 * A place of a what-if, dragged with the mouse across the shown map.
 *
 * @param {import("playwright-core").Browser} browser
 * @returns {Promise<import("./run.mjs").Result>}
 */
async function wholeStep(browser) {
  buildApp();
  const server = await serve({ appFolder: APP_FOLDER, packages: new Map([["berlin", FOLDER]]) });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
      locale: "de-DE",
    });
    const ready = () => page.waitForSelector("html[data-state=ready]", { state: "attached", timeout: 60_000 });
    await page.goto(`${server.url}?data=daten/berlin/datapackage.json&panel=scenario`);
    await ready();
    await page.getByRole("button", { name: "Auf die Karte setzen" }).click();
    await page.mouse.click(560, 420);
    const handle = page.locator("button.maplibregl-marker");
    await handle.waitFor();
    await ready();
    const box = await handle.boundingBox();
    if (!box) throw new Error("the handle is not shown");
    const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    /** @type {(step: number) => Promise<void>} */
    const moveTo = async (step) => {
      const turn = (step / STEPS) * 1.4 * Math.PI;
      await page.mouse.move(from.x + 90 * Math.sin(turn), from.y + 110 * (1 - Math.cos(turn)));
      await page.waitForTimeout(60);
    };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    // The first steps take the place up and compile what follows.
    for (let step = 1; step <= 12; step++) await moveTo(step);
    const before = await page.locator("h1").first().textContent();
    const steps = await mainThreadCosts(browser, page, "mousemove", async () => {
      for (let step = 13; step < 13 + STEPS; step++) await moveTo(step);
    });
    if ((await page.locator("h1").first().textContent()) === before) throw new Error("the answer did not follow");
    await page.mouse.up();
    await ready();
    const frames = steps.map(({ frame }) => frame);
    const wholes = steps.map(({ whole }) => whole);
    const p95 = quantile(frames, 0.95);
    return {
      id,
      what: "A step of a place that is dragged about in Berlin, p95: main thread to the frame that shows the answer, without raster and GPU",
      value: p95,
      unit: "ms",
      ratios: { "the 16 ms of a frame": 16 / p95 },
      notes: [
        `${steps.length} steps, p50 ${quantile(frames, 0.5).toFixed(1)} ms; the aim is under 16 ms at p95`,
        `with all that the main thread does until the next step: p50 ${quantile(wholes, 0.5).toFixed(1)} ms, p95 ${quantile(wholes, 0.95).toFixed(1)} ms`,
      ],
    };
  } finally {
    await server.close();
  }
}
