// @ts-check
// Six pictures of a planner who closes a gap in Berlin, from the gap list to the saved what-if: `node test/browser/picture-story.mjs FOLDER`.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { serve } from "../../data/serve.mjs";
import { APP_FOLDER, buildApp, ROOT } from "../../data/set-up.mjs";
import { launchChromium } from "./launch-chromium.mjs";

const folder = process.argv[2];
const berlin = join(ROOT, "../shared/data/berlin");
if (folder === undefined || !existsSync(berlin)) {
  console.error("Usage: node test/browser/picture-story.mjs FOLDER – with the data of Berlin beside the repository");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
buildApp();
const server = await serve({ appFolder: APP_FOLDER, packages: new Map([["berlin", berlin]]) });
const browser = await launchChromium();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });

async function ready() {
  await page.waitForTimeout(200);
  await page.waitForSelector("html[data-state=ready]", { state: "attached", timeout: 120_000 });
}

/** @param {string} name */
async function picture(name) {
  await ready();
  await page.screenshot({ path: join(folder ?? "", `${name}.jpg`), type: "jpeg", quality: 75 });
  console.log(name);
}

await page.goto(`${server.url}?data=daten/berlin/datapackage.json`);
await picture("1-lueckenliste");

await page.locator("button[data-sozialraum]").first().click();
await picture("2-steckbrief");

await page.getByRole("button", { name: "Szenario", exact: true }).click();
await page.getByRole("button", { name: "Auf die Karte setzen" }).click();
const map = await page.locator("canvas.maplibregl-canvas").boundingBox();
if (!map) throw new Error("there is no map");
await page.mouse.click(map.x + map.width / 2 - 60, map.y + map.height / 2 - 70);
await picture("3-gesetzt");

const handle = await page.locator("button.maplibregl-marker").boundingBox();
if (!handle) throw new Error("there is no handle");
const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
await page.mouse.move(x, y);
await page.mouse.down();
for (let step = 1; step <= 10; step++) {
  await page.mouse.move(x + 7 * step, y + 7 * step);
  await page.waitForTimeout(100);
}
await picture("4-gezogen");
await page.mouse.up();
await ready();

const title = page.getByRole("textbox", { name: "Name des Szenarios" });
await title.fill("Zentrum für die größte Lücke");
await title.press("Enter");
await page.getByRole("heading", { name: "Szenarien nebeneinander" }).scrollIntoViewIfNeeded();
await picture("5-nebeneinander");

await page.getByRole("heading", { name: "Was wäre, wenn …?" }).scrollIntoViewIfNeeded();
await page.getByRole("button", { name: "Szenarien als Datei" }).click();
await picture("6-gesichert");

await browser.close();
await server.close();
