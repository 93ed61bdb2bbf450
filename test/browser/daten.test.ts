import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { AREAS, csv, descriptor, nineAreas, PLAIN_NAMES, writePackages } from "./odd-packages.ts";
import { addressOf } from "./shown-versorgung.ts";
import { openApp, openStage, type Stage, whenReady } from "./stage.ts";

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
  const actor = await stage.newActor({ width: 1440, height: 900 });
  const { page } = actor;
  await openApp(actor, "view=daten");
  const main = page.getByRole("main");
  const cells = main.getByRole("row", { name: /einwohner-100m\.csv/ });
  expect(await cells.textContent()).toMatch(/\d\.\d{3}.*2024.*CC0-1\.0/);
  expect(await main.textContent()).toContain("Modellstadt – erfundene Daten");

  await openApp(actor, "view=daten", { data: "faulty" });
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
