import { afterAll, beforeAll, expect, it } from "vitest";
import { addressOf } from "./shown-versorgung.ts";
import { commonStage, expectNoForeignRequests, moveTo, type Stage, whenReady } from "./stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

it("finds Sozialräume and Anlaufpunkte without marks and case, goes there by keyboard, and says when there is nothing", async () => {
  const actor = await stage.sharedActor({ width: 1440, height: 900 });
  const { page } = actor;
  await moveTo(actor, "view=daten");
  const search = page.getByRole("combobox", { name: /suchen/ });
  await search.fill("xyzzy");
  await page.getByText("Nichts gefunden.").waitFor();

  await search.fill("muhlenfeld");
  await page
    .getByRole("option", { name: /^Mühlenfeld/ })
    .first()
    .waitFor();
  await search.press("ArrowDown");
  await search.press("Enter");
  await expect.poll(() => addressOf(actor).get("sozialraum")).not.toBeNull();
  await whenReady(actor);
  expect(addressOf(actor).get("view")).toBeNull();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Mühlenfeld");
  const there = addressOf(actor).get("map");

  await search.fill("haus am markt");
  await page.getByRole("option", { name: /Haus am Markt/ }).waitFor();
  await search.press("ArrowDown");
  await search.press("Enter");
  await expect.poll(() => addressOf(actor).get("map")).not.toBe(there);
  await whenReady(actor);
  await expect.poll(() => search.inputValue()).toBe("");
  expectNoForeignRequests(actor);
  expect(actor.errors).toEqual([]);
});
