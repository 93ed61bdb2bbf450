import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { expected2sfca, expectedCity, expectedClosure } from "./model-city-oracle.ts";
import { addressOf, germanNumber, shownVersorgung } from "./shown-versorgung.ts";
import { type Actor, commonStage, moveTo, type Stage, whenReady } from "./stage.ts";

// The accessibility of whole panels is examined more than once: on a busy machine that takes its time.
const LONG = 180_000;
const BOTH = ["quartierszentrum", "beratungsstelle"];

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

let planning: Actor | undefined;

/** A profile for what-ifs that come and go; after a failure the next test gets a fresh one. */
async function planner(): Promise<Actor> {
  onTestFailed(() => {
    planning = undefined;
  });
  planning ??= await stage.newActor({ width: 1440, height: 900 });
  return planning;
}

const answer = ({ page }: Actor) => page.getByRole("region", { name: "Ergebnis" });
const section = ({ page }: Actor, name: string) => page.getByRole("region", { name, exact: true });
/** Every kind of space is a space. */
const plain = (text: string | null) => (text ?? "").replace(/\s/g, " ").trim();

async function download(actor: Actor, button: string): Promise<Buffer> {
  const [file] = await Promise.all([
    actor.page.waitForEvent("download"),
    actor.page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return readFileSync(await file.path());
}

async function drop({ page }: Actor, name: string, content: string): Promise<void> {
  await page.evaluate(
    ([fileName, text]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text as string], fileName as string, { type: "text/csv" }));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
    },
    [name, content],
  );
}

it(
  "who is open on Saturdays alone makes another sentence, another list and another map, and silence is told",
  async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "open=sa");
    const city = expectedCity(BOTH, 800, "quartiere.geojson", ({ openingHours = "" }) => openingHours.includes("Sa"));
    const shown = await shownVersorgung(actor);
    expect(shown.headline).toContain(`In ${city.without} von ${city.areas.length} Sozialräumen fehlt`);
    expect(shown.headline).toContain(`in ${city.gaps} davon`);
    expect(shown.list.map(({ name }) => name).sort()).toEqual(
      city.areas
        .filter(({ inside }) => inside === 0)
        .map(({ name }) => name)
        .sort(),
    );
    expect(shown.legend["Lücke: keiner erreichbar"]).toBe(city.gaps);
    const question = page.getByRole("region", { name: "Frage" });
    await expect.poll(async () => plain(await question.textContent())).toMatch(/5 von 43 Anlaufpunkten zählen\./);
    expect(plain(await question.textContent())).toContain(
      "5 sagen nichts über ihre Öffnungszeiten und zählen nicht mit.",
    );

    await page.keyboard.press("x");
    await whenReady(actor);
    expect(addressOf(actor).get("open")).toBeNull();
    expect((await shownVersorgung(actor)).headline).toContain(`In ${expectedCity(BOTH, 800).without} von`);
    expect(actor.errors).toEqual([]);
  },
  LONG,
);

it(
  "the provision is what two steps over all cells give, in the list, the table, the file and on the map",
  async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor);
    await page.getByRole("button", { name: "Angebot", exact: true }).click();
    await whenReady(actor);
    expect(addressOf(actor).get("panel")).toBe("provision");
    const expected = expected2sfca(BOTH, 800);
    const legend = (await shownVersorgung(actor)).legend;
    expect(Object.values(legend).reduce((sum, count) => sum + count, 0)).toBe(expected.size);
    expect(plain(await answer(actor).textContent())).toContain(
      "Von 43 Anlaufpunkten ist bei 23 keine Kapazität bekannt",
    );
    const lowest = section(actor, "Am wenigsten Angebot").locator("li > button");
    expect(await lowest.count()).toBe(12);
    expect(await accessibilityFindings(actor)).toEqual([]);

    // Where the figure comes from, with its literature.
    await answer(actor)
      .getByRole("button", { name: /Stadt im Ganzen/ })
      .click();
    const dialog = page.getByRole("dialog");
    const said = plain(await dialog.textContent());
    for (const part of ["Luo & Wang 2003", "43 Anlaufpunkte, jeder eine Einheit", "800 m", "C15"]) {
      expect(said).toContain(part);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "Alle in der Tabelle" }).click();
    await page.getByRole("grid", { name: "Angebot je Sozialraum" }).waitFor();
    await whenReady(actor);
    expect(await accessibilityFindings(actor)).toEqual([]);
    const [header = "", ...lines] = (await download(actor, "Tabelle als CSV")).toString("utf8").trim().split("\r\n");
    const column = (name: string) => header.replace("\ufeff", "").split(";").indexOf(name);
    expect(lines).toHaveLength(expected.size);
    for (const line of lines) {
      const cells = line.split(";");
      const value = germanNumber(cells[column("wert")] ?? "");
      const wanted = expected.get(cells[0] ?? "") ?? Number.NaN;
      // Some residents stand so near the edge of a reach that a plane and the ellipsoid disagree.
      expect(Math.abs(value - wanted), line).toBeLessThanOrEqual(0.02 * wanted + 0.001);
    }

    // Another measure, another map; the choice stands in the address and comes back with it.
    await page.getByRole("button", { name: /Maß/ }).click();
    await page.getByRole("option", { name: /BFCA/ }).click();
    await whenReady(actor);
    await page.getByText("in Ringen", { exact: true }).click();
    await whenReady(actor);
    expect([...["supply", "decay"].map((key) => addressOf(actor).get(key))]).toEqual(["bfca", "steps"]);
    const ratios = (await shownVersorgung(actor)).legend;
    expect(ratios).not.toEqual(legend);
    const { search } = new URL(page.url());
    await moveTo(actor);
    expect((await shownVersorgung(actor)).legend).not.toEqual(ratios);
    await moveTo(actor, search.slice(1));
    expect((await shownVersorgung(actor)).legend).toEqual(ratios);
    const name = plain(await lowest.first().textContent());
    await lowest.first().click();
    await whenReady(actor);
    expect(addressOf(actor).get("sozialraum")).not.toBeNull();
    expect(plain(await answer(actor).locator("[aria-current=true]").last().textContent())).toBe(name);
    expect(actor.errors).toEqual([]);
  },
  LONG,
);

it(
  "a planner sees who depends on a single place, closes it in thought, and sets all what-ifs side by side",
  async () => {
    const actor = await planner();
    const { page } = actor;
    await moveTo(actor, "panel=scenario");
    const expected = expectedClosure(BOTH, 800);
    const closure = section(actor, "Wenn einer schließt");
    const first = closure.locator("tbody tr").first();
    const name = plain(await first.locator("th button").first().textContent());
    const losing = germanNumber(plain(await first.locator("td").first().textContent()));
    expect(Math.max(...expected.losing.values()) / losing).toBeCloseTo(1, 1);
    expect((expected.losing.get(name) ?? 0) / losing).toBeCloseTo(1, 2);
    const share = /([\d,]+) %/.exec(plain(await closure.textContent()))?.[1] ?? "";
    expect(germanNumber(share) / 100).toBeCloseTo(expected.severalShare, 2);

    await page.getByRole("button", { name: `${name} im Szenario schließen` }).click();
    await whenReady(actor);
    expect(addressOf(actor).get("scenario")).not.toBeNull();
    const effect = section(actor, "Was es bewirkt");
    expect(plain(await effect.textContent())).toContain(`${losing.toLocaleString("de-DE")} verlieren ihren`);

    const table = section(actor, "Szenarien nebeneinander");
    const heads = table.locator("thead th");
    expect(await heads.count()).toBe(4);
    expect(plain(await heads.last().textContent())).toBe("Szenario 3");
    const reached = (
      await table
        .getByRole("row", { name: /Menschen erreicht/ })
        .getByRole("cell")
        .allTextContents()
    )
      .map(plain)
      .map(germanNumber);
    expect((reached[0] ?? 0) - (reached[3] ?? 0)).toBe(losing);
    // The best is marked by a sign that can be heard, not by colour.
    const best = reached.indexOf(Math.max(...reached));
    const cells = table.getByRole("row", { name: /Menschen erreicht/ }).getByRole("cell");
    expect(
      await cells
        .nth(best)
        .getByRole("button", { name: /bester Wert/ })
        .count(),
    ).toBe(1);
    expect(await table.getByRole("button", { name: /Menschen erreicht \(bester Wert\)/ }).count()).toBe(1);
    expect(await accessibilityFindings(actor)).toEqual([]);

    await heads.nth(1).getByRole("button").click();
    await whenReady(actor);
    expect(addressOf(actor).get("scenario")).toBe("stadtrand");
    expect(await heads.nth(1).getByRole("button").getAttribute("aria-pressed")).toBe("true");
    await page.keyboard.press("Control+z");
    await whenReady(actor);
    expect(await heads.count()).toBe(3);
    expect(actor.errors).toEqual([]);
  },
  LONG,
);

it(
  "what-ifs that were saved come back the same when their file is dropped on the city that is open",
  async () => {
    const actor = await planner();
    const { page } = actor;
    await moveTo(actor, "panel=scenario");
    const saved = await download(actor, "Szenarien als Datei");
    const heads = section(actor, "Szenarien nebeneinander").locator("thead th");
    const table = async () =>
      (await section(actor, "Szenarien nebeneinander").locator("tr").allTextContents()).map(plain);
    const before = await table();
    expect(before[0]).toContain("Schließung Zentrum Südpol");
    const notices = page.getByRole("region", { name: "Hinweise" });

    await drop(actor, "szenarien.csv", saved.toString("utf8"));
    await notices.getByText("Alle Szenarien sind schon da.").waitFor();
    expect(await heads.count()).toBe(3);

    for (const title of ["Neue Zentren am Stadtrand", "Schließung Zentrum Südpol"]) {
      await page.getByRole("button", { name: title, exact: true }).first().click();
      await page.getByRole("button", { name: "Löschen" }).click();
    }
    await whenReady(actor);
    expect(await heads.count()).toBe(0);
    const requests = actor.requests.length;
    await drop(actor, "szenarien.csv", saved.toString("utf8"));
    await notices.getByText("szenarien.csv: 2 Szenarien hinzugefügt.").waitFor();
    await whenReady(actor);
    expect(addressOf(actor).get("scenario")).toBe("stadtrand");
    expect(await table()).toEqual(before);
    expect((await download(actor, "Szenarien als Datei")).equals(saved)).toBe(true);
    // The city itself was not read again: that begins with its description. Its files may still be looked through for faults.
    expect(actor.requests.slice(requests).filter((url) => /datapackage\.json/.test(url))).toEqual([]);

    await page.keyboard.press("Control+z");
    await whenReady(actor);
    expect(await heads.count()).toBe(0);
    expect(await accessibilityFindings(actor)).toEqual([]);
    expect(actor.errors).toEqual([]);
  },
  LONG,
);
