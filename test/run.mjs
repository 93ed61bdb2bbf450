// @ts-check
// `npm test`: sets up what is missing, then proves everything, the cheapest proof first; stops at the first failure.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildApp, installPackages, ROOT, requireNode } from "../data/set-up.mjs";
import { provideChromium } from "./browser/find-chromium.mjs";

const totals = { passed: 0, failed: 0, skipped: 0 };
const started = Date.now();

requireNode();
step("Packages", () => succeeds(installPackages));
step("Types", () => node("typescript/bin/tsc", "--noEmit", "--project", "."));
step("Lint and format", () => node("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."));
step("Dead code", () => node("knip/bin/knip.js"));
// Left to itself, Vitest leaves one core to others: of two that is half.
step("Architecture, units, database", () => vitest("node", "--maxWorkers=100%"));
step("Build", () => succeeds(buildApp));
step("A browser to test with", () => succeeds(() => console.log(provideChromium())));
step("Browser", () => vitest("browser"));
finish();

/**
 * @param {string} title
 * @param {() => boolean} prove
 */
function step(title, prove) {
  const began = Date.now();
  console.log(`\n── ${title} ${"─".repeat(Math.max(0, 70 - title.length))}`);
  const { failed } = totals;
  const isProven = prove();
  console.log(`── ${title}: ${isProven ? "ok" : "FAILED"}, ${seconds(began)} s`);
  if (isProven) return;
  // A step that fails without a test that failed counts as one, so that the totals never look green.
  if (totals.failed === failed) totals.failed += 1;
  finish();
}

/**
 * @param {string} script below node_modules
 * @param {...string} options
 */
function node(script, ...options) {
  const path = join(ROOT, "node_modules", script);
  return spawnSync(process.execPath, [path, ...options], { cwd: ROOT, stdio: "inherit" }).status === 0;
}

/**
 * @param {string} project
 * @param {...string} options
 */
function vitest(project, ...options) {
  const folder = join(ROOT, "node_modules/.cache/test-results");
  const file = join(folder, `${project}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const isProven = node("vitest/vitest.mjs", "run", "--project", project, ...reporters, ...options);
  if (existsSync(file)) {
    const result = JSON.parse(readFileSync(file, "utf8"));
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests;
    totals.skipped += result.numPendingTests + result.numTodoTests;
  }
  return isProven;
}

/** @param {() => void} action */
function succeeds(action) {
  try {
    action();
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

/** @param {number} since */
function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}

/** @returns {never} */
function finish() {
  const { passed, failed, skipped } = totals;
  console.log(`\nAll in ${seconds(started)} s`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exit(failed > 0 ? 1 : 0);
}
