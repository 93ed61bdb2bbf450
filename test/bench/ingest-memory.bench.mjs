// @ts-check
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runnerImport } from "vite";
import { launchChromium } from "../browser/launch-chromium.mjs";
import { runInPage } from "./kernel-page.mjs";

export const id = "ingest-memory";

const ENTRY = new URL("./kernels/ingest-memory.ts", import.meta.url);
const MB = 1e6;

/** The most memory that reading takes, in a page of its own each: the peak of its process above that of an empty page. */
export async function run() {
  const files = fileURLToPath(new URL("./kernels/ingest-files.ts", import.meta.url));
  const { module } = await runnerImport(files, { configFile: false, logLevel: "error" });
  const made = /** @type {typeof import("./kernels/ingest-files.ts")} */ (module);
  /** @type {readonly [title: string, format: string, rows: number, library: string, make: (places: import("./kernels/ingest-files.ts").Place[]) => Promise<Uint8Array> | Uint8Array][]} */
  const formats = [
    ["CSV", "csv", 1_000_000, "papaparse", (places) => made.csvOf(places)],
    ["GeoJSON points", "geojson", 1_000_000, "JSON.parse", made.geojsonOf],
    ["Parquet", "parquet", 1_000_000, "hyparquet", made.parquetOf],
    ["GeoPackage points", "gpkg", 1_000_000, "sql.js", async (places) => (await made.geopackageOf(places)).bytes],
    // As many as a workbook may have.
    ["XLSX", "xlsx", 400_000, "SheetJS", (places) => made.workbookOf(places.slice(0, -1), "xlsx")],
  ];
  const results = [];
  for (const [title, format, rows, library, make] of formats) {
    const file = await make(made.placesOf(rows));
    const ours = await peakOf(format, "us", file);
    const theirs = await peakOf(format, "library", file);
    if (ours.rows !== theirs.rows)
      throw new Error(`wrong answer: ${title}, ${ours.rows} rows, ${library} ${theirs.rows}`);
    results.push({
      id: `ingest-memory-${format}`,
      what: `peak of memory when ${ours.rows.toLocaleString("en")} rows of ${title} are read`,
      value: ours.bytes / MB,
      unit: "MB",
      ratios: { [library]: theirs.bytes / ours.bytes },
      notes: [`${(file.length / MB).toFixed(0)} MB in the file; ${library} ${(theirs.bytes / MB).toFixed(0)} MB`],
    });
  }
  return results;
}

/**
 * @param {string} format
 * @param {"us" | "library"} by
 * @param {Uint8Array} file
 */
async function peakOf(format, by, file) {
  const browser = await launchChromium();
  try {
    const empty = await browser.newPage();
    await empty.goto("about:blank");
    const before = await peakOfRenderers(browser);
    await empty.close();
    const rows = await runInPage(browser, ENTRY, { format, by }, file);
    return { rows: Number(rows), bytes: (await peakOfRenderers(browser)) - before };
  } finally {
    await browser.close();
  }
}

/**
 * The largest resident set that a page of this browser ever had, as Linux has counted it.
 * @param {import("playwright-core").Browser} browser
 */
async function peakOfRenderers(browser) {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id: pid }) => /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  await session.detach();
  return 1024 * Math.max(0, ...peaks.map(Number));
}
