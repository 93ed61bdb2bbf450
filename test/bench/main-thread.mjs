// @ts-check
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * @typedef {object} TraceEvent as Chromium writes it; times in microseconds, `tdur` on the thread's own clock
 * @property {string} name
 * @property {string} ph
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts
 * @property {number} [dur]
 * @property {number} [tdur]
 * @property {{ data?: { type?: string } }} [args]
 */

/**
 * What inputs cost on the main thread of a page: for each, the processor time of all tasks from the one that hears the event to the
 * one that makes the next frame – scripting, style, layout and the recording of paint; neither raster nor GPU, which other threads do.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").Page} page
 * @param {string} type of the DOM event that each input begins with, such as "click"
 * @param {() => Promise<void>} act makes the inputs, with pauses between them
 * @returns {Promise<number[]>} ms, one per input
 * @throws where the trace holds no such input
 */
export async function mainThreadCosts(browser, page, type, act) {
  const path = join(tmpdir(), `trace-${process.pid}-${Date.now()}.json`);
  await browser.startTracing(page, { path, categories: ["devtools.timeline", "toplevel", "cc"] });
  await act();
  await browser.stopTracing();
  /** @type {TraceEvent[]} */
  const events = JSON.parse(readFileSync(path, "utf8")).traceEvents;
  rmSync(path);
  const inputs = events
    .filter((event) => event.name === "EventDispatch" && event.args?.data?.type === type)
    .sort((a, b) => a.ts - b.ts);
  const first = inputs[0];
  if (!first) throw new Error(`the trace holds no ${type}`);
  const own = events.filter((event) => event.ph === "X" && event.pid === first.pid && event.tid === first.tid);
  const tasks = own.filter((event) => event.name.endsWith("RunTask")).sort((a, b) => a.ts - b.ts);
  const frames = own.filter((event) => event.name === "ProxyMain::BeginMainFrame").sort((a, b) => a.ts - b.ts);
  const end = (/** @type {TraceEvent} */ event) => event.ts + (event.dur ?? 0);
  return inputs.flatMap((input, index) => {
    const frame = frames.find((candidate) => candidate.ts > input.ts);
    const next = inputs[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    // Several inputs before one frame share it: the last one pays.
    if (!frame || frame.ts > next) return [];
    const spent = tasks.filter((task) => end(task) > input.ts && task.ts <= frame.ts);
    return [spent.reduce((sum, task) => sum + (task.tdur ?? task.dur ?? 0), 0) / 1000];
  });
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0 to 1
 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
