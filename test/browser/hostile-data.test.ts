import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AREAS, csv, descriptor, nineAreas, writePackages } from "./odd-packages.ts";
import { expectNoForeignRequests, expectNoViolations, openApp, openStage, type Stage, whenReady } from "./stage.ts";

const LONG = "Sozialraum mit einem Namen, der nicht endet ".repeat(12).trim();
const NAMES = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(2)</script>",
  "'; DROP TABLE sozialraeume; --",
  '=HYPERLINK("http://boese.example";"hier")',
  "__proto__",
  LONG,
  "שכונה מזרחית",
  "👩‍👩‍👧 Kiez 🏘️",
  "constructor",
];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const packages = writePackages({
  hostile: {
    "datapackage.json": descriptor("<b>Stadt</b>'\"--", [
      AREAS,
      csv("places", { role: "anlaufpunkte" }),
      csv("cells", { role: "population", crs: "EPSG:4326", cellSizeMetres: 100 }),
      csv("indicators", { role: "indicators" }),
      csv("values", { role: "observations" }),
      csv("projects", { role: "vorhaben" }),
    ]),
    "areas.geojson": nineAreas(NAMES),
    "places.csv": `id;name;kind;lon;lat;address;topics\n${quoted(NAMES[0] ?? "")};${quoted("<svg onload=alert(3)>")};quartierszentrum;10.01;53.006;${quoted("@SUM(1)")};${quoted("<b>x</b>")}\n`,
    "cells.csv": `x;y;residents\n${NAMES.map((_, index) => `${10.01 + 0.02 * (index % 3)};${53.006 + 0.012 * Math.floor(index / 3)};${100 + index}`).join("\n")}\n`,
    "indicators.csv": `id;title;unit;kind\n__proto__;${quoted("<iframe src=javascript:alert(4)>")};"<i>%</i>";share\n`,
    "values.csv": `sozialraum;indicator;period;value\n${NAMES.map((_, index) => `0${index + 1};__proto__;2020;${index}`).join("\n")}\n`,
    "projects.csv": `id;title;status;sozialraeume;field\nV1;${quoted("<script>alert(5)</script>")};+1;01;${quoted("'; DELETE FROM goals; --")}\n`,
  },
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ packages: packages.folders });
});
afterAll(async () => {
  await stage?.close();
  packages.remove();
});

it("texts with markup, SQL, formulas, scripts of other directions or no end stay texts, in every view and in the file", async () => {
  const actor = await stage.newActor({ width: 1440, height: 900 });
  const { page } = actor;
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await openApp(actor, "table=1&reach=100", { data: "hostile" });
  const grid = page.getByRole("grid");
  for (const name of NAMES) await grid.getByRole("button", { name, exact: true }).waitFor();

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tabelle als CSV", exact: true }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect(lines).toHaveLength(11);
  expect(lines[1]).toContain("01;<img src=x onerror=alert(1)>;");
  expect(lines[3]).toContain(`03;"'; DROP TABLE sozialraeume; --";`);
  expect(lines[4]).toContain(`04;"'=HYPERLINK(""http://boese.example"";""hier"")";`);

  // The same text in the list, the Steckbrief, the tooltip of the map, the search and the other views.
  const list = page.getByRole("region", { name: "Ergebnis" });
  expect(await list.getByRole("button", { name: NAMES[1] ?? "", exact: true }).count()).toBe(1);
  await grid.getByRole("button", { name: NAMES[0] ?? "", exact: true }).click();
  await whenReady(actor);
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(NAMES[0]);
  const profile = (await list.textContent()) ?? "";
  for (const text of [
    "<svg onload=alert(3)>",
    "<iframe src=javascript:alert(4)>",
    "<script>alert(5)</script>",
    "@SUM(1)",
  ]) {
    expect(profile).toContain(text);
  }
  const search = page.getByRole("combobox", { name: /suchen/ });
  await search.fill("drop table");
  await page.getByRole("option", { name: NAMES[2] ?? "" }).waitFor();
  await search.press("Escape");
  for (const view of ["Vergleich", "Ziele", "Präsentation", "Daten"]) {
    await page.getByRole("navigation").getByRole("button", { name: view }).click();
    await whenReady(actor);
  }
  expect(await page.getByRole("main").textContent()).toContain("<b>Stadt</b>");
  expect(await page.title()).toContain("<b>Stadt</b>");

  expect(await page.evaluate(() => document.querySelectorAll("#app img, #app script, #app iframe").length)).toBe(0);
  // A name without end does not push the page aside.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1440);
  expect(dialogs).toEqual([]);
  expect(actor.errors).toEqual([]);
  expectNoForeignRequests(actor);
  await expectNoViolations(actor);
  await actor.context.close();
});
