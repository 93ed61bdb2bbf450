import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { addressOf } from "./shown-versorgung.ts";
import {
  type Actor,
  commonStage,
  expectNoForeignRequests,
  expectNoViolations,
  moveTo,
  openApp,
  type Stage,
  whenReady,
} from "./stage.ts";

const folder = fileURLToPath(new URL("../../data/modellstadt/", import.meta.url));

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

/** Names of the Quartiere by id, from the file. */
function names(): Map<string, string> {
  const { features } = JSON.parse(readFileSync(`${folder}quartiere.geojson`, "utf8")) as {
    features: { properties: { id: string; name: string } }[];
  };
  return new Map(features.map(({ properties }) => [properties.id, properties.name]));
}

const plain = (text: string | null | undefined) => (text ?? "").replace(/\s+/g, " ").trim();
const answer = (page: Page) => page.locator("#answer");
const legendCounts = async (page: Page) =>
  (await page.locator("section[aria-label] ul li span:last-child").allInnerTexts()).map(Number).filter(Number.isFinite);

async function headline(actor: Actor): Promise<string> {
  return plain(await answer(actor.page).locator("h1").textContent());
}

describe("the comparison", () => {
  it("shows an indicator that has a direction, with every area in the legend once", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    await moveTo(actor, "view=vergleich");
    expect(await headline(actor)).toMatch(
      /^.+, \d{4}: Die Spanne reicht von [\d,]+ % \(.+\) bis [\d,]+ % \(.+\); in der Stadt sind es [\d,]+ %\.$/,
    );
    const counts = await legendCounts(actor.page);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(names().size);
  });

  it.each(["arbeitslose-anteil", "wbs-ausgestellt"])(
    "keeps the legend of %s below the city and clear of the buttons, even in a small window",
    async (indicator) => {
      // A page of its own each: what is looked at is how the city is placed when the app opens.
      const actor = await stage.newActor({ width: 1024, height: 768 });
      const { page } = actor;
      await openApp(actor, `view=vergleich&indicator=${indicator}`);
      const legend = await page
        .getByRole("button", { name: "Legende einklappen" })
        .locator("xpath=../..")
        .boundingBox();
      const canvas = await page.locator("canvas").first().boundingBox();
      if (!legend || !canvas) throw new Error("no map");
      for (const name of ["Karte verkleinern", "Ganze Stadt zeigen"]) {
        const button = await page.getByRole("button", { name }).boundingBox();
        expect((button?.y ?? 0) + (button?.height ?? 0)).toBeLessThan(legend.y);
      }
      // The ground beyond the city is light and grey; its border would be a dark line across the row above the legend.
      const row = await page.screenshot({
        clip: { x: canvas.x, y: legend.y - 6, width: canvas.width, height: 2 },
      });
      const darkest = await page.evaluate(async (bytes) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
        const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
        pen?.drawImage(picture, 0, 0);
        const { data } = pen?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
        return Math.min(...Array.from(data));
      }, Array.from(row));
      expect(darkest).toBeGreaterThan(150);
      await actor.context.close();
    },
  );

  it("takes districts from the search and the table, puts them beside the city, and draws their years", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 1000 });
    const { page } = actor;
    await moveTo(actor, "view=vergleich&indicator=kinderarmut-anteil&table=1");
    const byName = [...names()].sort(([, a], [, b]) => a.localeCompare(b, "de"));
    const [firstId, firstName] = byName[0] as [string, string];
    const search = page.getByRole("combobox", { name: "Sozialraum hinzufügen" });
    await search.fill(firstName);
    await page.getByRole("option", { name: firstName }).first().waitFor();
    await search.press("ArrowDown");
    await search.press("Enter");
    await whenReady(actor);
    expect(addressOf(actor).get("compare")).toBe(firstId);
    await answer(page).getByText("Noch einen Sozialraum dazunehmen").waitFor();

    const grid = page.getByRole("grid");
    await grid.locator("tbody th button").first().click();
    await page.getByRole("button", { name: "In den Vergleich nehmen", exact: true }).click();
    await whenReady(actor);
    const compared = (addressOf(actor).get("compare") ?? "").split(",");
    expect(compared.length).toBe(2);
    const rows = answer(page).locator("table").first().locator("tbody tr");
    expect(await rows.count()).toBe(3);
    expect(plain(await rows.last().locator("th").textContent())).toContain("Stadt");

    const chart = answer(page).getByRole("img", { name: /^Liniendiagramm Kinderarmut, 2017 bis 2024\./ });
    expect(await chart.locator("svg path").count()).toBeGreaterThan(2);
    expect(await chart.locator("svg").innerHTML()).toContain("2024");
    await answer(page).getByText("Werte als Tabelle").click();
    const years = answer(page).locator("table").last().locator("tbody th");
    expect((await years.allInnerTexts()).map(Number)).toEqual([2024, 2023, 2022, 2021, 2020, 2019, 2018, 2017]);

    await answer(page)
      .getByRole("button", { name: `${firstName} aus dem Vergleich nehmen` })
      .click();
    await whenReady(actor);
    expect(addressOf(actor).get("compare")).toBe(compared[1]);
    await expectNoViolations(actor);
    expectNoForeignRequests(actor);
    expect(actor.errors).toEqual([]);
  });

  it("says in the table what the file says: every published value, and secret ones as secret", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 1000 });
    const { page } = actor;
    const file = readFileSync(`${folder}werte.csv`, "utf8");
    const published = new Map(
      Papa.parse<Record<string, string>>(file, { header: true, delimiter: ";" })
        .data.filter((row) => row.indikator === "kinderarmut-anteil" && row.jahr === "2021")
        .map((row) => [row.sozialraum, row]),
    );
    expect(published.size).toBeGreaterThan(30);
    await moveTo(actor, "view=vergleich&indicator=kinderarmut-anteil&period=2021&table=1");
    const drawn = page.getByRole("grid").locator("tbody tr:has(th)");
    await drawn.first().waitFor();
    const rows = await drawn.evaluateAll((all) =>
      all.map((row) => [row.querySelector("th")?.textContent ?? "", row.querySelectorAll("td")[1]?.textContent ?? ""]),
    );
    expect(rows.length).toBeGreaterThan(12);
    const ids = new Map([...names()].map(([id, name]) => [name, id]));
    for (const [name = "", shown] of rows) {
      const row = published.get(ids.get(name.trim()) ?? "");
      const value = row?.status === "suppressed" ? undefined : Number(row?.wert?.replace(",", "."));
      const expected = value === undefined ? "geheim gehalten" : `${value.toFixed(1).replace(".", ",")} %`;
      expect(plain(shown), name).toBe(expected);
    }
  });

  it("is walked through by keyboard alone: table, row, sort, comparison", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 1000 });
    const { page } = actor;
    await moveTo(actor, "view=vergleich&indicator=kinderarmut-anteil&table=1");
    const grid = page.getByRole("grid");
    await grid.locator("tbody [tabindex='0']").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const cell = () => page.evaluate(() => document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell"));
    await expect.poll(cell).toBe("1:2");
    await page.keyboard.press("Control+End");
    await page.waitForFunction(
      (last) => document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell")?.startsWith(`${last}:`),
      names().size - 1,
    );
    await page.keyboard.press("Home");
    await expect.poll(cell).toMatch(/:0$/);
    const name = plain(await page.evaluate(() => document.activeElement?.textContent));
    await page.keyboard.press("Enter");
    await whenReady(actor);
    expect(names().get(addressOf(actor).get("sozialraum") ?? "")).toBe(name);

    await grid.getByRole("button", { name: "Wert", exact: true }).focus();
    await page.keyboard.press("Enter");
    const sorted = () => grid.getByRole("columnheader", { name: "Wert", exact: true }).getAttribute("aria-sort");
    await expect.poll(sorted).toBe("ascending");
    const texts = await grid.locator("tbody tr td:nth-of-type(2)").allInnerTexts();
    const numbers = texts.map((text) => Number(/^([\d.,]+)/.exec(text)?.[1]?.replace(",", ".") ?? Number.NaN));
    const known = numbers.filter(Number.isFinite);
    expect(known).toEqual([...known].sort((a, b) => a - b));

    // What has no value stands last, whichever way the table is sorted.
    for (const direction of ["ascending", "descending"]) {
      const header = grid.getByRole("columnheader", { name: "Wert", exact: true });
      if ((await header.getAttribute("aria-sort")) !== direction) await header.getByRole("button").click();
      await grid.locator("tbody [tabindex='0']").first().focus();
      await page.keyboard.press("Control+End");
      const last = grid.locator(`tr[aria-rowindex="${names().size + 1}"]`);
      await last.waitFor();
      expect(plain(await last.locator("td").nth(1).textContent()), direction).toBe("geheim gehalten");
    }
  });

  it("keeps the classes when the year changes, and says so in the address", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "view=vergleich&indicator=kinderarmut-anteil&classes=jenks:4");
    const labels = () => page.locator("section[aria-label] ul li span:nth-child(2)").allInnerTexts();
    const before = await labels();
    expect(before.slice(0, 4)).toEqual([
      expect.stringMatching(/^unter /),
      expect.stringMatching(/ bis unter /),
      expect.stringMatching(/ bis unter /),
      expect.stringMatching(/ und mehr$/),
    ]);
    await page.getByRole("button", { name: "Vorheriger Zeitraum" }).click();
    await whenReady(actor);
    expect(addressOf(actor).get("period")).toBe("2023");
    expect((await labels()).slice(0, 4)).toEqual(before.slice(0, 4));
    expect(await headline(actor)).toContain("2023");
  });

  it("asks every figure where it comes from", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "view=vergleich&indicator=kinderarmut-anteil&compare=0101,0401");
    await answer(page).locator("table").first().locator("tbody tr").first().locator("td button").nth(1).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Wert des Sozialraums − Wert der Stadt.").waitFor();
    expect(await accessibilityFindings(actor)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  it.each(["de", "en"])("leaves axe nothing to object to with districts, chart and table open (%s)", async (lang) => {
    const actor = await stage.sharedActor({ width: 1440, height: 1000 });
    await moveTo(actor, `view=vergleich&indicator=kinderarmut-anteil&compare=0101,0401,0602&table=1&lang=${lang}`);
    expect(await accessibilityFindings(actor)).toEqual([]);
  });

  it("ignores an indicator that does not exist, with a notice", async () => {
    const actor = await stage.sharedActor();
    await moveTo(actor, "view=vergleich&indicator=no-such-thing");
    await actor.page.getByText("no-such-thing").first().waitFor();
  });
});
