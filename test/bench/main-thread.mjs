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
 * What an input costs the main thread, in ms of processor time: scripting, style, layout and the recording of paint; neither raster
 * nor GPU, which other threads do.
 *
 * @typedef {object} MainThreadCost
 * @property {number} frame all tasks from the one that hears the event to the one that makes its frame
 * @property {number} whole all tasks until the next input is heard, whoever they are for: nothing that is put off escapes
 */

/**
 * What inputs cost on the main thread of a page.
 *
 * @remarks Chromium keeps the moves of a pointer until a frame begins and lets the page hear them inside of it: that frame is theirs, not
 * the one after it, which belongs to the next move already.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").Page} page
 * @param {string} type of the DOM event that each input begins with, such as "click"
 * @param {() => Promise<void>} act makes the inputs, with pauses between them
 * @returns {Promise<MainThreadCost[]>} one per input, but for the last
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
  /** @type {(spent: TraceEvent[]) => number} */
  const sum = (spent) => spent.reduce((total, task) => total + (task.tdur ?? task.dur ?? 0), 0) / 1000;
  return inputs.flatMap((input, index) => {
    const frame = frames.find((candidate) => end(candidate) > input.ts);
    const next = inputs[index + 1]?.ts;
    // Several inputs before one frame share it: the last one pays.
    if (!frame || next === undefined || end(frame) > next) return [];
    const following = tasks.filter((task) => end(task) > input.ts && end(task) < next);
    return [{ frame: sum(following.filter((task) => task.ts <= frame.ts)), whole: sum(following) }];
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
