import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { type ExpectedCity, expectedCity } from "./model-city-oracle.ts";
import { addressOf, germanNumber, shownVersorgung } from "./shown-versorgung.ts";
import { type Actor, commonStage, moveTo, type Stage, whenReady } from "./stage.ts";

const BOTH = ["quartierszentrum", "beratungsstelle"];

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

/** The sentence, the legend and the list say what was computed from the files. */
async function expectShown(actor: Actor, city: ExpectedCity, place: string, none: string, reach: string) {
  const shown = await shownVersorgung(actor);
  expect(shown.headline).toBe(
    `In ${city.without} von ${city.areas.length} Sozialräumen fehlt ${place}, ` +
      `in ${city.gaps} davon ist auch ${none} in ${reach} erreichbar.`,
  );
  const people = germanNumber(/^([\d.]+) Menschen/.exec(shown.people)?.[1] ?? "");
  // The sentence says three figures.
  expect(Math.abs(people - city.unreached)).toBeLessThanOrEqual(city.doubtful + city.unreached / 200);
  const served = city.areas.filter((area) => area.status === "served").length;
  expect(shown.legend).toMatchObject({ "Lücke: keiner erreichbar": city.gaps, "Anlaufpunkt vorhanden": served });

  expect(shown.list.map((row) => row.name).sort()).toEqual(
    city.areas
      .filter((area) => area.inside === 0)
      .map((area) => area.name)
      .sort(),
  );
  expect(shown.list.map((row) => row.status === "gap")).toEqual(shown.list.map((_, index) => index < city.gaps));
  for (const part of [shown.list.slice(0, city.gaps), shown.list.slice(city.gaps)]) {
    const unreached = part.map((row) => row.unreached);
    expect(unreached).toEqual([...unreached].sort((a, b) => b - a));
  }
  for (const row of shown.list) {
    const area = city.areas.find((candidate) => candidate.name === row.name);
    expect(Math.abs(row.unreached - (area?.unreached ?? Number.NaN)), row.name).toBeLessThanOrEqual(
      area?.doubtful ?? 0,
    );
  }
}

describe("the answer of the model city", () => {
  it("says what a brute force over its files finds, and follows every choice made with the mouse", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    const question = page.getByRole("region", { name: "Frage" });
    await moveTo(actor);
    await expectShown(actor, expectedCity(BOTH, 800), "ein Anlaufpunkt", "keiner", "800 m");

    await question.getByText("500 m").click();
    await whenReady(actor);
    expect(addressOf(actor).get("reach")).toBe("500");
    await expectShown(actor, expectedCity(BOTH, 500), "ein Anlaufpunkt", "keiner", "500 m");

    await question.getByText("Quartierszentren").click();
    await whenReady(actor);
    expect(addressOf(actor).get("kind")).toBe("beratungsstelle");
    await expectShown(actor, expectedCity(["beratungsstelle"], 500), "eine Beratungsstelle", "keine", "500 m");

    const reach = question.getByRole("textbox");
    await reach.fill("1250");
    await reach.press("Enter");
    await whenReady(actor);
    expect(addressOf(actor).get("reach")).toBe("1250");
    await expectShown(actor, expectedCity(["beratungsstelle"], 1250), "eine Beratungsstelle", "keine", "1.250 m");

    await question.getByRole("button", { name: /Karte zeigt/ }).click();
    await page.getByRole("option", { name: "Anteil der Erreichten" }).click();
    await whenReady(actor);
    expect(addressOf(actor).get("metric")).toBe("reached_share");
    const byShare = (await shownVersorgung(actor)).legend;
    expect(Object.values(byShare).reduce((sum, count) => sum + count, 0)).toBe(expectedCity(BOTH, 500).areas.length);

    await question.getByText("Nur wo Menschen wohnen").click();
    await whenReady(actor);
    expect(addressOf(actor).get("cells")).toBe("1");
    expect((await shownVersorgung(actor)).legend).not.toEqual(byShare);
    expect(await accessibilityFindings(actor)).toEqual([]);

    await question.getByText("Stadtbezirk").click();
    await whenReady(actor);
    expect(addressOf(actor).get("level")).toBe("stadtbezirk");
    const coarse = expectedCity(["beratungsstelle"], 1250, "stadtbezirke.geojson");
    expect((await shownVersorgung(actor)).headline).toContain(
      coarse.without === 0
        ? `allen ${coarse.areas.length} Sozialräumen`
        : `${coarse.without} von ${coarse.areas.length}`,
    );
    expect(actor.errors).toEqual([]);
  });
});

describe("a Sozialraum", () => {
  it("is shown on the map from the list, with everything that is known of it, and left by Escape and by the way back", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor);
    const worst = expectedCity(BOTH, 800).areas.find((area) => area.id === "0303");
    if (!worst) throw new Error("the model city has no 0303");
    const row = page.getByRole("button", { name: worst.name, exact: true });

    await row.hover();
    await row.click();
    await expect.poll(() => addressOf(actor).get("map")).toMatch(/^\d+(\.\d+)?\/5\d\.\d+\/\d+\.\d+$/);
    expect(addressOf(actor).get("sozialraum")).toBe("0303");
    await whenReady(actor);

    const answer = page.getByRole("region", { name: "Ergebnis" });
    expect(await answer.getByRole("heading", { level: 1 }).textContent()).toBe(worst.name);
    const figure = (name: string) => answer.getByRole("button", { name: new RegExp(`\\? ${name}: `) });
    expect(germanNumber((await figure("Einwohner:innen").textContent()) ?? "")).toBe(worst.residents);
    const unreached = germanNumber((await figure("Menschen ohne Anlaufpunkt in Reichweite").textContent()) ?? "");
    expect(Math.abs(unreached - worst.unreached)).toBeLessThanOrEqual(worst.doubtful);
    const median = (await figure("Entfernung, mittlerer Wert \\(Median\\)").textContent()) ?? "";
    expect(Math.abs(germanNumber(median.replace(/\sm$/, "")) / worst.medianMetres - 1)).toBeLessThan(0.002);
    for (const section of ["Nächste Anlaufpunkte", "Indikatoren", "Vorhaben und Ziele"]) {
      await answer.getByRole("heading", { level: 2, name: section }).waitFor();
    }
    expect(await answer.getByRole("columnheader", { name: "Stadt" }).count()).toBe(1);
    expect(await answer.getByRole("row").count()).toBeGreaterThan(10);
    await answer.getByText("Quartierszentrum Birkenhain").waitFor();
    expect(await accessibilityFindings(actor)).toEqual([]);

    await figure("Einwohner:innen").click();
    const dialog = page.getByRole("dialog");
    await page.waitForFunction(() => document.activeElement?.closest("[role=dialog]"));
    const said = (await dialog.textContent()) ?? "";
    for (const part of ["So wird gerechnet", "Das geht ein", "Werte", "ohne Angabe", "Stand 2024", "CC0-1.0", "C1"]) {
      expect(said).toContain(part);
    }
    expect(await accessibilityFindings(actor)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    // The figure that was asked has the focus again, a frame after the sheet is gone, and the Steckbrief is still there.
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toContain("Einwohner:innen");

    await page.keyboard.press("Escape");
    await row.waitFor();
    expect(addressOf(actor).get("sozialraum")).toBeNull();
    await expect.poll(() => row.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Zurück zur Liste" }).click();
    await row.waitFor();
    expect(addressOf(actor).get("sozialraum")).toBeNull();
    expect(actor.errors).toEqual([]);
  });

  it("is described where the pointer rests on the map, and opened by a click there", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor);
    const canvas = page.locator("canvas.maplibregl-canvas");
    const box = await canvas.boundingBox();
    if (!box) throw new Error("no map");
    const names = expectedCity(BOTH, 800).areas.map((area) => area.name);
    const tooltip = page.locator("[class*=tooltip] strong").first();
    // Anlaufpunkte have tooltips of their own: the first of these points that lies between them.
    const at = { x: 0, y: box.y + box.height * 0.42 };
    let name = "";
    for (let part = 0.3; part < 0.7 && !names.includes(name); part += 0.05) {
      at.x = box.x + box.width * part;
      // Off the map first: what is read then is of this point, and not of the one before.
      await page.mouse.move(0, 0);
      await tooltip.waitFor({ state: "hidden" });
      await page.mouse.move(at.x, at.y);
      await tooltip.waitFor();
      name = (await tooltip.textContent()) ?? "";
    }
    expect(names).toContain(name);
    await page.mouse.click(at.x, at.y);
    await expect.poll(() => addressOf(actor).get("sozialraum")).not.toBeNull();
    await whenReady(actor);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(name);
  });
});
