import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, onTestFailed } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { addressOf, germanNumber, shownVersorgung } from "./shown-versorgung.ts";
import { type Actor, commonStage, moveTo, type Stage, whenReady } from "./stage.ts";

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

const effect = ({ page }: Actor) => page.getByRole("region", { name: "Was es bewirkt" });

/** A row of the comparison: today, what-if, difference. */
async function row(actor: Actor, name: string): Promise<number[]> {
  const cells = effect(actor).getByRole("row", { name }).getByRole("cell");
  return (await cells.allTextContents()).map((text) =>
    germanNumber(text.replace("\u2212", "-").replace("+", "").trim()),
  );
}

const handleOf = ({ page }: Actor) => page.getByRole("button", { name: /mit den Pfeiltasten verlegen/ });

it("a planner thinks of a place, drags it, sees whom it reaches, and takes it back", async () => {
  const actor = await planner();
  const { page } = actor;
  await moveTo(actor, "panel=scenario");
  await page.getByRole("button", { name: "Auf die Karte setzen" }).click();
  const map = await page.locator("canvas.maplibregl-canvas").boundingBox();
  if (!map) throw new Error("there is no map");
  // Klein Wohlde, a gap.
  await page.mouse.click(map.x + 130, map.y + 520);
  await whenReady(actor);
  expect(addressOf(actor).get("scenario")).toBe("s1");
  const [before = 0, after = 0, gained = 0] = await row(actor, "Menschen erreicht");
  expect(gained).toBeGreaterThan(100);
  expect(after - before).toBe(gained);
  expect(await row(actor, "davon Lücken")).toEqual([7, 6, -1]);
  const placed = await shownVersorgung(actor);

  // While it is dragged out of the city, the sentence, the list and the effect follow.
  const handle = await handleOf(actor).boundingBox();
  if (!handle) throw new Error("there is no handle");
  await page.mouse.move(handle.x + 20, handle.y + 20);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) await page.mouse.move(handle.x + 20 - 10 * step, handle.y + 20 + 20 * step);
  await expect.poll(() => effect(actor).innerText()).toContain("Für niemanden ändert sich");
  expect((await shownVersorgung(actor)).headline).not.toBe(placed.headline);
  await page.mouse.up();
  await whenReady(actor);
  expect(await row(actor, "Menschen erreicht")).toEqual([before, before, 0]);

  await page.keyboard.press("Control+z");
  await whenReady(actor);
  expect(await shownVersorgung(actor)).toEqual(placed);
  await page.keyboard.press("Control+z");
  await whenReady(actor);
  expect(addressOf(actor).get("scenario")).toBeNull();
  await page.keyboard.press("Control+y");
  await whenReady(actor);
  expect(await shownVersorgung(actor)).toEqual(placed);
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.keyboard.press("Control+z");
  await whenReady(actor);
  expect(addressOf(actor).get("scenario")).toBeNull();
  expect(actor.errors).toEqual([]);
});

it("the same by keyboard alone: coordinates, arrow keys, closing and reopening", async () => {
  const actor = await planner();
  const { page } = actor;
  await moveTo(actor, "panel=scenario&kind=quartierszentrum");
  const field = page.getByRole("combobox", { name: "Ort oder Koordinaten" });
  await field.fill("53,8600 10,3200");
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await whenReady(actor);
  await expect.poll(() => handleOf(actor).count()).toBe(1);
  const coordinates = page.getByRole("textbox", { name: "Breite, Länge" });
  await expect.poll(() => coordinates.inputValue()).toBe("53.86000 10.32000");

  await handleOf(actor).focus();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Enter");
  await whenReady(actor);
  const [latitude = 0, longitude = 0] = (await coordinates.inputValue()).split(" ").map(Number);
  expect((latitude - 53.86) * 111_320).toBeCloseTo(200, -1);
  expect(longitude).toBe(10.32);
  // Escape puts back what was not set down.
  await handleOf(actor).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Escape");
  await expect.poll(() => coordinates.inputValue()).toBe(`${latitude.toFixed(5)} ${longitude.toFixed(5)}`);

  // A place of the package is found by its address, closed, and opened again.
  await page.getByRole("combobox", { name: "Sozialraum oder Ort suchen" }).fill("Haus am Markt");
  await page
    .getByRole("option", { name: /Haus am Markt/ })
    .first()
    .waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await whenReady(actor);
  await page.getByRole("button", { name: "Schließen", exact: true }).click();
  await whenReady(actor);
  expect(await effect(actor).innerText()).toContain("verlieren ihren");
  await page.getByRole("button", { name: "Wieder öffnen" }).click();
  await whenReady(actor);
  expect(await effect(actor).innerText()).not.toContain("verlieren ihren");
});

it("what-ifs are saved as the resource of a package", async () => {
  const actor = await stage.sharedActor();
  const { page } = actor;
  await moveTo(actor, "panel=scenario");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Szenarien als Datei" }).click();
  const path = await (await download).path();
  const text = readFileSync(path, "utf8");
  expect(text.split("\r\n")[0]).toContain("scenario,scenarioTitle,change");
  expect(text).toContain("Neue Zentren am Stadtrand");
});

it("one filter narrows every number, is always in sight, and one key clears it", async () => {
  const actor = await stage.sharedActor({ width: 1440, height: 900 });
  const { page } = actor;
  await moveTo(actor, "");
  const everybody = await shownVersorgung(actor);
  await moveTo(actor, "wheelchair=yes&people=65-80&topic=Schulden");
  const narrowed = await shownVersorgung(actor);
  const people = (text: string) => germanNumber(/^([\d.]+) Mensch/.exec(text)?.[1] ?? "");
  expect(narrowed.headline).not.toBe(everybody.headline);
  expect(people(narrowed.people)).toBeGreaterThan(0);
  await expect.poll(() => page.getByText(/^Filter: 65 bis 79 Jahre · Schulden · rollstuhlgerecht$/).count()).toBe(1);
  expect(await accessibilityFindings(actor)).toEqual([]);
  await page.keyboard.press("x");
  await whenReady(actor);
  expect(await shownVersorgung(actor)).toEqual(everybody);
  expect(addressOf(actor).get("topic")).toBeNull();
});
