import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { databasesOf, keptIn } from "./kept-in-page.ts";
import { launchProfile, type Profile } from "./launch-profile.ts";
import { AREAS, csv, descriptor, nineAreas, PLAIN_NAMES, writePackages } from "./odd-packages.ts";
import { type Actor, moveTo, openApp, openStage, type Stage, whenReady } from "./stage.ts";

const PLACES = "id;name;kind;lon;lat\n1;Haus;quartierszentrum;10.01;53.006\n";
const odd = writePackages({
  own: {
    "datapackage.json": descriptor("Eigenstadt", [AREAS, csv("places", { role: "anlaufpunkte" })]),
    "areas.geojson": nineAreas(PLAIN_NAMES, (index) => ({ residents: 1000 + 100 * index })),
    "places.csv": PLACES,
  },
});
const OWN = odd.folders.get("own") ?? "";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ packages: odd.folders });
});
afterAll(async () => {
  await stage?.close();
  odd.remove();
});

const notices = (page: Page) => page.getByRole("region", { name: "Hinweise", exact: true });

/** Opens a folder by the button of the view „Daten“. */
async function openOwn({ page }: Pick<Actor, "page">): Promise<void> {
  await page.locator("input[webkitdirectory]").first().setInputFiles(OWN);
  await page.getByText("Eigenstadt").first().waitFor();
}

async function newScenario(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Neues Szenario" }).click();
}

async function untilKept(page: Page, scenarios: readonly string[]): Promise<void> {
  await expect
    .poll(async () => (await keptIn(page)).map((work) => work.scenarios), { timeout: 20_000 })
    .toContainEqual(scenarios);
}

describe("work in the browser", () => {
  it("survives a reload with data of one's own and a what-if, is saved as a file, and is gone when it is deleted", async () => {
    const actor = await stage.newActor({ width: 1440, height: 900 });
    const { page } = actor;
    await openApp(actor, "view=daten");
    expect(await databasesOf(page)).toEqual([]);
    await openOwn(actor);
    await whenReady(actor);
    await page.getByRole("navigation").getByRole("button", { name: "Versorgung" }).click();
    await page.getByText("Szenario", { exact: true }).first().click();
    await newScenario(page);
    await untilKept(page, ["Szenario 1"]);

    await page.reload();
    await whenReady(actor);
    await notices(page)
      .getByText(/Ihr Stand vom .* ist wieder da/)
      .waitFor();
    expect(await page.title()).toContain("Eigenstadt");
    await page.getByRole("button", { name: "Szenario 1", exact: true }).waitFor();

    // A new window without any address brings it back too.
    const second = await actor.context.newPage();
    await second.goto(stage.url);
    await whenReady({ ...actor, page: second });
    expect(await second.title()).toContain("Eigenstadt");
    await second.close();

    await page.getByRole("navigation").getByRole("button", { name: "Daten" }).click();
    await page.getByText(/Gesichert um \d\d:\d\d in diesem Browser/).waitFor();
    expect(await accessibilityFindings(actor)).toEqual([]);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Als Datei sichern" }).click();
    const saved = await (await download).path();
    const files = unzipSync(new Uint8Array(readFileSync(saved)));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["datapackage.json", "areas.geojson", "szenarien.csv"]));
    expect(new TextDecoder().decode(files["places.csv"])).toBe(PLACES);

    await page.getByRole("button", { name: "Daten löschen" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Löschen", exact: true }).click();
    await notices(page).getByText("ist gelöscht").waitFor();
    await whenReady(actor);
    expect(await page.title()).toContain("Modellstadt");
    await page.waitForTimeout(500);
    expect(await databasesOf(page), JSON.stringify(await keptIn(page))).toEqual([]);
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);

    // Somewhere else, where nothing is kept.
    const elsewhere = await stage.newActor({ width: 1440, height: 900 });
    await openApp(elsewhere, "view=daten");
    await elsewhere.page
      .getByRole("button", { name: /^Daten hinzufügen/ })
      .last()
      .click();
    await elsewhere.page.getByRole("heading", { level: 1, name: "Daten hinzufügen" }).waitFor();
    await elsewhere.page
      .locator("input[type=file]:not([webkitdirectory])")
      .first()
      .setInputFiles({
        name: "stand.zip",
        mimeType: "application/zip",
        buffer: readFileSync(saved),
      });
    await elsewhere.page.getByText("Eigenstadt").first().waitFor();
    await whenReady(elsewhere);
    await untilKept(elsewhere.page, ["Szenario 1"]);
    expect([...actor.errors, ...elsewhere.errors]).toEqual([]);
    await elsewhere.context.close();
    await actor.context.close();
  }, 180_000);

  it("of two windows at once loses nothing", async () => {
    const actor = await stage.newActor({ width: 1440, height: 900 });
    const { page } = actor;
    await openApp(actor, "panel=scenario", { data: "own" });
    await newScenario(page);
    await untilKept(page, ["Szenario 1"]);
    const other = { ...actor, page: await actor.context.newPage() };
    await openApp(other, "panel=scenario", { data: "own" });
    await newScenario(page);
    await untilKept(page, ["Szenario 1", "Szenario 2"]);
    await newScenario(other.page);
    await newScenario(other.page);
    await notices(other.page).getByText("Damit nichts verloren geht").waitFor();
    await untilKept(page, ["Szenario 1", "Szenario 2", "Szenario 3"]);
    const kept = await keptIn(page);
    expect(kept.map(({ title, scenarios }) => [title, scenarios.length]).toSorted()).toEqual([
      ["Eigenstadt (2)", 3],
      ["Eigenstadt", 2],
    ]);
    expect(actor.errors).toEqual([]);
    await actor.context.close();
  });

  it("is not begun by looking at the model city", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    await moveTo(actor, "reach=500&table=1");
    await actor.page.getByRole("navigation").getByRole("button", { name: "Vergleich" }).click();
    await whenReady(actor);
    await actor.page.waitForTimeout(600);
    expect(await databasesOf(actor.page)).toEqual([]);
  });

  it("stays in the window where the browser has really no room for it, and is saved when there is room again", async () => {
    // The page of the test before: nothing is kept yet.
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "view=daten");
    const session = await actor.context.newCDPSession(page);
    const { origin } = new URL(stage.url);
    // Less than an empty database takes.
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1024 });
    await openOwn(actor);
    await notices(page).getByText("In diesem Browser ist kein Platz mehr").waitFor();
    await page.getByText(/Nicht gesichert: In diesem Browser ist kein Platz mehr/).waitFor();
    expect(await keptIn(page)).toEqual([]);
    await session.send("Storage.overrideQuotaForOrigin", { origin });
    await page.getByRole("navigation").getByRole("button", { name: "Versorgung" }).click();
    await page.getByText("Szenario", { exact: true }).first().click();
    await newScenario(page);
    await untilKept(page, ["Szenario 1"]);
    expect(actor.errors).toEqual([]);
  });
});

/** How often; `ANLAUFPUNKT_KILLS=50` is the long run. */
const KILLS = Number(process.env.ANLAUFPUNKT_KILLS ?? 5);
const SEED = Number(process.env.ANLAUFPUNKT_SEED ?? 20261122);

/** Mulberry32: the same kills for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

it(
  `loses no kept work and keeps no work that does not open over ${KILLS} kills while it saves and loads`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "anlaufpunkt-profile-"));
    const next = random(SEED);
    const log: string[] = [];
    let profile: Profile | undefined;
    /** What the app was told to be saved, as far as we heard of it. */
    let confirmed: readonly string[] = [];
    let most = 0;
    try {
      profile = await launchProfile(folder);
      for (let kill = 0; kill <= KILLS; kill++) {
        const page = await profile.context.newPage();
        await page.setViewportSize({ width: 1024, height: 768 });
        await page.exposeBinding("heard", (_, titles: string[]) => {
          if (titles.length >= confirmed.length) confirmed = titles;
        });
        // The app tells other windows what it has saved: here one listens, and reads what is there then.
        await page.addInitScript(() => {
          new BroadcastChannel("anlaufpunkt").addEventListener("message", () => {
            const opening = indexedDB.open("anlaufpunkt");
            opening.onsuccess = () => {
              const all = opening.result.transaction("workspaces").objectStore("workspaces").getAll();
              all.onsuccess = () => {
                const titles = all.result.flatMap(({ file }) =>
                  file.scenarios.map(({ title }: { title: string }) => title),
                );
                void (window as unknown as { heard(titles: string[]): void }).heard(titles);
                opening.result.close();
              };
            };
          });
        });
        const isLoadingKill = kill > 0 && kill < KILLS && next() < 0.3;
        const moment = Math.round(next() * 1500);
        const isWholeBrowser = next() < 0.3;
        const loaded = page.goto(`${stage.url}?panel=scenario`).catch(() => undefined);
        if (!isLoadingKill) {
          await loaded;
          await page.waitForSelector("html:not([data-state=loading])", { state: "attached", timeout: 60_000 });
          expect(await page.getAttribute("html", "data-state"), log.join("\n")).toBe("ready");
          const kept = await keptIn(page);
          expect(
            kept.flatMap(({ missing }) => missing),
            log.join("\n"),
          ).toEqual([]);
          const titles = kept.flatMap(({ scenarios }) => scenarios);
          expect(titles.slice(0, confirmed.length), `confirmed was lost\n${log.join("\n")}`).toEqual(confirmed);
          expect(await page.getByText("lässt sich nicht mehr lesen").count()).toBe(0);
          if (kill === 0) {
            await page.getByRole("navigation").getByRole("button", { name: "Daten" }).click();
            await openOwn({ page });
            await untilKept(page, []);
            await page.goto(`${stage.url}?panel=scenario`);
            await page.waitForSelector("html[data-state=ready]", { state: "attached", timeout: 60_000 });
          }
          const told = `${await notices(page).innerText()} ${JSON.stringify(await keptIn(page))}\n${log.join("\n")}`;
          expect(await page.title(), told).toContain("Eigenstadt");
          for (const title of titles) {
            expect(
              await page.getByRole("button", { name: title, exact: true }).count(),
              `${title}\n${log.join("\n")}`,
            ).toBe(1);
          }
          most = Math.max(most, titles.length);
        }
        if (kill === KILLS) break;
        // While it works, or before anything of it has opened.
        const until = Date.now() + moment;
        while (Date.now() < until) {
          const wait = new Promise((resolve) => setTimeout(resolve, Math.min(until - Date.now(), 40 + next() * 300)));
          if (!isLoadingKill) await newScenario(page).catch(() => undefined);
          await wait;
        }
        log.push(
          `${kill}: ${isLoadingKill ? "loading" : "saving"}, ${isWholeBrowser ? "browser" : "page"}, ${moment} ms`,
        );
        if (isWholeBrowser) {
          await profile.kill();
          profile = await launchProfile(folder);
        } else {
          const session = await profile.context.newCDPSession(page);
          const crashed = page.waitForEvent("crash", { timeout: 10_000 }).catch(() => undefined);
          void session.send("Page.crash").catch(() => undefined);
          await crashed;
          await page.close().catch(() => undefined);
        }
      }
      expect(confirmed.length, log.join("\n")).toBeGreaterThan(0);
      process.stdout.write(
        `${KILLS} kills, seed ${SEED}: ${confirmed.length} what-ifs confirmed, ${most} there\n${log.join("\n")}\n`,
      );
    } finally {
      await profile?.kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  },
  60_000 + KILLS * 30_000,
);
