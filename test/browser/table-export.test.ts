import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { workbookFormat } from "../../src/ingest/workbook/workbook-format.ts";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { cellsOf, downloadTable } from "./download-table.ts";
import { expectedCity } from "./model-city-oracle.ts";
import { addressOf } from "./shown-versorgung.ts";
import { type Actor, commonStage, moveTo, type Stage, whenReady } from "./stage.ts";

const HEADER = [
  "sozialraum_id",
  "sozialraum",
  "residents",
  "anlaufpunkte_inside",
  "residents_reached",
  "reached_share",
  "residents_unreached",
  "nearest_median_m",
  "nearest_p90_m",
  "per_10000",
  "basis",
  "status",
  "note",
];

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

/** Numbers as numbers, whatever zeros they end with; a key with a leading zero is none. */
const plain = (cell = "") => (/^-?(0|[1-9]\d*)(\.\d+)?$/.test(cell) ? Number(cell) : cell);
const percent = (cell = "") => `${Math.round(Number(cell) * 1e4) / 100} %`;

const firstColumn = ({ page }: Actor) =>
  page
    .getByRole("grid")
    .locator("tbody th")
    .evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ""));

it("the table comes up from below, sorts, filters and obeys the keyboard, and its file says what the files of the city give", async () => {
  const actor = await stage.sharedActor({ width: 1440, height: 900 });
  const { page } = actor;
  await moveTo(actor);

  await page.getByRole("button", { name: "Tabelle", exact: true }).click();
  await page.getByRole("grid").waitFor();
  expect(addressOf(actor).get("table")).toBe("1");
  const grid = page.getByRole("grid", { name: "Versorgung je Sozialraum" });
  expect(await grid.getAttribute("aria-rowcount")).toBe("41");
  expect(await accessibilityFindings(actor)).toEqual([]);

  const header = (name: string) => grid.getByRole("columnheader", { name });
  expect(await header("nicht erreicht").getAttribute("aria-sort")).toBe("descending");
  await header("Sozialraum").getByRole("button").click();
  expect(await header("Sozialraum").getAttribute("aria-sort")).toBe("ascending");
  expect(await header("nicht erreicht").getAttribute("aria-sort")).toBe("none");
  await expect.poll(async () => (await firstColumn(actor)).length).toBeGreaterThan(10);
  const names = await firstColumn(actor);
  expect(names).toEqual([...names].sort(new Intl.Collator("de", { numeric: true }).compare));

  const filter = page.getByRole("searchbox", { name: "Filtern" });
  await filter.fill("wohlde");
  await expect.poll(() => firstColumn(actor)).toEqual(["Groß Wohlde", "Klein Wohlde"]);
  await filter.press("Escape");
  await expect.poll(async () => (await firstColumn(actor)).length).toBeGreaterThan(10);

  await page.getByRole("grid").locator("tbody th button").first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  const focused = names[1] ?? "";
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(focused);
  await page.keyboard.press("Enter");
  await whenReady(actor);
  await page.getByRole("heading", { level: 1, name: focused, exact: true }).waitFor();
  expect(addressOf(actor).get("sozialraum")).not.toBeNull();
  await page.keyboard.press("Control+End");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("tr")?.ariaRowIndex)).toBe("41");

  const german = cellsOf(await downloadTable(actor, "Tabelle als CSV"), ";");
  expect(german[0]).toEqual(HEADER);
  const city = expectedCity(["quartierszentrum", "beratungsstelle"], 800);
  expect(german.slice(1).map((row) => row[0])).toEqual(city.areas.map((area) => area.id));
  const number = (text = "") => {
    expect(text).toMatch(/^\d+(,\d+)?$/);
    return Number(text.replace(",", "."));
  };
  city.areas.forEach((area, index) => {
    const [, name, residents, inside, reached, share, unreached, median, p90, per10000, basis, status, note] =
      german[index + 1] ?? [];
    expect([name, residents, inside, basis, status, note], area.id).toEqual([
      area.name,
      String(area.residents),
      String(area.inside),
      "cells",
      area.status,
      "",
    ]);
    expect(number(reached) + number(unreached), area.id).toBe(area.residents);
    expect(Math.abs(number(unreached) - area.unreached), area.id).toBeLessThanOrEqual(area.doubtful);
    expect(share, area.id).toMatch(/^[01],\d{4}$/);
    expect(number(share), area.id).toBeCloseTo(number(reached) / area.residents, 4);
    expect(median, area.id).toMatch(/^\d+$/);
    expect(Math.abs(number(median) - area.medianMetres), area.id).toBeLessThan(1 + area.medianMetres / 1000);
    expect(number(p90), area.id).toBeGreaterThanOrEqual(number(median));
    expect(number(per10000), area.id).toBeCloseTo((area.inside / area.residents) * 10_000, 3);
  });

  await page.getByRole("button", { name: "Switch to English" }).click();
  await page.getByRole("button", { name: "Table as CSV" }).waitFor();
  const english = cellsOf(await downloadTable(actor, "Table as CSV"), ",");
  expect(english[0]).toEqual(HEADER);
  expect(english.map((row) => row.join("|"))).toEqual(
    german.map((row) => row.join("|").replaceAll(/(?<=\|\d+),(?=\d+\|)/g, ".")),
  );

  // The menu beside it, by keyboard: Esc gives the focus back, and a workbook has the cells of the file above, and where they come from.
  const more = page.getByRole("button", { name: "Save the table in another format" });
  await more.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  expect(await page.getByRole("menuitem").allTextContents()).toEqual([
    expect.stringMatching(/^CSV/),
    expect.stringMatching(/^Excel \(XLSX\)/),
    expect.stringMatching(/^GeoJSON/),
    expect.stringMatching(/^Parquet/),
  ]);
  await page.keyboard.press("Escape");
  await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
  const isAt = (name: RegExp) =>
    expect
      .poll(() => page.evaluate(() => document.activeElement?.closest("[role=menuitem]")?.textContent))
      .toMatch(name);
  await page.keyboard.press("Enter");
  await isAt(/^CSV/);
  await page.keyboard.press("ArrowDown");
  await isAt(/^Excel/);
  const [workbook] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(workbook.suggestedFilename()).toMatch(/\.xlsx$/);
  const bytes = new Uint8Array(await readFile(await workbook.path()));
  const options = { source: "table", listSeparator: ";" };
  const table = await workbookFormat.read(bytes, options);
  expect(table.issues).toEqual([]);
  expect(table.columns.map(({ name }) => name)).toEqual(HEADER);
  table.columns.forEach(({ name, texts }, i) => {
    const shown = english.slice(1).map((row) => (name === "reached_share" ? percent(row[i]) : row[i]));
    expect(texts.map(plain), name).toEqual(shown.map(plain));
  });
  const origin = await workbookFormat.read(bytes, { ...options, table: "Provenance" });
  expect(origin.columns.flatMap(({ name, texts }) => [name, ...texts])).toEqual(
    expect.arrayContaining(["Source", "Filter", "Rule C3", "Coverage per area"]),
  );

  const handle = page.getByRole("button", { name: "Table", exact: true });
  const hasFocus = () => handle.evaluate((button) => button === document.activeElement);
  await page.keyboard.press("Escape");
  await page.getByRole("grid").waitFor({ state: "detached" });
  expect(addressOf(actor).get("table")).toBeNull();
  await expect.poll(hasFocus).toBe(true);
  await page.keyboard.press("t");
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("tr")?.ariaRowIndex)).toBe("2");
  await page.getByRole("button", { name: "Close the table", exact: true }).click();
  await page.getByRole("grid").waitFor({ state: "detached" });
  await expect.poll(hasFocus).toBe(true);
  expect(actor.errors).toEqual([]);
}, 120_000);
