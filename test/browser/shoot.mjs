// @ts-check
// A quick look at a view:
//   node test/browser/shoot.mjs --query "view=versorgung" --size 1440x900 --out view.png [--data berlin] [--scale 2]
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { serve } from "../../data/serve.mjs";
import { APP_FOLDER, buildApp, ROOT } from "../../data/set-up.mjs";
import { launchChromium } from "./launch-chromium.mjs";

const { values } = parseArgs({
  options: {
    query: { type: "string", default: "" },
    size: { type: "string", default: "1440x900" },
    scale: { type: "string", default: "1" },
    out: { type: "string", default: "view.png" },
    /** A folder with a data package, or the name of one of the real cities beside the repository. */
    data: { type: "string" },
    wait: { type: "string", default: "45000" },
  },
});
const [width = 1440, height = 900] = values.size.split("x").map(Number);

buildApp();
const folder =
  values.data && resolve(/[\\/.]/.test(values.data) ? values.data : resolve(ROOT, "../shared/data", values.data));
const name = folder ? basename(folder) : "";
const server = await serve({ appFolder: APP_FOLDER, packages: new Map(folder ? [[name, folder]] : []) });
const browser = await launchChromium();
const page = await browser.newPage({
  viewport: { width, height },
  deviceScaleFactor: Number(values.scale),
  locale: "de-DE",
  reducedMotion: "reduce",
});
page.on("console", (message) => {
  if (message.type() === "error" || message.type() === "warning") console.log(`${message.type()}: ${message.text()}`);
});
page.on("pageerror", (error) => console.log(`uncaught: ${error.stack}`));
page.on("requestfailed", (request) => console.log(`failed: ${request.url()} ${request.failure()?.errorText}`));

const data = folder ? `data=daten/${encodeURIComponent(name)}/datapackage.json` : "";
const started = performance.now();
await page.goto(`${server.url}?${[data, values.query].filter(Boolean).join("&")}`);
await page
  .waitForSelector("html:not([data-state=loading])", { state: "attached", timeout: Number(values.wait) })
  .catch(() => console.log(`still loading after ${values.wait} ms`));
const state = await page.getAttribute("html", "data-state");
console.log(`${state} after ${Math.round(performance.now() - started)} ms → ${values.out}`);
await page.screenshot({ path: values.out });
await browser.close();
await server.close();
