import { readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import { zipSync } from "fflate";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { CityForData } from "../../src/domain/data-draft.ts";
import { inspectFile } from "../../src/ingest/inspect/inspect-file.ts";
import { previewDraft } from "../../src/ingest/inspect/preview-draft.ts";
import { hasSharedData, sharedData } from "../shared-data.ts";

/** 500 in the run that guards every change; `ANLAUFPUNKT_FUZZ=10000` for the long one. */
const RUNS = Number(process.env.ANLAUFPUNKT_FUZZ ?? 500);
const CITY: CityForData = {
  levels: [{ level: "stadtteil", title: "Stadtteil", areas: [{ id: "1", name: "Altstadt" }] }],
  box: [9.3, 54.7, 9.6, 54.9],
  indicators: [],
  names: [],
  paths: [],
};

const FIXTURES = [
  "flensburg/fl_residents_by_district.csv",
  "flensburg/zensus2011_1km_flensburg.csv",
  "flensburg/zensus2011_1km_flensburg.fgb",
  "flensburg/flensburg_stadtteile.zip",
  "import/berlin_2003_einwohner_cp1252.csv",
  "import/flensburg-all-formats/stadtteile.kml",
  "import/flensburg-all-formats/stadtteile_25832.fgb",
  "import/flensburg-all-formats/stadtteile_25832.gml",
  "import/flensburg-all-formats/stadtteile_25832.gpkg",
  "import/flensburg-all-formats/stadtteile_25832.geoparquet",
  "import/flensburg-all-formats/stadtteile_epsg31467_cp1252_nocpg.zip",
  "import/flensburg-all-formats/stadtteile_rfc7946.geojson",
  "import/flensburg-all-formats/stadtteile_wkt_semicolon.csv",
  "import/Berlin_LOR_Versorgungsdaten_Stand_2402.xlsx",
  "flensburg/zensus2011_1km_flensburg.parquet",
];

type Bytes = Uint8Array<ArrayBuffer>;

/** Formats and encodings that no office has published a file of, made of what one has. */
function madeFixtures(read: (path: string) => Bytes): [name: string, bytes: Bytes][] {
  const text = (path: string) => new TextDecoder().decode(read(path));
  const csv = text("flensburg/fl_residents_by_district.csv");
  const geojson = text("import/flensburg-all-formats/stadtteile_rfc7946.geojson");
  const kml = read("import/flensburg-all-formats/stadtteile.kml");
  const { features } = JSON.parse(geojson) as GeoJSON.FeatureCollection;
  const rows = csv.split("\n").map((line) => line.split(","));
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([["Straße", "Wert"], ...rows]), "Köln");
  const saved = (bookType: "xls" | "xlsb" | "ods"): Bytes =>
    new Uint8Array(write(workbook, { type: "array", bookType }) as ArrayBuffer);
  const rings = features.map(({ geometry }) =>
    geometry.type === "Polygon"
      ? geometry.coordinates
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates.flat()
        : [],
  );
  const arcs = rings.flat();
  const polygons = rings.map((own) => ({ type: "Polygon", arcs: own.map((ring) => [arcs.indexOf(ring)]) }));
  const topology = {
    type: "Topology",
    arcs,
    objects: { stadtteile: { type: "GeometryCollection", geometries: polygons } },
  };
  return [
    ["tabelle.tsv", utf8(csv.replaceAll(",", "\t"))],
    ["utf16.csv", utf16(`\ufeff${csv}`)],
    ["tabelle.xls", saved("xls")],
    ["tabelle.xlsb", saved("xlsb")],
    ["tabelle.ods", saved("ods")],
    ["zeilen.geojsonl", utf8(features.map((feature) => JSON.stringify(feature)).join("\n"))],
    ["utf16.geojson", utf16(`\ufeff${geojson}`)],
    ["stadtteile.topojson", utf8(JSON.stringify(topology))],
    ["stadtteile.kmz", zipSync({ "doc.kml": kml }) as Bytes],
  ];
}

function utf8(text: string): Bytes {
  return new TextEncoder().encode(text) as Bytes;
}

function utf16(text: string): Bytes {
  return new Uint8Array(Uint16Array.from(text, (_, i) => text.charCodeAt(i)).buffer);
}

type Change =
  | { readonly how: "cut"; readonly at: number }
  | { readonly how: "flip"; readonly at: number; readonly bits: number }
  | { readonly how: "reorder"; readonly at: number; readonly to: number; readonly length: number }
  | { readonly how: "inflate"; readonly at: number; readonly times: number; readonly length: number };

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 400 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ how: fc.constant("cut" as const), at: share }),
  fc.record({ how: fc.constant("flip" as const), at: share, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ how: fc.constant("reorder" as const), at: share, to: share, length }),
  fc.record({ how: fc.constant("inflate" as const), at: share, times: fc.integer({ min: 2, max: 60 }), length }),
);

function changed(bytes: Uint8Array, how: Change): Uint8Array<ArrayBuffer> {
  const at = Math.floor(how.at * (bytes.length - 1));
  switch (how.how) {
    case "cut":
      return bytes.slice(0, at) as Uint8Array<ArrayBuffer>;
    case "flip": {
      const copy = bytes.slice() as Uint8Array<ArrayBuffer>;
      copy[at] = (copy[at] as number) ^ how.bits;
      return copy;
    }
    case "reorder": {
      const piece = bytes.slice(at, at + how.length);
      const rest = [...bytes.subarray(0, at), ...bytes.subarray(at + how.length)];
      rest.splice(Math.floor(how.to * rest.length), 0, ...piece);
      return Uint8Array.from(rest);
    }
    case "inflate": {
      const piece = bytes.subarray(at, at + how.length);
      const grown = new Uint8Array(bytes.length + piece.length * how.times);
      grown.set(bytes.subarray(0, at));
      for (let i = 0; i < how.times; i++) grown.set(piece, at + i * piece.length);
      grown.set(bytes.subarray(at), at + piece.length * how.times);
      return grown;
    }
  }
}

// SheetJS says on the console what it finds odd.
beforeAll(() => {
  for (const level of ["error", "warn", "log"] as const) vi.spyOn(console, level).mockImplementation(() => {});
});
afterAll(() => vi.restoreAllMocks());

test.skipIf(!hasSharedData)(
  "files that were cut, flipped, reordered or inflated give rows or the reason why not, and never throw",
  async () => {
    const read = (path: string): Bytes => new Uint8Array(readFileSync(sharedData(path)));
    const fixtures = [
      ...FIXTURES.map((path) => ({ path, bytes: read(path) })),
      ...madeFixtures(read).map(([path, bytes]) => ({ path, bytes })),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fixtures), change, async ({ path, bytes }, how) => {
        const name = path.slice(path.lastIndexOf("/") + 1);
        const broken = changed(bytes, how);
        const { draft, issues } = await inspectFile(name, broken, CITY);
        const preview = draft && (await previewDraft(draft, broken, CITY));
        const told = [...issues, ...(preview?.issues ?? [])];
        expect((preview?.rowCount ?? 0) > 0 || told.length > 0).toBe(true);
        for (const issue of told) expect(issue.source).not.toBe("");
      }),
      { numRuns: RUNS },
    );
  },
  3_600_000,
);
