import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { readPdf } from "../export/read-pdf.ts";
import { keptIn } from "./kept-in-page.ts";
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

let stage: Stage;
beforeAll(async () => {
  stage = await commonStage();
});
afterAll(() => stage?.close());

let keeper: Actor | undefined;

/** A profile in which two views are kept, the same for all tests; after a failure the next one gets a fresh one. */
async function withTwoViews(): Promise<Actor> {
  onTestFailed(() => {
    keeper = undefined;
  });
  if (keeper) return keeper;
  const actor = await stage.newActor({ width: 1280, height: 720 });
  await openApp(actor);
  await keep(actor);
  await moveTo(actor, "reach=500&metric=reached_share");
  await keep(actor);
  keeper = actor;
  return actor;
}

async function keep({ page }: Actor): Promise<void> {
  await page.getByRole("button", { name: "Ansicht merken" }).click();
  await page.getByText("für die Präsentation gemerkt").first().waitFor();
}

const query = (actor: Actor) => new URL(actor.page.url()).searchParams;

async function pressUntil(actor: Actor, key: string, counter: string): Promise<void> {
  await actor.page.keyboard.press(key);
  await actor.page.getByText(counter, { exact: true }).waitFor();
}

describe("kept views", () => {
  it("are shown full-screen one after the other with the keys of a keyboard and of a remote, and Escape leaves", async () => {
    const actor = await withTwoViews();
    const { page } = actor;
    await page.getByRole("navigation").getByRole("button", { name: "Präsentation" }).click();
    const rows = page.getByRole("main").getByRole("listitem");
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);

    await page.getByRole("button", { name: "Von Anfang an zeigen" }).click();
    await page.getByText("1 / 2", { exact: true }).waitFor();
    expect(query(actor).get("present")).toBe("1");
    await whenReady(actor);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/in 800\sm erreichbar/);

    await pressUntil(actor, "ArrowRight", "2 / 2");
    expect(query(actor).get("reach")).toBe("500");
    expect(query(actor).get("metric")).toBe("reached_share");
    await whenReady(actor);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toMatch(/in 500\sm erreichbar/);
    // The last one is the last one.
    await pressUntil(actor, "PageDown", "2 / 2");
    await pressUntil(actor, "PageUp", "1 / 2");
    expect(query(actor).get("reach")).toBeNull();
    await pressUntil(actor, " ", "2 / 2");
    await pressUntil(actor, "Home", "1 / 2");
    await pressUntil(actor, "End", "2 / 2");

    await page.keyboard.press("Escape");
    await page.getByRole("banner").waitFor();
    expect(query(actor).get("present")).toBeNull();
    expect(query(actor).get("reach")).toBe("500");
  });

  it("name beside their map the Sozialräume of the answer, the largest gap first, and no row is cut in half", async () => {
    const actor = await stage.sharedActor();
    const { page } = actor;
    await moveTo(actor);
    const first = await page.locator("#answer tbody th button").first().textContent();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await moveTo(actor, "present=1");
    const list = page.getByRole("heading", { name: "Ohne Anlaufpunkt" }).locator("xpath=../..").getByRole("list");
    const rows = await list.getByRole("listitem").all();
    expect(await rows[0]?.textContent()).toContain(first);
    const box = await list.boundingBox();
    if (!box) throw new Error("no list");
    const boxes = await Promise.all(rows.map((row) => row.boundingBox()));
    const seen = boxes.filter((row) => row && row.x < box.x + box.width);
    expect(seen.length).toBeGreaterThanOrEqual(7);
    for (const row of seen) expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(box.y + box.height + 1);
    await page.keyboard.press("Escape");
    await page.getByRole("banner").waitFor();
  });

  it("stay in this browser, can be renamed, moved, removed and brought back", async () => {
    const actor = await withTwoViews();
    const { page } = actor;
    await moveTo(actor, "view=praesentation");
    const titles = () =>
      page
        .getByRole("textbox", { name: /Titel der Ansicht/ })
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    const [first = "", second = ""] = await titles();
    expect(first).toContain("800");
    expect(second).toContain("500");

    const box = page.getByRole("textbox", { name: "Titel der Ansicht 1" });
    await box.fill("Wo etwas fehlt");
    await box.press("Enter");
    await page.getByRole("button", { name: "„Wo etwas fehlt“ nach hinten schieben" }).click();
    const moved = [second, "Wo etwas fehlt"];
    expect(await titles()).toEqual(moved);
    await expect.poll(async () => (await keptIn(page)).map((work) => work.views)).toEqual([moved]);
    await page.reload();
    await whenReady(actor);
    expect(await titles()).toEqual(moved);

    await page.getByRole("button", { name: `„${second}“ entfernen` }).click();
    expect(await titles()).toEqual(["Wo etwas fehlt"]);
    await page.getByRole("button", { name: "Zurückholen" }).click();
    expect(await titles()).toEqual(moved);
  });

  it("leave the keys alone where someone writes", async () => {
    const actor = await stage.sharedActor();
    await moveTo(actor);
    const search = actor.page
      .getByRole("banner")
      .getByRole("combobox")
      .or(actor.page.getByRole("banner").getByRole("searchbox"));
    await search.first().click();
    await actor.page.keyboard.type("Dorf f");
    expect(await search.first().inputValue()).toBe("Dorf f");
    expect(query(actor).get("present")).toBeNull();
    await search.first().press("Escape");
    await expect.poll(() => search.first().inputValue()).toBe("");
  });
});

describe("taking a view away", () => {
  async function download(actor: Actor, item: RegExp): Promise<{ name: string; bytes: Buffer }> {
    await actor.page.getByRole("button", { name: "Mitnehmen" }).click();
    const [file] = await Promise.all([
      actor.page.waitForEvent("download", { timeout: 120_000 }),
      actor.page.getByRole("menuitem", { name: item }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }

  it("gives a page, a picture and a table, without a request to anyone and within the policy", async () => {
    const actor = await stage.sharedActor();
    await moveTo(actor, "reach=500");

    const page = await download(actor, /PDF/);
    expect(page.name).toMatch(/^anlaufpunkt-.*-versorgung-\d{4}-\d\d-\d\d\.pdf$/);
    expect(page.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    const { text, objects } = readPdf(page.bytes);
    const headline = (await actor.page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    expect(squeezed(text)).toContain(squeezed(headline));
    expect(text).toContain("Quelle");
    expect(text).toContain("erfundene Daten");
    expect(text).toContain("Luftlinie");
    expect(objects).toContain("/MediaBox [0 0 841.89 595.28]");
    // 300 pixels per inch.
    expect(Number(/\/Width (\d+)/.exec(objects)?.[1])).toBeGreaterThan(1600);

    const picture = await download(actor, /PNG/);
    expect(picture.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([picture.bytes.readUInt32BE(16), picture.bytes.readUInt32BE(20)]).toEqual([2880, 1620]);
    expect(picture.bytes.length).toBeGreaterThan(50_000);

    const table = await download(actor, /CSV/);
    const lines = table.bytes.toString("utf8").split("\r\n");
    expect(lines[0]).toBe(
      "\ufeffsozialraum_id;sozialraum;residents;anlaufpunkte_inside;residents_reached;reached_share;residents_unreached;nearest_median_m;nearest_p90_m;per_10000;basis;status;note",
    );
    expect(lines.at(-1)).toBe("");
    const ids = lines.slice(1, -1).map((line) => line.split(";")[0] ?? "");
    expect(ids).toEqual([...ids].sort());
    expect(ids.length).toBeGreaterThan(30);

    expectNoForeignRequests(actor);
    await expectNoViolations(actor);
    expect(actor.errors).toEqual([]);
  }, 240_000);
});

const squeezed = (text: string) => text.replace(/\s/g, "");
