// @ts-check
// `npm run bench`: every *.bench.mjs of this folder, in a real Chromium. `-- --only id` runs one, `-- --json FILE` writes the figures, too.
import { readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { launchChromium } from "../browser/launch-chromium.mjs";

/**
 * @typedef {{ id: string, what: string, value: number, unit: string, ratios: Record<string, number> }} Figure
 * @typedef {Figure & { notes?: string[] }} Result one figure with its ratios (how many times the other's value is ours)
 * @typedef {{ browser: import("playwright-core").Browser }} Surroundings
 * @typedef {{ id: string, run: (surroundings: Surroundings) => Promise<Result | Result[]> }} Bench a file exports `id` and `run`
 */

const folder = dirname(fileURLToPath(import.meta.url));
const only = option("--only");
const json = option("--json");

const files = readdirSync(folder).filter((name) => name.endsWith(".bench.mjs"));
/** @type {Bench[]} */
const benches = await Promise.all(files.map((name) => import(pathToFileURL(join(folder, name)).href)));
const chosen = benches.filter((bench) => only === undefined || bench.id === only);
if (chosen.length === 0) fail(`No bench ${only}. There are: ${benches.map((bench) => bench.id).join(", ")}`);

/** @type {Figure[]} */
const figures = [];
for (const bench of chosen) {
  // A browser of its own each: nothing that one bench leaves behind slows the next.
  const browser = await launchChromium();
  try {
    for (const { notes = [], ...figure } of [await bench.run({ browser })].flat()) {
      figures.push(figure);
      print(figure, notes);
    }
  } finally {
    await browser.close();
  }
}
if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, undefined, 2)}\n`);

/**
 * @param {Figure} figure
 * @param {readonly string[]} notes
 */
function print({ id, what, value, unit, ratios }, notes) {
  console.log(`\n${id}: ${what}\n  ${short(value)} ${unit}`);
  for (const [against, ratio] of Object.entries(ratios)) console.log(`  ${short(ratio).padStart(8)} × ${against}`);
  for (const note of notes) console.log(`  ${note}`);
}

/** @param {number} value */
function short(value) {
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** @param {string} name */
function option(name) {
  const at = process.argv.indexOf(name);
  if (at < 0) return undefined;
  const value = process.argv[at + 1];
  if (value === undefined || value.startsWith("--")) return fail(`${name} needs a value`);
  return value;
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
