import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { hasMapServer, type MapServer, startMapServer } from "../ingest/server/map-server.ts";
import { oddServer } from "../ingest/server/odd-server.ts";
import { accessibilityFindings } from "./accessibility-findings.ts";
import { type AppAllowing, appAllowing } from "./app-allowing.ts";
import { AREAS, csv, descriptor, nineAreas, PLAIN_NAMES, writePackages } from "./odd-packages.ts";
import { type Actor, openApp, openStage, type Stage, whenReady } from "./stage.ts";

const COLUMNS = 40;
/** More than one page of the app and fewer than two; they cover the three Sozialräume in the south of „Neunerstadt“. */
const BLOCKS = Array.from({ length: 1200 }, (_, i): GeoJSON.Feature => {
  const [west, south] = [10 + 0.0015 * (i % COLUMNS), 53 + 0.0004 * Math.floor(i / COLUMNS)];
  const [east, north] = [west + 0.0015, south + 0.0004];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return {
    type: "Feature",
    properties: { id: String(i + 1).padStart(4, "0"), name: `Blöcke ${i + 1}`, residents: 10 },
    geometry: { type: "Polygon", coordinates: [ring] },
  };
});

/** 900 places in „Neunerstadt“, larger than what is asked for at first. */
const PLACES = Array.from({ length: 900 }, (_, i) => i);
const PARQUET = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: "kennung", data: PLACES.map((i) => `A-${i} ${"·".repeat(99)}`), type: "STRING", encoding: "PLAIN" },
      { name: "name", data: PLACES.map((i) => `Treff ${i}`), type: "STRING" },
      { name: "lon", data: PLACES.map((i) => 10.001 + (i % 30) / 600), type: "DOUBLE" },
      { name: "lat", data: PLACES.map((i) => 53.001 + Math.floor(i / 30) / 1000), type: "DOUBLE" },
    ],
    codec: "UNCOMPRESSED",
  }),
);

const packages = writePackages({
  plain: {
    "datapackage.json": descriptor("Neunerstadt", [AREAS, csv("places", { role: "anlaufpunkte" })]),
    "areas.geojson": nineAreas(PLAIN_NAMES),
    "places.csv": "id;name;kind;lon;lat\n1;Haus;quartierszentrum;10.01;53.006\n",
  },
});

/** Does what no city's server should. */
const answerOddly: Parameters<typeof oddServer>[0] = (request, response, url) => {
  if (url.pathname === "/stumm") return;
  if (url.pathname !== "/ohne-cors") response.setHeader("Access-Control-Allow-Origin", "*");
  if (url.pathname === "/treffs.parquet") {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
    const part = from === undefined ? PARQUET : PARQUET.subarray(Number(from), Number(to) + 1);
    response.writeHead(from === undefined ? 200 : 206, { "Content-Length": part.length });
    return void response.end(request.method === "HEAD" ? undefined : part);
  }
  if (url.pathname === "/anmeldung") response.writeHead(401, { "WWW-Authenticate": "Basic" });
  if (url.pathname === "/umzug") response.writeHead(302, { Location: `http://localhost:${request.socket.localPort}/` });
  response.end("<!DOCTYPE html><html><body>Willkommen im Geoportal</body></html>");
};

let stage: Stage;
let odd: Awaited<ReturnType<typeof oddServer>>;
let map: MapServer | undefined;
let app: AppAllowing;
let actor: Actor;
/** Allowed by the page, not by the header of the web server: what IT forgot. */
const NOT_IN_HEADER = "https://vergessen.example.de";

beforeAll(async () => {
  odd = await oddServer(answerOddly);
  map = hasMapServer ? await startMapServer(BLOCKS) : undefined;
  const allowed = [odd.origin, ...(map ? [map.origin] : [])];
  app = appAllowing(allowed);
  stage = await openStage({ packages: packages.folders, appFolder: app.folder });
  app.allow([...allowed, NOT_IN_HEADER]);
  actor = await stage.newActor({ width: 1024, height: 768 });
  await openApp(actor, "view=daten", { data: "plain" });
});
afterEach(async () => {
  const isOpen = async () => (await dialog().count()) > 0;
  await expect
    .poll(async () => {
      if (await isOpen()) await actor.page.keyboard.press("Escape");
      return isOpen();
    })
    .toBe(false);
});
afterAll(async () => {
  await stage?.close();
  await Promise.all([map?.close(), odd?.close()]);
  app?.remove();
  packages.remove();
});

const dialog = () => actor.page.getByRole("dialog", { name: "Von einem Server der Stadt" });
const focused = () => actor.page.evaluate(() => document.activeElement?.textContent);
const asked = () => actor.requests.filter((url) => !url.startsWith(stage.url) && !/^(data|blob):/.test(url));

/** Names an address by keyboard alone; the field has the focus when the dialog opens. */
async function name(address: string): Promise<void> {
  const { page } = actor;
  if ((await dialog().count()) === 0)
    await page.getByRole("button", { name: "Von einem Server der Stadt" }).press("Enter");
  const field = page.getByLabel("Adresse des Dienstes oder der Datei");
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(address);
  await page.keyboard.press("Enter");
}

describe.skipIf(!hasMapServer)("a real MapServer in the browser (skipped where cgi-mapserver is not installed)", () => {
  it.each([
    ["WFS 2.0", (server: MapServer) => server.wfs, "STARTINDEX"],
    ["OGC API", (server: MapServer) => server.api, "offset"],
  ])(
    "lists its layers by %s, shows the first rows, and a loading that is cancelled in the middle leaves everything",
    async (_, of, further) => {
      const server = map as MapServer;
      const { page, context } = actor;
      const before = asked().length;
      let second = () => {};
      const isSecondAsked = new Promise<void>((resolve) => {
        second = resolve;
      });
      let release = () => {};
      const isReleased = new Promise<void>((resolve) => {
        release = resolve;
      });
      const holdSecondPage = (url: URL) => url.origin === server.origin && url.searchParams.has(further);
      await context.route(holdSecondPage, async (route) => {
        second();
        await isReleased;
        // The page has given it up by now.
        await route.continue().catch(() => undefined);
      });
      await name(of(server));
      await dialog().getByRole("cell", { name: "Blöcke 1", exact: true }).waitFor();
      await dialog().getByRole("button", { name: "Laden", exact: true }).press("Enter");
      await isSecondAsked;
      const progress = dialog()
        .getByRole("status")
        .filter({ hasText: /1\.000 .*Objekte.* geladen/ });
      await progress.waitFor();
      await expect.poll(focused).toBe("Laden abbrechen");
      // A click beside the dialog ends nothing.
      await page.mouse.click(5, 5);
      await expect.poll(focused).toBe("Laden abbrechen");
      await page.keyboard.press("Enter");
      await progress.waitFor({ state: "detached" });
      release();
      await expect.poll(focused).toBe("Laden");
      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Was ist geöffnet?");
      await context.unroute(holdSecondPage);
      const left = asked().slice(before);
      expect(left.every((url) => url.startsWith(`${server.origin}/`))).toBe(true);
      expect(left.filter((url) => new URL(url).searchParams.has(further)).length).toBe(1);
    },
  );

  it("is on the map with all of its pages, by WFS 1.1 as GML, without being asked again for its layers", async () => {
    const server = map as MapServer;
    const { page } = actor;
    await name(`${server.wfs}?service=WFS&version=1.1.0`);
    await dialog().getByText("WFS 1.1.0").waitFor();
    await dialog().getByText("GML", { exact: true }).click();
    await dialog().getByRole("cell", { name: "Blöcke 1", exact: true }).waitFor();
    expect(await accessibilityFindings(actor)).toEqual([]);
    const before = asked().length;
    await dialog().getByRole("button", { name: "Laden", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Daten hinzufügen" }).waitFor();
    await page.getByText(/1\.200 Zeilen werden übernommen/).waitFor();
    await page.getByRole("button", { name: "Übernehmen", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Daten hinzufügen" }).waitFor({ state: "detached" });
    await whenReady(actor);
    // The blocks have brought residents: now there is an answer, and the map says where it comes from.
    await page
      .getByRole("heading", { level: 1 })
      .filter({ hasText: /in 800\sm erreichbar/ })
      .waitFor();
    await page.getByText(/Quelle:.*Quartiere \(Modellstadt\), geladen am/).waitFor();
    await page.getByRole("navigation").getByRole("button", { name: "Daten", exact: true }).click();

    // The layers are still listed; the request list says what has left, and forgets it.
    await page.getByRole("button", { name: "Von einem Server der Stadt" }).click();
    await dialog()
      .getByRole("button", { name: /Quartiere/ })
      .waitFor();
    const requests = dialog().getByRole("listitem").filter({ hasText: "HTTP 200" });
    expect(await requests.first().textContent()).toContain("STARTINDEX=1000");
    expect(asked().length).toBe(before + 2);
    await dialog().getByRole("button", { name: "Liste leeren" }).click();
    await dialog().getByText("Keine Anfrage bisher.").waitFor();
  });
});

describe("a Parquet file at an address", () => {
  it("shows its first rows by parts that no browser asks leave for, and comes with the columns that were chosen", async () => {
    const { page } = actor;
    await name(`${odd.origin}/treffs.parquet`);
    await dialog().getByRole("cell", { name: "Treff 0", exact: true }).waitFor();
    await dialog().getByText("Alle 4 Spalten werden geladen").click();
    await dialog().getByText("kennung", { exact: true }).first().click();
    await dialog().getByText("3 von 4 Spalten werden geladen").waitFor();
    expect(await accessibilityFindings(actor)).toEqual([]);
    const parts = dialog().getByRole("listitem").filter({ hasText: "HTTP 206" });
    await dialog().getByRole("button", { name: "Laden", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Daten hinzufügen" }).waitFor();
    await page.getByText(/Auszug aus 900 Zeilen/).waitFor();
    await page.getByRole("button", { name: "Abbrechen" }).click();
    await page.getByRole("button", { name: "Von einem Server der Stadt" }).click();
    expect(await parts.count()).toBeGreaterThan(1);
    expect(odd.asked.filter((line) => line.startsWith("OPTIONS"))).toEqual([]);
  });
});

describe("a server that gives no data", () => {
  const failure = (words: RegExp) => dialog().getByRole("alert").filter({ hasText: words });

  it("is told from one that does not allow this page to read, and that one from the page's own policy: both are the browser's word", async () => {
    const origin = new URL(stage.url).origin;
    await name(`${odd.origin}/ohne-cors`);
    await failure(/antwortet, erlaubt dieser Seite aber nicht, die Antwort zu lesen/).waitFor();
    expect(await dialog().getByRole("alert").textContent()).toContain(`Access-Control-Allow-Origin: ${origin}`);
    await dialog().getByRole("listitem").filter({ hasText: "keine lesbare Antwort" }).first().waitFor();

    await name(`${NOT_IN_HEADER}/wfs`);
    await failure(/Sicherheitsregeln, mit denen diese Seite ausgeliefert wird/).waitFor();
    expect(await dialog().getByRole("alert").textContent()).toContain(`hinter connect-src: ${NOT_IN_HEADER}`);
    expect(stage.foreign.asked).toEqual([]);
  });

  it.each([
    ["/anmeldung", /verlangt eine Anmeldung/],
    ["/geoportal", /hat eine Internetseite geschickt statt Daten/],
    ["/umzug", /leitet an eine andere Adresse weiter, die nicht freigegeben ist/],
  ])("says so of %s", async (path, words) => {
    await name(odd.origin + path);
    await failure(words).waitFor();
  });

  it("is not waited for by anyone who cancels, and the focus stays", async () => {
    await name(`${odd.origin}/stumm`);
    await dialog().getByText("Der Server wird gefragt").waitFor();
    await dialog().getByRole("button", { name: "Abbrechen" }).press("Enter");
    await dialog().getByText("Der Server wird gefragt").waitFor({ state: "detached" });
    await expect.poll(() => actor.page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  });

  it("is not asked at all where it is not allowed, with words for IT", async () => {
    const before = actor.requests.length;
    await name("geodienste.example.de/wfs");
    await failure(/ist in dieser Fassung der App nicht freigegeben; es wurde nichts angefragt/).waitFor();
    expect(await dialog().getByRole("alert").textContent()).toMatch(
      /index\.html .*https:\/\/geodienste\.example\.de .*connect-src/,
    );
    expect(await accessibilityFindings(actor)).toEqual([]);
    expect(actor.requests.slice(before)).toEqual([]);
    expect(stage.foreign.asked).toEqual([]);
  });
});
