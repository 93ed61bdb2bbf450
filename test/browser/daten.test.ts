import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { AREAS, csv, descriptor, nineAreas, PLAIN_NAMES, writePackages } from "./odd-packages.ts";
import { addressOf } from "./shown-versorgung.ts";
import { moveTo, openApp, openStage, type Stage, whenReady } from "./stage.ts";

const packages = writePackages({
  faulty: {
    "datapackage.json": descriptor("Fehlerstadt", [
      AREAS,
      csv("places", { role: "anlaufpunkte" }),
      csv("indicators", { role: "indicators" }),
      csv("values", { role: "observations" }),
    ]),
    "areas.geojson": nineAreas([...PLAIN_NAMES.slice(0, 8), ""]),
    "places.csv":
      "id;name;kind;lon;lat\n1;Haus;quartierszentrum;10.01;53.006\n2;Ohne Ort;quartierszentrum;zehn;53.01\n",
    "indicators.csv": "id;title;kind\nwbs;Wohnberechtigungsscheine;count\n",
    "values.csv": "sozialraum;indicator;period;value\n01;wbs;2020;12\n02;wbs;2020;viele\n77;wbs;2020;3\n",
  },
  astray: {
    "datapackage.json": descriptor("Irrstadt", [
      AREAS,
      csv("places", { role: "anlaufpunkte" }),
      csv("indicators", { role: "indicators" }),
      csv("values", { role: "observations" }),
      csv("goals", { role: "goals" }),
      csv("cells", { role: "population", cellSizeMetres: 100 }),
    ]),
    "areas.geojson": nineAreas(PLAIN_NAMES),
    "places.csv": [
      "id;name;kind;lon;lat",
      "1;Haus;quartierszentrum;10.01;53.006",
      "2;Ohne Ort;quartierszentrum;zehn;53.01",
      "3;Ohne Art;;10.03;53.018",
      "4;Weit draußen;quartierszentrum;10.2;53.1",
    ].join("\n"),
    "indicators.csv": "id;title;kind\nwbs;Wohnberechtigungsscheine;count\n",
    "values.csv": "sozialraum;indicator;period;value\n01;wbs;2020;12\n02;wbs;2020;viele\n",
    "goals.csv": "id;title;target\nA;Treffpunkte schaffen;\nB;Wege verkürzen;bald\n",
    "cells.csv": "lon;lat;residents\n10.01;53.006;20\n10.05;53.02;-7\n10.3;53.2;40\n",
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

it("lists what is open with rows, source and licence, and every fault with file, line, column, value and a way to its place", async () => {
  const actor = await stage.newActor();
  const { page } = actor;
  await openApp(actor, "view=daten");
  const main = page.getByRole("main");
  const cells = main.getByRole("row", { name: /einwohner-100m\.csv/ });
  expect(await cells.textContent()).toMatch(/\d\.\d{3}.*2024.*CC0-1\.0/);
  expect(await main.textContent()).toContain("Modellstadt – erfundene Daten");
  // One source for all is said once, not in every row.
  expect((await main.textContent())?.split("Erfundene Daten, erzeugt vom Generator").length).toBe(2);
  // The licences of what the app rests on come with it.
  const link = main.getByRole("link", { name: "Lizenzen der verwendeten Bibliotheken" });
  const notices = await page.request.get(await link.evaluate((a: HTMLAnchorElement) => a.href));
  expect(notices.headers()["content-type"]).toMatch(/^text\/plain/);
  expect(await notices.text()).toMatch(/^maplibre-gl \d.*BSD-3-Clause/m);

  await moveTo(actor, "view=daten", { data: "faulty" });
  const fault = (text: RegExp) => main.getByRole("listitem").filter({ hasText: text });
  expect(await fault(/places\.csv/).textContent()).toMatch(/Zeile 3.*lon.*„zehn“/);
  expect(await fault(/„viele“/).textContent()).toMatch(/values\.csv.*Zeile 3.*value/);
  expect(await fault(/„77“/).textContent()).toMatch(/values\.csv.*Zeile 4/);
  // The good rows stay.
  expect(await main.getByRole("row", { name: /places\.csv/ }).textContent()).toMatch(/1.*1 ausgelassen/);
  expect(await accessibilityFindings(actor)).toEqual([]);

  // What a fault speaks of is one click away.
  await fault(/areas\.geojson.*Name/)
    .getByRole("button")
    .click();
  await whenReady(actor);
  expect(addressOf(actor).get("sozialraum")).toBe("09");
  expect(actor.errors).toEqual([]);
  await actor.context.close();
});

it("leads from each fault to what it speaks of: an observation to its Sozialraum, a coordinate to its spot, a goal to the goal, and else to file, row and column", async () => {
  const actor = await stage.newActor();
  const { page } = actor;
  const follow = async (fault: RegExp, way: RegExp) => {
    await moveTo(actor, "view=daten", { data: "astray" });
    const issue = page.getByRole("main").getByRole("listitem").filter({ hasText: fault });
    await issue.getByRole("button", { name: way }).click();
    await whenReady(actor);
  };
  /** Degrees from where the map looks to where it should. */
  const offBy = (lon: number, lat: number) => {
    const [, north = Number.NaN, east = Number.NaN] = (addressOf(actor).get("map") ?? "").split("/").map(Number);
    return Math.max(Math.abs(north - lat), Math.abs(east - lon));
  };
  const isAt = (lon: number, lat: number) =>
    expect.poll(() => offBy(lon, lat), { timeout: 10_000 }).toBeLessThan(0.004);

  await follow(/values\.csv.*Zeile 3.*„viele“/, /^Nord auf der Karte zeigen$/);
  expect(addressOf(actor).get("sozialraum")).toBe("02");
  expect(addressOf(actor).get("view") ?? "versorgung").toBe("versorgung");
  await isAt(10.03, 53.006);

  // A row that was left out has no sign of its own: its coordinate is marked, and the legend says so.
  await follow(/places\.csv.*Zeile 4/, /Breite 53,018°, Länge 10,03°/);
  await isAt(10.03, 53.018);
  await page.getByText("Stelle aus den Hinweisen").waitFor();
  await follow(/cells\.csv.*Zeile 3.*7/, /Breite 53,02°, Länge 10,05°/);
  await isAt(10.05, 53.02);
  await follow(/1 Zelle mit 40/, /Breite 53,2°, Länge 10,3°/);
  await isAt(10.3, 53.2);
  await follow(/außerhalb aller Sozialräume.*Entfernung/, /^Weit draußen auf der Karte zeigen$/);
  await isAt(10.2, 53.1);

  await follow(/goals\.csv.*Zeile 3.*„bald“/, /^Ziel B zeigen/);
  expect(addressOf(actor).get("view")).toBe("ziele");
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("goal-B");

  await follow(/places\.csv.*Zeile 3.*„zehn“/, /^Zum Bestandteil „/);
  const found = page.getByRole("rowheader", { name: /places\.csv, Zeile 3, Spalte „lon“/ });
  await expect.poll(() => found.evaluate((cell) => cell === document.activeElement)).toBe(true);
  expect(await accessibilityFindings(actor)).toEqual([]);
  await found.getByRole("button", { name: "Zurück zum Hinweis" }).click();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Zum Bestandteil/);
  expect(actor.errors).toEqual([]);
  await actor.context.close();
});
