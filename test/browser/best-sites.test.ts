import { afterAll, beforeAll, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { addressOf, germanNumber } from "./shown-versorgung.ts";
import { type Actor, commonStage, moveTo, type Stage, whenReady } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

const panel = ({ page }: Actor) => page.getByRole("region", { name: "Wo als Nächstes?" });
const sentence = async (actor: Actor) =>
  (await panel(actor)
    .getByText(/neue[rn]? Standorte?/)
    .first()
    .textContent()) ?? "";

/** Per site its Sozialraum, what it adds, and the share that is reached then. */
async function listed(actor: Actor) {
  const rows = await panel(actor).getByRole("table").locator("tbody tr").all();
  return Promise.all(
    rows.map(async (row) => {
      const [number = "", gain = "", share = ""] = await row.locator("td").allTextContents();
      const name = (await row.locator("th").textContent()) ?? "";
      return { number, name, gain: germanNumber(gain), share: germanNumber(share.replace(/[^\d,]/g, "")) };
    }),
  );
}

it("three sites are proposed, told one by one, adopted as a what-if that reaches exactly as many more, and taken back", async () => {
  const actor = await stage.sharedActor({ width: 1440, height: 900 });
  const { page } = actor;
  // Planned places do not count today, so that the what-if shows the same gain.
  await moveTo(actor, "panel=sites&sites=3:most-reached:anywhere:existing");
  const total = germanNumber(/erreichen ([\d.]+) Menschen/.exec(await sentence(actor))?.[1] ?? "");
  const sites = await listed(actor);
  expect(sites.map(({ number }) => number)).toEqual(["1", "2", "3"]);
  expect(sites.reduce((sum, { gain }) => sum + gain, 0)).toBe(total);
  expect(sites.map(({ gain }) => gain)).toEqual(sites.map(({ gain }) => gain).sort((a, b) => b - a));
  expect(sites[2]?.share).toBeGreaterThan(sites[0]?.share ?? 100);
  expect(await accessibilityFindings(actor)).toEqual([]);

  // From the list to the map, and from a figure to where it comes from.
  const before = addressOf(actor).get("map");
  await panel(actor)
    .getByRole("button", { name: /^Standort 1 auf der Karte zeigen/ })
    .click();
  await expect.poll(() => addressOf(actor).get("map")).not.toBe(before);
  await panel(actor)
    .getByRole("button", { name: /\? Standort 1, / })
    .click();
  await page.getByRole("dialog").getByText("C22").first().waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  const number = panel(actor).getByRole("textbox", { name: "Wie viele?" });
  await number.fill("2");
  await number.press("Enter");
  await whenReady(actor);
  expect(addressOf(actor).get("sites")).toBe("2:most-reached:anywhere:existing");
  expect(await listed(actor)).toHaveLength(2);
  await page.goBack();
  await whenReady(actor);
  expect((await listed(actor)).map(({ gain }) => gain)).toEqual(sites.map(({ gain }) => gain));

  await panel(actor).getByRole("button", { name: "Als Szenario übernehmen" }).click();
  await whenReady(actor);
  expect(addressOf(actor).get("panel")).toBe("scenario");
  expect(addressOf(actor).get("scenario")).not.toBeNull();
  const effect = page.getByRole("region", { name: "Was es bewirkt" });
  const gained = germanNumber(/([\d.]+) Menschen gewinnen/.exec((await effect.textContent()) ?? "")?.[1] ?? "");
  expect(gained).toBe(total);
  const scenario = addressOf(actor).get("scenario");
  await page.keyboard.press("Control+z");
  await whenReady(actor);
  expect(addressOf(actor).get("scenario")).not.toBe(scenario);
  expect(actor.errors).toEqual([]);
});

it("what the search cannot prove is proven by the solver, which can be cancelled and begun again", async () => {
  const actor = await stage.sharedActor({ width: 1440, height: 900 });
  await moveTo(actor, "panel=sites&sites=5:fewest-sites&reach=300");
  const prove = panel(actor).getByRole("button", { name: "Exakt beweisen" });
  expect(await panel(actor).textContent()).toContain("Abstand");
  await prove.click();
  await panel(actor).getByRole("button", { name: "Beweis abbrechen" }).click();
  await prove.click();
  await panel(actor)
    .getByText(/^Geprüft mit HiGHS/)
    .waitFor({ timeout: 120_000 });
  expect(await panel(actor).textContent()).toContain("Bewiesen:");
  expect(await prove.count()).toBe(0);
  expect(await accessibilityFindings(actor)).toEqual([]);
  expect(actor.errors).toEqual([]);
}, 180_000);

it("an area is drawn by keyboard, its sites stand only there, and a file brings places of its own", async () => {
  const actor = await stage.sharedActor({ width: 1440, height: 900 });
  const { page } = actor;
  await moveTo(actor, "panel=sites&sites=2:most-reached");
  await panel(actor).getByText("Wo, für wen, was bleibt").click();
  await panel(actor).getByText("nur im gezeichneten").click();
  const corner = panel(actor).getByRole("textbox", { name: "Ecke: Breite, Länge" });
  for (const text of ["53,84 10,30", "53,84 10,36", "53,89 10,36", "53,89 10,30"]) {
    await corner.fill(text);
    await corner.press("Enter");
  }
  expect(await accessibilityFindings(actor)).toEqual([]);
  await panel(actor).getByRole("button", { name: "Gebiet schließen" }).click();
  await whenReady(actor);
  expect(addressOf(actor).get("drawn")?.split(",")).toHaveLength(4);
  expect((await listed(actor)).map(({ name }) => name).sort()).toEqual(["Hollenrade", "Klein Wohlde"]);

  // Escape gives a drawing up; clicks on the map are its corners.
  await panel(actor).getByRole("button", { name: "Neu zeichnen" }).click();
  const map = await page.locator("canvas.maplibregl-canvas").boundingBox();
  if (!map) throw new Error("there is no map");
  await page.mouse.click(map.x + 300, map.y + 300);
  await panel(actor).getByText("bisher 1").waitFor();
  await page.keyboard.press("Escape");
  await panel(actor).getByText("bisher").waitFor({ state: "detached" });

  await panel(actor).getByText("an Orten aus einer Datei").click();
  await panel(actor)
    .locator("input[type=file]")
    .setInputFiles({
      name: "flaechen.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("name;lat;lon\nAlte Ziegelei;53,8618;10,3191\nohne Ort;;\nFern;53,95;10,45\n"),
    });
  await page.getByText("flaechen.csv: 2 Orte gelesen, 1 ausgelassen.").waitFor();
  await whenReady(actor);
  expect((await listed(actor)).map(({ name }) => name)).toEqual(["Alte ZiegeleiKlein Wohlde"]);
  expect(await accessibilityFindings(actor)).toEqual([]);
  expect(actor.errors).toEqual([]);
});
