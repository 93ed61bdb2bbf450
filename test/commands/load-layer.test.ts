import { readFileSync } from "node:fs";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterEach, expect, it } from "vitest";
import type { App } from "../../src/commands/app.ts";
import {
  askServer,
  chooseColumns,
  chooseLayer,
  clearRequests,
  closeServer,
  openServer,
} from "../../src/commands/ask-server.ts";
import { copyFailure } from "../../src/commands/copy-failure.ts";
import { cancelLoading, loadChosenLayer, takePartial } from "../../src/commands/load-layer.ts";
import { serverFailureText } from "../../src/i18n/server-failure-text.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { serveServer } from "../../src/ingest/server/serve-server.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { oddServer } from "../ingest/server/odd-server.ts";

const city = JSON.parse(readFileSync("data/modellstadt/quartiere.geojson", "utf8")) as GeoJSON.FeatureCollection;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The model city's places as a Parquet file. */
const PARQUET = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: "kennung", data: Array.from({ length: 30 }, (_, i) => `A-${i}`), type: "STRING" },
      { name: "name", data: Array.from({ length: 30 }, (_, i) => `Treff ${i}`), type: "STRING" },
      { name: "lon", data: Array.from({ length: 30 }, (_, i) => 10.01 + i / 1e4), type: "DOUBLE" },
      { name: "lat", data: Array.from({ length: 30 }, (_, i) => 53.71 + i / 1e4), type: "DOUBLE" },
    ],
  }),
);

/** An app beside an OGC API with the model city's areas, and beside files; `promised` = how many areas it says that it has. */
async function appBeside({ promised = city.features.length, waitMs = 0 } = {}) {
  const server = await oddServer((request, response, url) => {
    const files: Record<string, Uint8Array> = {
      "/treffs.parquet": PARQUET,
      "/anlaufpunkte.csv": readFileSync("data/modellstadt/anlaufpunkte.csv"),
    };
    const file = files[url.pathname];
    if (file) {
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? "") ?? [];
      const part = from === undefined ? file : file.subarray(Number(from), Number(to) + 1);
      response.writeHead(from === undefined ? 200 : 206, { "content-length": part.length });
      return void response.end(request.method === "HEAD" ? undefined : part);
    }
    const start = Number(url.searchParams.get("offset") ?? 0);
    const features = city.features.slice(start, start + Math.min(15, Number(url.searchParams.get("limit"))));
    const body = url.pathname.endsWith("/items")
      ? { type: "FeatureCollection", features, numberMatched: promised }
      : { collections: [{ id: "quartiere", title: "Quartiere: Bestand/2026", links: [] }, { id: "andere" }] };
    setTimeout(() => response.end(JSON.stringify(body)), url.pathname.endsWith("/items") ? waitMs : 0);
  });
  closing.push(server.close);
  const registry = new TaskRegistry();
  serveIngest(registry);
  serveServer(registry);
  const copied: string[] = [];
  const app = {
    store: createAppStore(),
    services: {
      runner: inlineRunner(registry),
      clock: { now: () => new Date("2026-11-22T12:00:00Z") },
      servers: {
        hosts: [server.origin],
        fetch: (address: string, init: RequestInit) => fetch(address, init),
        now: () => new Date("2026-11-22T12:00:00Z"),
      },
      copyText: async (text: string) => void copied.push(text),
    },
  } as unknown as App;
  const state = () => app.store.getState().transient;
  return { app, server, state, copied, address: `${server.origin}/collections`, origin: server.origin };
}

it("asks nobody before an address is named, and lists each request afterwards until the list is cleared", async () => {
  const { app, state, server, address } = await appBeside();
  openServer(app);
  expect(server.asked).toEqual([]);
  await askServer(app, address);
  expect(state().server?.service?.layers.map(({ name }) => name)).toEqual(["quartiere", "andere"]);
  expect(state().serverRequests).toMatchObject([{ address, status: 200, state: "answered" }]);
  clearRequests(app);
  expect(state().serverRequests).toEqual([]);
});

it("hands the layer to the assistant as a file that says where it came from and when", async () => {
  const { app, state, address } = await appBeside();
  await askServer(app, address);
  await chooseLayer(app, "quartiere");
  expect(state().server?.chosen?.preview?.rows.length).toBe(5);
  await loadChosenLayer(app);
  // The next layer of the same server is chosen without asking anew.
  expect(state().server).toMatchObject({ isAside: true, address, service: { layers: [{ name: "quartiere" }, {}] } });
  const [file] = state().adding?.files ?? [];
  expect(file?.name).toBe("Quartiere Bestand 2026.geojson");
  expect(file?.draft?.anlaufpunkt.role).toBe("sozialraeume");
  const [source] = file?.draft?.sources ?? [];
  expect(source?.title).toContain("Quartiere: Bestand/2026");
  expect(source?.title).toContain("22. November 2026");
  expect(source?.path).toContain("/collections/quartiere/items");
  expect(file?.preview?.kept).toBe(city.features.length);
});

it("takes a layer that is not whole only when the user says so", async () => {
  const { app, state, address } = await appBeside({ promised: 99 });
  await askServer(app, address);
  await chooseLayer(app, "quartiere");
  await loadChosenLayer(app);
  expect(state().adding).toBeUndefined();
  expect(state().server?.chosen?.partial?.outcome).toMatchObject({
    ...{ features: city.features.length, promised: 99, shortfall: "fewer-than-promised" },
  });
  await takePartial(app);
  expect(state().adding?.files.length).toBe(1);
});

it("keeps nothing of a loading that is cancelled, and goes on with the layers that were listed", async () => {
  const { app, state, address, server } = await appBeside({ waitMs: 40 });
  await askServer(app, address);
  await chooseLayer(app, "quartiere");
  const loading = loadChosenLayer(app);
  await new Promise((resolve) => setTimeout(resolve, 60));
  cancelLoading(app);
  const asked = server.asked.length;
  await loading;
  await new Promise((resolve) => setTimeout(resolve, 100));
  // One more may have been on its way.
  expect(server.asked.length).toBeLessThanOrEqual(asked + 1);
  expect(state().adding).toBeUndefined();
  expect(state().server?.chosen).toMatchObject({ layer: { name: "quartiere" }, progress: undefined });
  closeServer(app);
  expect(state().server).toMatchObject({ isAside: true });
  expect(state().server?.chosen).toBeUndefined();
  openServer(app);
  expect(state().server).toMatchObject({ isAside: false, state: "asked", service: { layers: [{}, {}] } });
});

it("says what IT has to do about a host that is not allowed, and copies it with the address", async () => {
  const { app, state, server, copied } = await appBeside();
  await askServer(app, "geodienste.stadt.de/wfs");
  const failure = state().server?.failure;
  if (!failure) throw new Error("it did not fail");
  expect(server.asked).toEqual([]);
  expect(state().serverRequests ?? []).toEqual([]);
  const { remedy } = serverFailureText(failure, "de", "https://app.stadt.de");
  expect(remedy).toContain(`ANLAUFPUNKT_HOSTS="https://geodienste.stadt.de" npm run build`);
  expect(await copyFailure(app, failure, "https://app.stadt.de")).toBe(true);
  expect(copied[0]).toContain("https://geodienste.stadt.de/wfs");
});

it("shows the first rows of a Parquet file at an address, and hands the columns that were chosen to the assistant", async () => {
  const { app, state, origin } = await appBeside();
  await askServer(app, `${origin}/treffs.parquet`);
  expect(state().server?.chosen).toMatchObject({
    layer: { count: 30, columns: ["kennung", "name", "lon", "lat"], isRanged: true },
    preview: {
      columns: ["kennung", "name", "lon", "lat"],
      rows: [["A-0", "Treff 0", "10.01", "53.71"], {}, {}, {}, {}, {}],
    },
  });
  chooseColumns(app, []);
  expect(state().server?.chosen?.columns).toBeUndefined();
  chooseColumns(app, ["name", "lon", "lat"]);
  await loadChosenLayer(app);
  const [file] = state().adding?.files ?? [];
  expect(file?.name).toBe("treffs.parquet");
  expect(file?.preview?.columns.map(({ name }) => name)).toEqual(["name", "lon", "lat"]);
  expect(file?.draft?.sources?.[0]?.path).toBe(`${origin}/treffs.parquet`);
});

it("shows the first rows of any other file at an address in the assistant, as of one that was dropped", async () => {
  const { app, state, origin } = await appBeside();
  await askServer(app, `${origin}/anlaufpunkte.csv`);
  expect(state().server?.chosen?.preview).toBeUndefined();
  await loadChosenLayer(app);
  const [file] = state().adding?.files ?? [];
  expect(file?.draft?.anlaufpunkt.role).toBe("anlaufpunkte");
  expect(file?.preview?.columns.map(({ name }) => name)).toContain("name");
  expect(file?.preview?.rows.length).toBeGreaterThan(3);
});
