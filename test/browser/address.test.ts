import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addressOf, shownVersorgung } from "./shown-versorgung.ts";
import { type Actor, moveTo, openApp, openStage, type Stage, whenReady } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  // Not the common one: what was unfolded there stays so, and a link does not say it.
  stage = await openStage();
});
afterAll(() => stage?.close());

const heading = ({ page }: Actor) => page.getByRole("heading", { level: 1 }).textContent();

/** Everything that a person would compare: texts of the panels and the table, what is chosen, where the map is. */
async function seen(actor: Actor) {
  await whenReady(actor);
  const state = await actor.page.evaluate(() => ({
    language: document.documentElement.lang,
    texts: [...document.querySelectorAll("header nav [aria-current], main section")].map((part) =>
      (part.textContent ?? "").replace(/\s+/g, " "),
    ),
    chosen: [...document.querySelectorAll("input:checked, [aria-selected=true], [data-marked]")].map(
      (element) => element.closest("label, tr")?.textContent,
    ),
    scale: document.querySelector("[class*=scale]")?.textContent,
  }));
  return { ...state, address: new URL(actor.page.url()).search };
}

async function openCopy(of: Actor): Promise<Actor> {
  const copy = await stage.newActor({ width: 1440, height: 900 });
  await copy.page.goto(of.page.url());
  await whenReady(copy);
  return copy;
}

describe("a link", () => {
  it("restores what was chosen in Versorgung, down to the place of the map", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor);
    const question = page.getByRole("region", { name: "Frage" });
    await question.getByText("Begegnungsstätten").click();
    await question.getByText("300 m").click();
    await question.getByRole("button", { name: /Karte zeigt/ }).click();
    await page.getByRole("option", { name: "Entfernung, mittlerer Wert" }).click();
    await question.getByText("Nur wo Menschen wohnen").click();
    await page.getByRole("button", { name: "Tabelle", exact: true }).click();
    await whenReady(actor);
    await page.getByRole("region", { name: "Ergebnis" }).locator("button[data-sozialraum]").nth(2).click();
    await expect.poll(() => addressOf(actor).get("map")).not.toBeNull();
    await page.getByRole("button", { name: "Switch to English" }).click();
    await whenReady(actor);
    expect([...addressOf(actor).keys()].sort()).toEqual(
      ["cells", "kind", "lang", "map", "metric", "reach", "sozialraum", "table"].sort(),
    );
    const copy = await openCopy(actor);
    expect(await seen(copy)).toEqual(await seen(actor));
    expect(await copy.page.getAttribute("html", "lang")).toBe("en");
    expect(await copy.page.title()).toMatch(/Modellstadt.*Anlaufpunkt/);
    await copy.context.close();
  });

  it("restores a comparison: indicator, period, classes, level and districts", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const address =
      "?view=vergleich&level=stadtbezirk&indicator=arbeitslose-anteil&period=2021&classes=jenks:4&compare=01,03&map=11.5/53.88/10.38&table=1";
    await moveTo(actor, address.slice(1));
    expect(actor.page.url()).toContain(address);
    const first = await seen(actor);
    expect(first.texts.join(" ")).toContain("2021");
    const copy = await openCopy(actor);
    expect(await seen(copy)).toEqual(first);
    expect(new URL(copy.page.url()).search).toBe(address);
    await copy.context.close();
  });

  it("with values that nobody knows opens without them and says so, and leaves the keys of others alone", async () => {
    const actor = await stage.newActor({ width: 1440, height: 900 });
    const { page } = actor;
    await openApp(
      actor,
      "reach=weit&metric=glueck&level=kiez&kind=raumschiff,quartierszentrum&sozialraum=9999&classes=1:1&period=2999&utm=x",
    );
    // The newest five stay; the periods come with the last part of a package.
    const notices = page.getByRole("region", { name: "Hinweise" });
    await expect.poll(() => notices.textContent(), { timeout: 20_000 }).toContain("„2999“");
    for (const value of ["kiez", "9999", "raumschiff"]) expect(await notices.textContent()).toContain(`„${value}“`);
    expect(await heading(actor)).toMatch(/von 40 Sozialräumen fehlt ein Quartierszentrum.*800\sm/);
    await actor.context.close();
  });
});

describe("back and forward", () => {
  it("walk through what was seen, and the map does not fill the way", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor);
    const start = (await shownVersorgung(actor)).headline;
    await page.getByRole("region", { name: "Frage" }).getByText("300 m").click();
    await whenReady(actor);
    const near = (await shownVersorgung(actor)).headline;
    expect(near).not.toBe(start);
    await page.getByRole("button", { name: "Siedlung Birkenhain", exact: true }).click();
    await expect.poll(() => addressOf(actor).get("map")).not.toBeNull();
    await page.getByRole("navigation").getByRole("button", { name: "Daten" }).click();
    await whenReady(actor);
    expect(await heading(actor)).toBe("Was ist geöffnet?");

    await page.goBack();
    await expect.poll(() => heading(actor)).toBe("Siedlung Birkenhain");
    await whenReady(actor);
    await page.goBack();
    await expect.poll(async () => (await shownVersorgung(actor)).headline).toBe(near);
    await whenReady(actor);
    await page.goBack();
    await expect.poll(async () => (await shownVersorgung(actor)).headline).toBe(start);
    expect(new URL(page.url()).search).toBe("");
    await page.goForward();
    await expect.poll(async () => (await shownVersorgung(actor)).headline).toBe(near);
    await whenReady(actor);
    await page.goForward();
    await expect.poll(() => heading(actor)).toBe("Siedlung Birkenhain");
    await whenReady(actor);
    expect(addressOf(actor).get("map")).not.toBeNull();
    expect(actor.errors).toEqual([]);
  });
});
