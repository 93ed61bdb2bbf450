import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { AREAS, csv, descriptor, nineAreas, PLAIN_NAMES, writePackages } from "./odd-packages.ts";
import { addressOf, shownVersorgung } from "./shown-versorgung.ts";
import { type Actor, moveTo, openStage, type Stage, whenReady } from "./stage.ts";

const places = csv("places", { role: "anlaufpunkte" });
const PLACES = "id;name;kind;lon;lat\n1;Haus;quartierszentrum;10.01;53.006\n";

const odd = writePackages({
  bare: { "datapackage.json": descriptor("Kargstadt"), "areas.geojson": nineAreas(PLAIN_NAMES) },
  rough: {
    "datapackage.json": descriptor("Grobstadt", [AREAS, places]),
    "areas.geojson": nineAreas(PLAIN_NAMES, (index) => ({ residents: 1000 + 100 * index })),
    "places.csv": PLACES,
  },
  placesOnly: {
    "datapackage.json": descriptor("Ortstadt", [AREAS, places]),
    "areas.geojson": nineAreas(PLAIN_NAMES),
    "places.csv": PLACES,
  },
  areasMissing: { "datapackage.json": descriptor("Leerstadt", [places]), "places.csv": PLACES },
  fileMissing: {
    "datapackage.json": descriptor("Lückenstadt", [AREAS, places]),
    "areas.geojson": nineAreas(PLAIN_NAMES),
  },
  brokenJson: { "datapackage.json": '{ "name": "kaputt", ' },
});

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ packages: odd.folders });
});
afterAll(async () => {
  await stage?.close();
  odd.remove();
});

const stateOf = ({ page }: Actor) => page.getAttribute("html", "data-state");
const title = ({ page }: Actor) => page.getByRole("heading", { level: 1 }).textContent();

/** That a file is not there the browser itself says in the console; anything else is an error. */
function forgetMissing({ errors }: Actor): void {
  expect(errors.filter((error) => !error.includes("404"))).toEqual([]);
  errors.length = 0;
}

async function openRefused(actor: Actor, data: string): Promise<string> {
  await actor.page.goto(`${stage.url}?data=daten/${data}/datapackage.json`);
  await actor.page.waitForSelector("html[data-state=error]", { state: "attached" });
  expect(await title(actor)).toBe("Diese Daten lassen sich nicht öffnen");
  return (await actor.page.getByRole("main").textContent()) ?? "";
}

describe("a package that cannot be opened", () => {
  it("is refused with the reason, and there is a way to other data", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await page.goto(stage.url, { waitUntil: "commit" });
    expect(await stateOf(actor)).toBe("loading");

    expect(await openRefused(actor, "areasMissing")).toMatch(/sozialraeume/);
    expect(await accessibilityFindings(actor)).toEqual([]);
    expect(await openRefused(actor, "brokenJson")).toMatch(/datapackage\.json.*JSON/);
    expect(await openRefused(actor, "nowhere")).toMatch(/daten\/nowhere\/datapackage\.json.*404/);

    await page.getByRole("button", { name: "Modellstadt öffnen" }).click();
    // What was kept of it is looked for first; until then the refusal stands.
    await page.waitForSelector("html:not([data-state=error])", { state: "attached" });
    await whenReady(actor);
    expect(await title(actor)).toContain("von 40 Sozialräumen");
    expect(addressOf(actor).get("data")).toBeNull();
    await page.goBack();
    await page.waitForSelector("html[data-state=error]", { state: "attached" });
    await page.goForward();
    await page.waitForSelector("html:not([data-state=error])", { state: "attached" });
    await whenReady(actor);
    expect(await title(actor)).toContain("von 40 Sozialräumen");
    forgetMissing(actor);
  });

  it("leaves what was open untouched when it was dropped", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "reach=500&sozialraum=0303");
    const before = page.url();
    await dropFiles(actor, { "datapackage.json": "kein Paket" });
    await page.waitForSelector("html[data-state=error]", { state: "attached" });
    await page.getByRole("button", { name: "Zurück zu „Modellstadt – erfundene Daten“" }).click();
    await whenReady(actor);
    expect(await title(actor)).toBe("Siedlung Birkenhain");
    expect(page.url()).toBe(before);
  });
});

describe("a package that lacks something", () => {
  it("opens with its areas alone, and says in every view what to add", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "table=1", { data: "bare" });
    expect(await title(actor)).toBe("Für keinen der 9 Sozialräume lässt sich die Versorgung berechnen.");
    const text = async () => (await page.getByRole("main").textContent()) ?? "";
    expect(await text()).toContain("Noch keine Anlaufpunkte");
    expect(await text()).toContain("Noch keine Einwohnerdaten");
    expect(await text()).not.toMatch(/NaN|undefined|In jedem Sozialraum/);
    expect(await accessibilityFindings(actor)).toEqual([]);
    for (const view of ["vergleich", "ziele", "praesentation", "daten"]) {
      await moveTo(actor, `view=${view}`, { data: "bare" });
      expect(await text(), view).not.toMatch(/NaN|undefined/);
      expect((await title(actor))?.length, view).toBeGreaterThan(3);
    }
    expect(await text()).toContain("Das fehlt noch");
    expect(actor.errors).toEqual([]);
  });

  it("opens without a file that is missing and names it", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    await moveTo(actor, "view=daten", { data: "fileMissing" });
    expect(await actor.page.getByRole("main").textContent()).toMatch(/FehlerDatei fehltplaces\.csv: Die Datei fehlt/);
    forgetMissing(actor);
  });

  it("estimates roughly from the totals of the areas and says so, and counts nobody where nobody is known", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "", { data: "placesOnly" });
    const shown = await shownVersorgung(actor);
    expect(shown.headline).toBe("Für keinen der 9 Sozialräume lässt sich die Versorgung berechnen.");
    expect(shown.legend).toEqual({ "keine Angabe": 9 });
    expect(await page.getByRole("main").textContent()).not.toMatch(/NaN|0 Menschen/);

    await moveTo(actor, "table=1", { data: "rough" });
    expect(await title(actor)).toMatch(/^In 8 von 9 Sozialräumen fehlt ein Quartierszentrum/);
    expect(await page.getByRole("region", { name: "Ergebnis" }).textContent()).toContain("grobe Schätzung");
    await page.getByRole("grid").getByText("Fläche (grobe Schätzung)").first().waitFor();
  });
});

/** What a person does with the mouse: files dragged from the desktop onto the window. */
async function dropFiles({ page }: Actor, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle(
    (entries) => {
      const data = new DataTransfer();
      for (const [name, base64] of entries) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    },
    Object.entries(files).map(([name, content]) => [name, Buffer.from(content, "latin1").toString("base64")] as const),
  );
  await page.dispatchEvent("main", "dragover", { dataTransfer: transfer });
  await page.getByText("Loslassen zum Öffnen").waitFor();
  await page.dispatchEvent("main", "drop", { dataTransfer: transfer });
}

describe("data from one's own disk", () => {
  const modelCity = fileURLToPath(new URL("../../data/modellstadt/", import.meta.url));

  it("open as a zip that is dropped anywhere, and as a folder that is chosen", async () => {
    const actor = await stage.sharedActor({ width: 1440, height: 900 });
    const { page } = actor;
    await moveTo(actor, "reach=500", { data: "rough" });
    const zip = zipSync(
      Object.fromEntries(
        readdirSync(modelCity).map((file) => [file, new Uint8Array(readFileSync(join(modelCity, file)))]),
      ),
    );
    await dropFiles(actor, { "stadt.zip": Buffer.from(zip).toString("latin1") });
    await page.getByText("von 40").first().waitFor();
    await whenReady(actor);
    expect(addressOf(actor).get("data")).toBeNull();

    await page.getByRole("navigation").getByRole("button", { name: "Daten" }).click();
    await whenReady(actor);
    expect(await page.getByRole("main").textContent()).toContain("einwohner-100m.csv");
    await page.locator("input[webkitdirectory]").setInputFiles(odd.folders.get("rough") ?? "");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByText("Grobstadt").first().waitFor();
    await whenReady(actor);
    expect(await page.getByRole("main").textContent()).toContain("places.csv");
    expect(actor.errors).toEqual([]);
  });
});
