// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../data/serve.mjs";
import { APP_FOLDER, buildApp, ROOT } from "../../data/set-up.mjs";
import { cityInput } from "./city-input.mjs";
import { runInPage } from "./kernel-page.mjs";
import { quantile } from "./main-thread.mjs";

export const id = "siting-berlin";

const FOLDER = join(ROOT, "../shared/data/berlin");
/** Numbers of sites that are asked for in turn; the first of each goal compiles what follows and is not counted. */
const ASKED = { "most-reached": [3, 5, 10, 20], "shortest-ways": [2, 1, 5, 10] };
/** Until the database has read, and the tables of the coverage are written. */
const SETTLED_MS = 2500;

/** @param {import("./run.mjs").Surroundings} surroundings */
export async function run({ browser }) {
  const computing = await runInPage(browser, new URL("./kernels/siting.ts", import.meta.url), cityInput());
  return existsSync(FOLDER) ? [computing, await inThePage(browser)] : computing;
}

/**
 * From the key that asks to the first answer in the page of the app: until its sentence stands there, and until a frame shows it. The
 * frame waits for the map, which draws in software here.
 *
 * @param {import("playwright-core").Browser} browser
 * @returns {Promise<import("./run.mjs").Result>}
 */
async function inThePage(browser) {
  buildApp();
  const server = await serve({ appFolder: APP_FOLDER, packages: new Map([["berlin", FOLDER]]) });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      reducedMotion: "reduce",
      locale: "de-DE",
    });
    const ready = () => page.waitForSelector("html[data-state=ready]", { state: "attached", timeout: 60_000 });
    /** @type {Map<string, { told: number, shown: number }[]>} */
    const times = new Map();
    for (const [goal, counts] of Object.entries(ASKED)) {
      await page.goto(`${server.url}?data=daten/berlin/datapackage.json&panel=sites&sites=4:${goal}:anywhere:planned`);
      await ready();
      await page.waitForTimeout(SETTLED_MS);
      const entry = page.getByRole("textbox", { name: "Wie viele?" });
      for (const [place, count] of counts.entries()) {
        await entry.fill(String(count));
        const told = page.evaluate(firstAnswerAfterEnter);
        await entry.press("Enter");
        const time = await told;
        if (place > 0) times.set(goal, [...(times.get(goal) ?? []), time]);
        await ready();
        await page.waitForTimeout(SETTLED_MS);
      }
    }
    const reached = times.get("most-reached") ?? [];
    const ways = times.get("shortest-ways") ?? [];
    const median = quantile(
      [...reached, ...ways].map(({ told }) => told),
      0.5,
    );
    /** @type {(goal: keyof typeof ASKED, list: { told: number, shown: number }[]) => string} */
    const each = (goal, list) =>
      list
        .map(({ told, shown }, n) => `k = ${ASKED[goal][n + 1]}: ${told.toFixed(0)} ms (${shown.toFixed(0)})`)
        .join(", ");
    return {
      id: "siting-berlin-page",
      what: "Best sites for Berlin asked for in the page: from the key until the first answer stands in the page",
      value: median,
      unit: "ms",
      ratios: { "the 100 ms that an answer may take": 100 / median },
      notes: [
        "in brackets until a frame shows it, with the map drawn in software",
        `most residents: ${each("most-reached", reached)}`,
        `shortest ways: ${each("shortest-ways", ways)}`,
      ],
    };
  } finally {
    await server.close();
  }
}

/** Runs in the page: waits for Enter, then for another sentence of the answer, then for the frame that shows it. */
function firstAnswerAfterEnter() {
  const section = document.querySelector("section[aria-labelledby=sites-title]");
  if (!section) throw new Error("the panel of the sites is not shown");
  const sentence = () =>
    [...section.querySelectorAll("p")]
      .map((line) => line.textContent ?? "")
      .find((text) => /neuer? Standort|neue[nr]? Standorte/.test(text)) ?? "";
  const before = sentence();
  /** @type {Promise<{ told: number, shown: number }>} */
  const shown = new Promise((resolve) => {
    document.addEventListener(
      "keydown",
      (event) => {
        const observer = new MutationObserver(() => {
          const now = sentence();
          if (now === "" || now === before) return;
          observer.disconnect();
          const told = performance.now() - event.timeStamp;
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            // The first task after the frame: what it shows is painted.
            port1.onmessage = () => resolve({ told, shown: performance.now() - event.timeStamp });
            port2.postMessage(null);
          });
        });
        observer.observe(section, { subtree: true, childList: true, characterData: true });
      },
      { once: true, capture: true },
    );
  });
  return shown;
}
