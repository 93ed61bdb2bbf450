import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AREAS, csv, descriptor, nineAreas, PLAIN_NAMES, writePackages } from "./odd-packages.ts";
import { openStage, type Stage, whenReady } from "./stage.ts";

const CELLS = 1_600_000;

/** Cells in a raster over the nine areas: enough for some seconds of reading. */
function manyCells(): string {
  const rows = ["lon;lat;residents;0-18;18-65;65-"];
  for (let i = 0; i < CELLS; i++) {
    const lon = 10 + ((i % 1000) / 1000) * 0.03;
    const lat = 53 + (Math.floor(i / 1000) / (CELLS / 1000)) * 0.018;
    rows.push(`${lon.toFixed(6)};${lat.toFixed(6)};${i % 9};${i % 2};${i % 5};${i % 3}`);
  }
  return rows.join("\n");
}

const large = writePackages({
  large: {
    "datapackage.json": descriptor("Großstadt", [
      AREAS,
      csv("places", { role: "anlaufpunkte" }),
      csv("cells", { role: "population", groups: { "0-18": "0-18", "18-65": "18-65", "65-": "65-" } }),
    ]),
    "areas.geojson": nineAreas(PLAIN_NAMES),
    "places.csv": "id;name;kind;lon;lat\n1;Haus;quartierszentrum;10.01;53.006\n",
    "cells.csv": manyCells(),
  },
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ packages: large.folders });
});
afterAll(async () => {
  await stage?.close();
  large.remove();
});

describe("a package that takes long to read", () => {
  it("says what it is at and how far, and stops working at once when something else is opened", async () => {
    const actor = await stage.newActor();
    const { page } = actor;
    const readers = () => page.workers().filter((worker) => /\/worker-[^/]*$/.test(worker.url()));
    await page.goto(`${stage.url}?data=daten/large/datapackage.json`);
    await page.getByText(/Einwohnerzahlen werden (gelesen|geprüft) … \d{1,3}\.\d{3}/).waitFor();
    const [reader] = readers();
    if (!reader) throw new Error("nobody reads");
    let isEnded = false;
    reader.on("close", () => {
      isEnded = true;
    });
    await page.evaluate(() => {
      history.pushState(null, "", location.pathname);
      dispatchEvent(new PopStateEvent("popstate"));
    });
    // It is ended at once; that its thread is gone the browser says a moment later.
    await expect.poll(() => isEnded, { timeout: 8000 }).toBe(true);
    await whenReady(actor);
    await expect.poll(() => page.title()).toContain("Modellstadt");
    expect(readers()).not.toContain(reader);
    expect(await page.getByText(/Einwohnerzahlen werden/).count()).toBe(0);
    expect(actor.errors).toEqual([]);
    await actor.context.close();
  });
});
