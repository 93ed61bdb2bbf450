// @ts-check
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { serve } from "../../data/serve.mjs";
import { APP_FOLDER, buildApp, ROOT } from "../../data/set-up.mjs";

const SIZE = { width: 1440, height: 900 };
// A software-drawn page varies by a seventh from load to load.
const ROUNDS = 9;

/** The two cities: the embedded one, and Berlin where the real data stand beside the repository. */
const CITIES = [
  {
    name: "modellstadt",
    folder: join(ROOT, "data/modellstadt"),
    app: "",
    bare: "areas=quartiere.geojson&background=hintergrund.geojson",
    areas: "quartiere.geojson",
  },
  {
    name: "berlin",
    folder: join(ROOT, "../shared/data/berlin"),
    app: "data=daten/berlin/datapackage.json",
    bare: "areas=planungsraeume.geojson&background=basemap.pmtiles&tiles=12",
    areas: "planungsraeume.geojson",
  },
];

/**
 * @typedef {object} PageLoad medians in ms over the rounds
 * @property {string} city
 * @property {number} bareMap the bare page's first map
 * @property {number} firstMap
 * @property {number} firstAnswer
 * @property {number} script gzipped bytes of JavaScript before the first map, workers included
 * @property {number} loaded gzipped bytes of everything before the first answer
 */

/** @type {Promise<PageLoad[]> | undefined} */
let measured;

/**
 * Navigation to the first map and to the first answer, with a fresh profile each time, in turns with the bare page.
 *
 * @param {import("playwright-core").Browser} browser
 */
export function pageLoads(browser) {
  measured ??= measure(browser);
  return measured;
}

/** @param {import("playwright-core").Browser} browser */
async function measure(browser) {
  buildApp();
  const bareFolder = mkdtempSync(join(tmpdir(), "bare-map-"));
  await build({
    configFile: false,
    root: fileURLToPath(new URL("bare-map", import.meta.url)),
    base: "./",
    logLevel: "warn",
    worker: { format: "es" },
    build: { outDir: bareFolder, emptyOutDir: true, target: "es2023", modulePreload: { polyfill: false } },
  });
  const cities = CITIES.filter((city) => existsSync(city.folder));
  const packages = new Map(cities.map((city) => [city.name, city.folder]));
  const app = await serve({ appFolder: APP_FOLDER, packages });
  const bare = await serve({ appFolder: bareFolder, packages });
  try {
    const results = [];
    for (const city of cities) {
      const box = boxOf(join(city.folder, city.areas));
      const query = city.bare.replaceAll(/(areas|background)=/g, `$1=daten/${city.name}/`);
      const rounds = [];
      for (let round = 0; round <= ROUNDS; round++) {
        const bareLoad = await load(browser, `${bare.url}?${query}&box=${box}`, ["first-map"]);
        const appLoad = await load(browser, `${app.url}?${city.app}`, ["first-map", "first-answer"]);
        // The first round warms the machine's caches.
        if (round > 0) rounds.push({ bareLoad, appLoad });
      }
      results.push({
        city: city.name,
        bareMap: median(rounds.map(({ bareLoad }) => bareLoad.marks["first-map"] ?? 0)),
        firstMap: median(rounds.map(({ appLoad }) => appLoad.marks["first-map"] ?? 0)),
        firstAnswer: median(rounds.map(({ appLoad }) => appLoad.marks["first-answer"] ?? 0)),
        script: median(rounds.map(({ appLoad }) => appLoad.script)),
        loaded: median(rounds.map(({ appLoad }) => appLoad.loaded)),
      });
    }
    return results;
  } finally {
    await app.close();
    await bare.close();
    rmSync(bareFolder, { recursive: true, force: true });
  }
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {readonly string[]} names
 */
async function load(browser, url, names) {
  const context = await browser.newContext({ viewport: SIZE, reducedMotion: "reduce" });
  const page = await context.newPage();
  /** @type {{ url: string, at: number }[]} */
  const finished = [];
  context.on("requestfinished", (request) => finished.push({ url: request.url(), at: Date.now() }));
  await page.goto(url, { waitUntil: "commit" });
  const marks = await page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const found = wanted.map((name) => [name, performance.getEntriesByName(name)[0]?.startTime]);
          if (found.every(([, time]) => time !== undefined)) resolve(Object.fromEntries(found));
          else setTimeout(look, 20);
        };
        look();
      }),
    names,
  );
  const origin = await page.evaluate(() => performance.timeOrigin);
  await context.close();
  const before = (/** @type {number} */ mark) => finished.filter((request) => request.at - origin <= mark + 20);
  const last = names.at(-1) ?? "";
  return {
    marks: /** @type {Record<string, number>} */ (marks),
    script: gzippedBytes(before(marks["first-map"]).filter((request) => /\.m?js(\?|$)/.test(request.url))),
    loaded: gzippedBytes(before(marks[last])),
  };
}

/** @param {readonly { url: string }[]} requests the app's own files; ranges of a tile archive are not files and do not count */
function gzippedBytes(requests) {
  let bytes = 0;
  for (const path of new Set(requests.map(({ url }) => new URL(url).pathname))) {
    const [, name, rest] = /^\/daten\/([^/]+)\/(.+)$/.exec(path) ?? [];
    const file =
      name === undefined
        ? join(APP_FOLDER, path === "/" ? "index.html" : path)
        : join(CITIES.find((city) => city.name === name)?.folder ?? "", rest ?? "");
    if (basename(file).endsWith(".pmtiles") || !existsSync(file)) continue;
    bytes += gzipSync(readFileSync(file)).length;
  }
  return bytes;
}

/** @param {string} file GeoJSON */
function boxOf(file) {
  const box = [180, 90, -180, -90];
  for (const [, lon, lat] of readFileSync(file, "utf8").matchAll(/\[\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*\]/g)) {
    box[0] = Math.min(box[0] ?? 0, Number(lon));
    box[1] = Math.min(box[1] ?? 0, Number(lat));
    box[2] = Math.max(box[2] ?? 0, Number(lon));
    box[3] = Math.max(box[3] ?? 0, Number(lat));
  }
  return box.join(",");
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
