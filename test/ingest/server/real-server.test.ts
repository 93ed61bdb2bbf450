import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { choiceOf, formatsOf, systemsOf, usualChoice } from "../../../src/domain/layer-choice.ts";
import type { LayerChoice, ServerService } from "../../../src/domain/server.ts";
import { parseCrs, toLonLat } from "../../../src/geo/crs.ts";
import { readGeojson } from "../../../src/ingest/geojson/read-geojson.ts";
import { IssueLog } from "../../../src/ingest/issue-log.ts";
import { loadLayer, previewLayer } from "../../../src/ingest/server/load-layer.ts";
import { readPage } from "../../../src/ingest/server/read-page.ts";
import { ask, connectionTo, failureOf, NEVER } from "./asking.ts";
import { hasMapServer, type MapServer, startMapServer } from "./map-server.ts";

const city = JSON.parse(readFileSync("data/modellstadt/quartiere.geojson", "utf8")) as GeoJSON.FeatureCollection;
/** Length of a degree; enough for distances of some metres. */
const METRES = 111_320;

describe.skipIf(!hasMapServer)(
  "a real MapServer (skipped where cgi-mapserver is not installed)",
  { timeout: 30_000 },
  () => {
    let server: MapServer;
    beforeAll(async () => {
      server = await startMapServer(city.features);
    });
    afterAll(() => server.close());

    const opened = async (address: string) => {
      const { connection, requests } = connectionTo([server.origin]);
      const service = await ask(address, connection);
      const layer = service.layers[0];
      if (!layer) throw new Error("no layer");
      return { connection, requests, service, layer };
    };
    // What it offers is the same for all of them; each answer is a process of its own.
    const offered = new Map<string, ReturnType<typeof opened>>();
    const load = async (address: string, choose: (service: ServerService) => LayerChoice, pageSize: number) => {
      const known = offered.get(address) ?? opened(address);
      offered.set(address, known);
      const { service, layer } = await known;
      const { connection, requests } = connectionTo([server.origin]);
      const read = async (input: Parameters<typeof readPage>[0]) => readPage(input);
      const rest = { signal: NEVER, connection, readPage: read, onProgress: () => {}, pageSize };
      const loaded = await loadLayer({ service, layer, choice: choose(service), ...rest });
      return { ...loaded, requests, rows: await rowsOf(loaded.file) };
    };
    const by = (format: "gml" | "geojson", code: string) => (service: ServerService) => {
      const layer = service.layers[0];
      const system = layer?.systems.find((each) => each.endsWith(code));
      if (!layer || !system) throw new Error(`not offered: ${code}`);
      return choiceOf(service, layer, format, system);
    };

    it.each(["1.1.0", "2.0.0"])(
      "says in WFS %s which layers it has, in which systems and where they lie",
      async (version) => {
        const { service, layer } = await opened(`${server.wfs}?SERVICE=WFS&VERSION=${version}&REQUEST=GetCapabilities`);
        expect(service).toMatchObject({ kind: "wfs", version, title: "Modellstadt" });
        expect(layer).toMatchObject({ title: "Quartiere", description: "Die Quartiere der Modellstadt" });
        expect(layer.name).toBe("ms:quartiere");
        expect(systemsOf(layer).map(parseCrs)).toEqual(
          expect.arrayContaining(["EPSG:4326", "EPSG:25832", "EPSG:3035"]),
        );
        expect(formatsOf(service, layer)).toEqual(["geojson", "gml"]);
        expect(parseCrs(usualChoice(service, layer).system ?? "")).toBe("EPSG:25832");
        const [west = 0, south = 0] = degreesOf(city.features[0]?.geometry ?? null)[0] ?? [];
        expect(layer.box?.[0]).toBeLessThanOrEqual(west + 1e-6);
        expect(layer.box?.[1]).toBeLessThanOrEqual(south + 1e-6);
      },
    );

    it("is understood by its bare address, and by the landing page and the list of its OGC API", async () => {
      expect((await opened(server.wfs)).service.version).toBe("2.0.0");
      expect((await opened(server.api)).service).toMatchObject({ kind: "ogc-api", title: expect.any(String) });
      expect((await opened(server.api.replace("/collections", ""))).layer.name).toBe("quartiere");
    });

    it.each([
      ["1.1.0", "gml", "25832"],
      ["1.1.0", "gml", "4326"],
      ["1.1.0", "geojson", "25832"],
      ["2.0.0", "gml", "25832"],
      ["2.0.0", "gml", "4326"],
      ["2.0.0", "gml", "3035"],
      ["2.0.0", "geojson", "25832"],
      ["2.0.0", "geojson", "4326"],
    ] as const)(
      "sends by WFS %s as %s in EPSG:%s what lies within a metre of the original, whole and once",
      async (version, format, code) => {
        const { rows, outcome } = await load(`${server.wfs}?version=${version}&service=WFS`, by(format, code), 25);
        expect(outcome).toMatchObject({ features: city.features.length, doubles: 0, shortfall: undefined });
        expect(outcome.pages).toBe(Math.ceil(city.features.length / 25));
        expectTheCity(rows);
      },
    );

    it("sends the same by its OGC API, from page to page", async () => {
      const { rows, outcome } = await load(
        server.api,
        (service) => usualChoice(service, service.layers[0] as never),
        21,
      );
      expect(outcome).toMatchObject({ features: city.features.length, doubles: 0, shortfall: undefined });
      expect(outcome.pages).toBe(Math.ceil(city.features.length / 21));
      expectTheCity(rows);
    });

    it("shows the first rows with umlauts before anything is loaded", async () => {
      const { connection, service, layer } = await opened(server.wfs);
      const question = { service, layer, choice: usualChoice(service, layer), signal: NEVER, connection };
      const { columns, rows } = await previewLayer({ ...question, readPage: async (input) => readPage(input) });
      expect(columns).toEqual(expect.arrayContaining(["id", "name", "residents"]));
      expect(rows.length).toBe(5);
      expect(rows[0]?.[columns.indexOf("name")]).toBe(city.features[0]?.properties?.name);
      expect(rows[0]?.[columns.indexOf("id")]).toBe("0101");
    });

    it("lists every request with its time, host, address, bytes and status", async () => {
      const { requests } = await load(`${server.wfs}?version=2.0.0&service=WFS`, by("gml", "25832"), 25);
      expect(requests.length).toBe(2);
      for (const request of requests) {
        expect(request).toMatchObject({
          host: new URL(server.origin).host,
          status: 200,
          state: "answered",
          method: "GET",
        });
        expect(request.time).toBe("2026-11-22T12:00:00.000Z");
        expect(request.bytes).toBeGreaterThan(100);
      }
    });

    it("is left in the middle when the user cancels: nothing more is asked", async () => {
      const { connection, requests, service, layer } = await opened(server.wfs);
      const cancel = new AbortController();
      const loading = loadLayer({
        ...{ service, layer, choice: usualChoice(service, layer), signal: cancel.signal, connection, pageSize: 5 },
        readPage: async (input) => readPage(input),
        onProgress: ({ pages }) => pages === 2 && cancel.abort(new Error("called off")),
      });
      await expect(loading).rejects.toThrow("called off");
      const asked = requests.length;
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(requests.length).toBe(asked);
      expect(requests.filter(({ address }) => address.includes("GetFeature")).length).toBeLessThanOrEqual(3);
    });

    it("reports an error in its own words", async () => {
      const { connection, service, layer } = await opened(server.wfs);
      const wrong = { ...layer, name: "ms:gibtesnicht" };
      const question = { service, layer: wrong, choice: usualChoice(service, layer), signal: NEVER, connection };
      const failure = await failureOf(previewLayer({ ...question, readPage: async (input) => readPage(input) }));
      expect(failure).toMatchObject({ reason: "service-error", status: expect.any(Number) });
      expect((failure as { detail: string }).detail).toContain("gibtesnicht");
    });

    it("is not asked at all when the build does not allow it", async () => {
      const { connection, sent } = connectionTo(["https://geodienste.example.de"]);
      expect(await failureOf(ask(server.wfs, connection))).toMatchObject({ reason: "host-not-allowed" });
      expect(sent).toEqual([]);
    });
  },
);

interface Row {
  readonly id: string;
  readonly name: string;
  readonly residents: string;
  readonly points: readonly (readonly [number, number])[];
}

async function rowsOf(file: Blob): Promise<Row[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const table = readGeojson(bytes, { source: "layer.geojson", listSeparator: ";" }, new IssueLog("layer.geojson"));
  const cell = (name: string, row: number) => table.columns.find((column) => column.name === name)?.texts[row] ?? "";
  return Array.from({ length: table.rowCount }, (_, row) => ({
    ...{ id: cell("id", row), name: cell("name", row), residents: cell("residents", row) },
    points: degreesOf(table.geometries?.[row] ?? null, table.crs),
  }));
}

function degreesOf(geometry: GeoJSON.Geometry | null, crs = "CRS84"): (readonly [number, number])[] {
  const id = parseCrs(crs);
  if (!geometry || !("coordinates" in geometry) || !id) throw new Error("no place");
  const flat = (geometry.coordinates as unknown[]).flat(geometry.type === "MultiPolygon" ? 3 : 2) as number[];
  const xs = Float64Array.from(flat.filter((_, i) => i % 2 === 0));
  const ys = Float64Array.from(flat.filter((_, i) => i % 2 === 1));
  toLonLat(id, xs, ys);
  return [...xs].map((x, i) => [x, ys[i] as number] as const);
}

/** Every Quartier once, with its name and number, each corner within a metre of a corner of the original. */
function expectTheCity(rows: readonly Row[]): void {
  expect(rows.map(({ id }) => id).sort()).toEqual(city.features.map(({ properties }) => properties?.id).sort());
  for (const { id, name, residents, points } of rows) {
    const feature = city.features.find(({ properties }) => properties?.id === id);
    expect([name, residents]).toEqual([feature?.properties?.name, String(feature?.properties?.residents)]);
    const corners = degreesOf(feature?.geometry ?? null);
    expect(points.length).toBe(corners.length);
    for (const [x, y] of points) {
      const nearest = Math.min(
        ...corners.map(([cx, cy]) => Math.hypot((x - cx) * Math.cos((cy * Math.PI) / 180), y - cy) * METRES),
      );
      expect(nearest).toBeLessThan(1);
    }
  }
}
