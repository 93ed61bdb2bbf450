import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterEach, describe, expect, it } from "vitest";
import type { ServerLayer, ServerService } from "../../../src/domain/server.ts";
import { loadLayer } from "../../../src/ingest/server/load-layer.ts";
import { readPage } from "../../../src/ingest/server/read-page.ts";
import type { PoliteConnection } from "../../../src/sources/polite-fetch.ts";
import { ask, connectionTo, failureOf, NEVER } from "./asking.ts";
import { oddServer } from "./odd-server.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function startOdd(answer: (request: IncomingMessage, response: ServerResponse, url: URL) => void) {
  const server = await oddServer(answer);
  closing.push(server.close);
  return server;
}

const point = (id: number, x = 9.4) => ({
  type: "Feature",
  id: `haus.${id}`,
  properties: { name: `Haus ${id}` },
  geometry: { type: "Point", coordinates: [x, 54.8] },
});

/** A layer of `total` points, served as `pageOf` says. */
async function loadPages(
  pageOf: (start: number, count: number) => object,
  { pageSize = 10, mostFeatures = 1000, mostBytes = 10_000_000 } = {},
) {
  const server = await startOdd((_, response, url) => {
    const start = Number(url.searchParams.get("STARTINDEX") ?? 0);
    const count = Number(url.searchParams.get("COUNT"));
    response.setHeader("content-type", "application/json").end(JSON.stringify(pageOf(start, count)));
  });
  const { connection } = connectionTo([server.origin]);
  const layer: ServerLayer = { name: "haus", title: "Haus", systems: [], formats: ["application/json"] };
  const service: ServerService = {
    kind: "wfs",
    version: "2.0.0",
    title: "",
    address: `${server.origin}/wfs`,
    layers: [layer],
  };
  const loaded = await loadLayer({
    ...{ service, layer, choice: { format: "geojson" }, signal: NEVER, connection, pageSize, mostFeatures, mostBytes },
    ...{ readPage: async (input) => readPage(input), onProgress: () => {} },
  });
  return { ...loaded, server, text: await loaded.file.text() };
}

const collection = (features: readonly object[], more: object = {}) => ({
  type: "FeatureCollection",
  features,
  ...more,
});
const points = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => point(from + i));

describe("pages of servers that do not do as they should", () => {
  it("takes a first page that comes for ever once, and says that the rest is missing", async () => {
    const { outcome, server } = await loadPages(() => collection(points(0, 10), { numberMatched: 41 }));
    expect(outcome).toMatchObject({ features: 10, shortfall: "pages-repeat", promised: 41 });
    // Twice by pages, then for all of it.
    expect(server.asked.length).toBe(3);
  });

  it("notices the repeated page although its features are called differently each time", async () => {
    let call = 0;
    const { outcome } = await loadPages(() =>
      collection(points(0, 10).map((each) => ({ ...each, id: `fid-${call++}` }))),
    );
    expect(outcome).toMatchObject({ features: 10, shortfall: "pages-repeat" });
  });

  it("asks a server that repeats its first page for everything at once", async () => {
    const { outcome, text, server } = await loadPages((_, count) =>
      collection(points(0, Math.min(41, count)), { numberMatched: 41 }),
    );
    expect(outcome).toMatchObject({ features: 41, shortfall: undefined, promised: 41 });
    expect(new Set(text.match(/"Haus \d+"/g)).size).toBe(41);
    expect(server.asked.at(-1)).toContain("COUNT=41");
    expect(server.asked.at(-1)).not.toContain("STARTINDEX");
  });

  it("asks a server that refuses pages for everything at once, and hands on its words where that brings no more", async () => {
    const refused = {
      version: "2.0.0",
      exceptions: [{ code: "noApplicableCode", text: "Cannot do natural order without a primary key" }],
    };
    const upTo = (most: number) => (start: number, count: number) =>
      start > 0 ? refused : collection(points(0, Math.min(25, most, count)));
    expect((await loadPages(upTo(1000))).outcome).toMatchObject({ features: 25, pages: 1, shortfall: undefined });
    expect(await failureOf(loadPages(upTo(10)))).toMatchObject({
      reason: "service-error",
      detail: "Cannot do natural order without a primary key",
    });
  });

  it("loses nothing where a server that knows no pages sends all there is", async () => {
    const { outcome } = await loadPages(() => collection(points(0, 7)));
    expect(outcome).toMatchObject({ features: 7, shortfall: undefined });
  });

  it("goes on where the server cuts pages shorter than asked", async () => {
    const { outcome } = await loadPages((start) => collection(points(start, Math.min(23, start + 4))));
    expect(outcome).toMatchObject({ features: 23, pages: 6, doubles: 0, shortfall: undefined });
  });

  it("takes what came on two pages once, and what is twice on one page twice", async () => {
    const { outcome, text } = await loadPages((start, count) =>
      collection([...points(Math.max(0, start - 2), Math.min(25, start + count)), ...(start === 0 ? [point(0)] : [])]),
    );
    expect(text.match(/"Haus 0"/g)?.length).toBe(2);
    expect(new Set(text.match(/"Haus \d+"/g)).size).toBe(25);
    expect(outcome.features).toBe(26);
    expect(outcome.doubles).toBeGreaterThan(0);
  });

  it("does not believe in a count of the whole that is the count of the page", async () => {
    const { outcome } = await loadPages((start, count) => {
      const page = points(start, Math.min(25, start + count));
      return collection(page, { numberMatched: page.length });
    });
    expect(outcome.features).toBe(25);
  });

  it("says that fewer came than were promised", async () => {
    const { outcome } = await loadPages((start) =>
      collection(start < 20 ? points(start, start + 10) : [], { numberMatched: 40 }),
    );
    expect(outcome).toMatchObject({ features: 20, promised: 40, shortfall: "fewer-than-promised" });
  });

  it("stops at the limit and says so", async () => {
    const { outcome } = await loadPages((start, count) => collection(points(start, start + count)), {
      mostFeatures: 30,
    });
    expect(outcome).toMatchObject({ features: 30, shortfall: "limit" });
  });

  it("refuses more bytes than are taken, all pages together", async () => {
    const loading = loadPages((start, count) => collection(points(start, start + count)), { mostBytes: 3000 });
    expect(await failureOf(loading)).toMatchObject({ reason: "too-large" });
  });

  it("writes names like __proto__ and texts that look like numbers as they are", async () => {
    const odd = { ["__proto__"]: "eins", schluessel: "0101", zahl: 12.5, leer: null, text: "12.50" };
    const { text } = await loadPages(() => collection([{ ...point(1), properties: odd }]));
    expect(text).toContain(`"__proto__":"eins"`);
    expect(text).toContain(`"schluessel":"0101"`);
    expect(text).toContain(`"zahl":12.5`);
    expect(text).toContain(`"text":"12.50"`);
  });

  it("turns degrees that stand the wrong way round", async () => {
    const swapped = { ...point(1), geometry: { type: "Point", coordinates: [54.8, 9.4] } };
    expect((await loadPages(() => collection([swapped]))).text).toContain(`"coordinates":[9.4,54.8]`);
  });
});

describe("a server behind a proxy", () => {
  it("is asked by the address that the user has named, whatever host it calls itself", async () => {
    const inside = "http://geoserver.intern:8080";
    const server = await startOdd((_, response, url) => {
      const start = Number(url.searchParams.get("offset") ?? 0);
      const next = { rel: "next", href: `${inside}/api/collections/haus/items?limit=10&offset=${start + 10}` };
      const items = `${inside}/api/collections/haus/items`;
      const documents: Readonly<Record<string, object>> = {
        "/geo/": { links: [{ rel: "data", href: `${inside}/api/collections` }] },
        "/geo/collections": { collections: [{ id: "haus", links: [{ rel: "items", href: items }] }] },
        "/geo/collections/haus/items": collection(points(start, start + 10), { links: start < 20 ? [next] : [] }),
      };
      response.end(JSON.stringify(documents[url.pathname] ?? {}));
    });
    const { connection, sent } = connectionTo([server.origin]);
    const service = await ask(`${server.origin}/geo/`, connection);
    const layer = service.layers[0] as ServerLayer;
    const { outcome } = await loadLayer({
      ...{ service, layer, choice: { format: "geojson" }, signal: NEVER, connection, pageSize: 10 },
      ...{ readPage: async (input) => readPage(input), onProgress: () => {} },
    });
    expect(outcome).toMatchObject({ features: 30, pages: 3, shortfall: undefined });
    expect(sent.every((address) => address.startsWith(server.origin))).toBe(true);
  });
});

describe("answers that are no data", () => {
  const reasonOf = async (
    answer: (request: IncomingMessage, response: ServerResponse, url: URL) => void,
    change: Partial<PoliteConnection> = {},
    path = "/wfs",
  ) => {
    const server = await startOdd(answer);
    const { connection, requests } = connectionTo([server.origin], change);
    const failure = (await failureOf(ask(server.origin + path, connection))) as { reason: string; detail?: string };
    return { ...failure, requests, server };
  };

  it("knows a login by its status, and by its form with status 200", async () => {
    for (const status of [401, 403]) {
      expect(await reasonOf((_, response) => response.writeHead(status).end())).toMatchObject({
        reason: "login",
        status,
      });
    }
    const form = "<!DOCTYPE html><html><body><form><input type='password' name='p'></form></body></html>";
    expect((await reasonOf((_, response) => response.end(form))).reason).toBe("login");
  });

  it("knows a web page that is no login", async () => {
    const page = "<!DOCTYPE html><html><body>Wartungsarbeiten</body></html>";
    expect((await reasonOf((_, response) => response.end(page))).reason).toBe("html-page");
    expect((await reasonOf((_, response) => response.end(page), {}, "/geo")).reason).toBe("html-page");
  });

  it("hands on what a report of an error says, with status 200 too, in XML and in JSON", async () => {
    const report = `<?xml version="1.0"?><ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1"><ows:Exception exceptionCode="NoApplicableCode"><ows:ExceptionText>Datenbank &lt;geo&gt; nicht erreichbar</ows:ExceptionText></ows:Exception></ows:ExceptionReport>`;
    expect(await reasonOf((_, response) => response.end(report))).toMatchObject({
      ...{ reason: "service-error", detail: "Datenbank <geo> nicht erreichbar" },
    });
    const problem = JSON.stringify({ code: "NotFound", description: "Collection fehlt" });
    expect(
      await reasonOf((_, response) => response.writeHead(404).end(problem), {}, "/api/collections/x"),
    ).toMatchObject({
      ...{ reason: "service-error", detail: "Collection fehlt" },
    });
  });

  it("gives up on a server that is silent, before its answer and in the middle of it", async () => {
    expect(await reasonOf(() => undefined, { timeoutMs: 120 })).toMatchObject({ reason: "timed-out" });
    const half = (_: IncomingMessage, response: ServerResponse) => void response.write("<?xml version='1.0'?>");
    expect(await reasonOf(half, { timeoutMs: 120 })).toMatchObject({ reason: "timed-out" });
  });

  it("follows a redirect on the same server, and none to another", async () => {
    const elsewhere = await startOdd((_, response) => response.end("geheim"));
    const there = await reasonOf((_, response) =>
      response.writeHead(302, { location: `${elsewhere.origin}/wfs` }).end(),
    );
    expect(there).toMatchObject({ reason: "redirected", detail: elsewhere.origin });
    expect(elsewhere.asked).toEqual([]);
    const page = "<html><body>da</body></html>";
    const here = await reasonOf((_, response, url) =>
      url.pathname === "/wfs" ? response.writeHead(301, { location: "/neu" }).end() : response.end(page),
    );
    expect(here.reason).toBe("html-page");
    expect(here.requests.map(({ status }) => status)).toEqual([301, 200]);
  });

  it("does not follow a redirect that a browser hides, unless the page's policy binds it", async () => {
    const hidden = (_: string, init: RequestInit) => {
      if (init.redirect === "manual") {
        const response = new Response(null);
        Object.defineProperty(response, "type", { value: "opaqueredirect" });
        return Promise.resolve(response);
      }
      return Promise.resolve(new Response("<html>da</html>"));
    };
    expect((await reasonOf(() => undefined, { fetch: hidden })).reason).toBe("redirected");
    expect((await reasonOf(() => undefined, { fetch: hidden, isBoundByPolicy: true })).reason).toBe("html-page");
  });

  it("tells a server that does not allow the page from one that is not there, and from the page's own policy", async () => {
    const noCors = (_: string, init: RequestInit) =>
      // Browsers refuse the one with the other.
      init.mode === "no-cors" && (init.redirect ?? "follow") === "follow"
        ? Promise.resolve(new Response())
        : Promise.reject(new TypeError("Failed to fetch"));
    const { reason, requests } = await reasonOf(() => undefined, { fetch: noCors, isBoundByPolicy: true });
    expect(reason).toBe("no-cors");
    expect(requests.map(({ method, state }) => [method, state])).toEqual([
      ["GET", "failed"],
      ["HEAD", "answered"],
    ]);
    const dead = () => Promise.reject(new TypeError("Failed to fetch"));
    expect((await reasonOf(() => undefined, { fetch: dead, isBoundByPolicy: true })).reason).toBe("unreachable");
    const violations = new EventTarget();
    const blocked = () => {
      setTimeout(() => violations.dispatchEvent(new Event("securitypolicyviolation")), 5);
      return dead();
    };
    expect((await reasonOf(() => undefined, { fetch: blocked, violations })).reason).toBe("blocked-by-page");
  });

  it("says that a service offers no layers, and that XML is broken", async () => {
    const empty = `<WFS_Capabilities version="2.0.0"><FeatureTypeList/></WFS_Capabilities>`;
    expect((await reasonOf((_, response) => response.end(empty))).reason).toBe("no-layers");
    expect((await reasonOf((_, response) => response.end(empty.slice(0, 50)))).reason).toBe("broken-answer");
    expect((await reasonOf((_, response) => response.end("GIF89a"), {}, "/wfs")).reason).toBe("not-a-service");
  });

  it("sends nothing for an address that is none, is not allowed, or would mix http into a page of https", async () => {
    const { connection, sent } = connectionTo(["https://geo.example.de", "http://geo.example.de"], {
      isPageSecure: true,
    });
    for (const [address, reason] of [
      ["https://geo.example.com/wfs", "host-not-allowed"],
      ["https://geo.example.de:8443/wfs", "host-not-allowed"],
      ["https://geo.example.de.example.com/wfs", "host-not-allowed"],
      ["http://geo.example.de/wfs", "insecure"],
    ] as const) {
      expect(await failureOf(ask(address, connection))).toMatchObject({ reason });
    }
    expect(sent).toEqual([]);
  });
});

describe("a file at an address", () => {
  const table = parquetWriteBuffer({
    columnData: [
      { name: "id", data: Array.from({ length: 5000 }, (_, i) => `0${i}`), type: "STRING" },
      { name: "wert", data: Array.from({ length: 5000 }, (_, i) => i / 7), type: "DOUBLE" },
    ],
  });
  const bytes = Buffer.from(table);

  it("is described by ranges of a Parquet file alone, and loaded as it is with its progress", async () => {
    const ranges: string[] = [];
    const server = await startOdd((request, response) => {
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
      if (request.method === "HEAD") response.writeHead(200, { "content-length": bytes.length }).end();
      else if (from === undefined) response.writeHead(200, { "content-length": bytes.length }).end(bytes);
      else {
        ranges.push(`${from}-${to}`);
        response.writeHead(206).end(bytes.subarray(Number(from), Number(to) + 1));
      }
    });
    const { connection } = connectionTo([server.origin]);
    const service = await ask(`${server.origin}/daten/werte.parquet`, connection);
    const layer = service.layers[0] as ServerLayer;
    expect(service.kind).toBe("file");
    expect(layer).toMatchObject({ name: "werte.parquet", count: 5000, columns: ["id", "wert"], bytes: bytes.length });
    expect(ranges.length).toBe(1);
    const told: (number | undefined)[] = [];
    const loaded = await loadLayer({
      ...{ service, layer, choice: { format: "geojson" }, signal: NEVER, connection },
      ...{ readPage: async (input) => readPage(input), onProgress: ({ ofBytes }) => told.push(ofBytes) },
    });
    expect(Buffer.from(await loaded.file.arrayBuffer()).equals(bytes)).toBe(true);
    expect(told.at(-1)).toBe(bytes.length);
  });

  it("is there without its rows where the server knows no ranges", async () => {
    const server = await startOdd((request, response) => {
      response.writeHead(200, { "content-length": bytes.length }).end(request.method === "HEAD" ? undefined : bytes);
    });
    const { connection } = connectionTo([server.origin]);
    const { layers } = await ask(`${server.origin}/werte.parquet`, connection);
    expect(layers[0]).toMatchObject({ bytes: bytes.length });
  });

  it("is features that a query names", async () => {
    const text = readFileSync("data/modellstadt/quartiere.geojson", "utf8");
    const server = await startOdd((_, response) => response.end(text));
    const { connection } = connectionTo([server.origin]);
    const service = await ask(`${server.origin}/abfrage?was=quartiere`, connection);
    expect(service).toMatchObject({ kind: "file", layers: [{ name: "abfrage.geojson" }] });
  });
});
