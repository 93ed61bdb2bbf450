import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { beforeAll, describe, expect, it } from "vitest";
import { inspectFile } from "../../src/ingest/inspect/inspect-file.ts";
import { hasSharedData } from "../shared-data.ts";
import { type Bytes, bytesOf, readAs, sharedBytes, sharedShapefile, tablesOf } from "./geo-files.ts";
import { addPoints, writeGeopackage } from "./geopackage/write-geopackage.ts";
import { square, writeDbf, writeShp, zipped } from "./shapefile/write-shapefile.ts";

const ROWS = 20;
const numbers = Array.from({ length: ROWS }, (_, i) => i);
const ring = (i: number) => square(i, i, 1);

/** The same twenty areas in each format, small enough to be damaged in many places. */
async function areas(): Promise<ReadonlyMap<string, Bytes>> {
  const features = numbers.map(
    (i): GeoJSON.Feature => ({
      type: "Feature",
      properties: { id: `a${i}`, wert: i },
      geometry: { type: "Polygon", coordinates: [ring(i)] },
    }),
  );
  const collection: GeoJSON.FeatureCollection = { type: "FeatureCollection", features };
  const { shp, shx } = writeShp(numbers.map((i) => ({ type: 5, parts: [ring(i)] })));
  const dbf = writeDbf(
    [{ name: "ID", type: "C", length: 5 }],
    numbers.map((i) => [`a${i}`]),
  );
  const coordinates = (i: number) => ring(i).map(([x, y]) => `${x},${y}`);
  return new Map([
    ["shp", zipped({ "a.shp": shp, "a.shx": shx, "a.dbf": dbf })],
    ["gpkg", await writeGeopackage((database) => addPoints(database, "a", ROWS))],
    ["fgb", serialize(collection) as Bytes],
    ["geojson", bytesOf(JSON.stringify(collection))],
    [
      "topojson",
      bytesOf(
        JSON.stringify({
          type: "Topology",
          arcs: numbers.map(ring),
          objects: {
            a: { type: "GeometryCollection", geometries: numbers.map((i) => ({ type: "Polygon", arcs: [[i]] })) },
          },
        }),
      ),
    ],
    [
      "kml",
      bytesOf(
        `<kml>${numbers.map((i) => `<Placemark><name>a${i}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates(i).join(" ")}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`).join("")}</kml>`,
      ),
    ],
    [
      "gml",
      bytesOf(
        `<c:FeatureCollection xmlns:c="c" xmlns:gml="g">${numbers.map((i) => `<gml:featureMember><c:a><c:id>a${i}</c:id><c:g><gml:Polygon srsName="EPSG:25832"><gml:exterior><gml:LinearRing><gml:posList>${coordinates(i).join(" ").replaceAll(",", " ")}</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon></c:g></c:a></gml:featureMember>`).join("")}</c:FeatureCollection>`,
      ),
    ],
  ]);
}

/** A known sequence of chances: the same damage each time. */
function* chances(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    yield state;
  }
}

function flipped(bytes: Bytes, seed: number, flips: number): Bytes {
  const copy = bytes.slice();
  const next = chances(seed);
  for (let i = 0; i < flips; i++) {
    const chance = next.next().value ?? 0;
    const at = (chance >>> 3) % copy.length;
    copy[at] = (copy[at] ?? 0) ^ (1 << (chance & 7));
  }
  return copy;
}

/** Rows, or a reason; never neither, never both an error and silence about it. */
async function isRowsOrReason(format: string, bytes: Bytes, most: number): Promise<void> {
  const table = await readAs(format, bytes);
  expect(table.rowCount).toBeLessThanOrEqual(most);
  for (const { texts } of table.columns) expect(texts).toHaveLength(table.rowCount);
  if (table.geometries) expect(table.geometries).toHaveLength(table.rowCount);
  if (table.rowCount === 0) {
    const [issue] = table.issues.filter(({ code }) => code === "resource-unreadable");
    expect(issue?.context.reason).toMatch(/\w/);
  }
  await tablesOf(format, bytes);
}

const FORMATS = ["shp", "gpkg", "fgb", "geojson", "topojson", "kml", "gml"];

describe("a damaged file of geodata", () => {
  let whole: ReadonlyMap<string, Bytes>;
  beforeAll(async () => {
    whole = await areas();
  });
  const bytesAs = (format: string) => whole.get(format) ?? bytesOf("");

  it.each(FORMATS)("%s is whole to begin with", async (format) => {
    expect((await readAs(format, bytesAs(format))).rowCount).toBe(ROWS);
  });

  it.each(FORMATS)("%s that ends too early gives a reason, or says how much is missing", async (format) => {
    const bytes = bytesAs(format);
    for (let tenth = 0; tenth < 10; tenth++) {
      const cut = bytes.slice(0, Math.floor((bytes.length * tenth) / 10));
      await isRowsOrReason(format, cut, ROWS);
      const { rowCount, issues } = await readAs(format, cut);
      if (rowCount > 0) expect(issues.map(({ code }) => code)).toContain("file-incomplete");
    }
  });

  it.each(FORMATS)("%s with flipped bits gives rows or a reason", async (format) => {
    for (let seed = 1; seed <= 40; seed++) {
      // A delimiter that is gone makes one row more or less, never many.
      await isRowsOrReason(format, flipped(bytesAs(format), seed, 1 + (seed % 12)), 4 * ROWS);
    }
  });

  it.each(FORMATS)("%s that is empty, or full of zeros, or something else, gives a reason", async (format) => {
    const others = [
      new Uint8Array(),
      new Uint8Array(5000),
      bytesOf("<html><body>Anmelden</body></html>"),
      bytesOf("a;b\n1;2\n"),
    ];
    for (const bytes of others) {
      const table = await readAs(format, bytes);
      expect([table.rowCount, table.issues.some(({ code }) => code === "resource-unreadable")]).toEqual([0, true]);
    }
  });

  it.each(FORMATS)("%s is looked at by the assistant without harm", async (format) => {
    const city = { levels: [], indicators: [], names: [], paths: [] };
    for (let seed = 1; seed <= 10; seed++) {
      const { draft, issues } = await inspectFile(`x.${format}`, flipped(bytesAs(format), seed, 9), city);
      expect(draft !== undefined || issues.length > 0).toBe(true);
    }
  });
});

describe.skipIf(!hasSharedData)("damaged files of cities", () => {
  it.each<[format: string, path: string, rows: number]>([
    ["shp", "flensburg/flensburg_stadtteile.zip", 13],
    ["gpkg", "import/flensburg-all-formats/stadtteile_25832.gpkg", 13],
    ["fgb", "import/flensburg-all-formats/stadtteile_25832.fgb", 13],
    ["gml", "import/flensburg-all-formats/stadtteile_25832.gml", 13],
    ["kml", "import/flensburg-all-formats/stadtteile.kml", 13],
    ["geojson", "flensburg/stadtteile.geojson", 13],
  ])("%s give rows or a reason, cut at every tenth and with flipped bits (%s)", async (format, path, rows) => {
    const bytes = sharedBytes(path);
    for (let tenth = 1; tenth < 10; tenth++) {
      await isRowsOrReason(format, bytes.slice(0, Math.floor((bytes.length * tenth) / 10)), rows);
    }
    for (let seed = 1; seed <= 5; seed++) await isRowsOrReason(format, flipped(bytes, seed, 30), 4 * rows);
  });

  it("a shapefile that was cut keeps what is there and says what is not", async () => {
    const stem = "koeln/shp/Stadtteil";
    const shp = sharedBytes(`${stem}.shp`);
    const dbf = sharedBytes(`${stem}.dbf`);
    for (let tenth = 1; tenth < 10; tenth++) {
      const cut = zipped({ "a.shp": shp.slice(0, Math.floor((shp.length * tenth) / 10)), "a.dbf": dbf });
      const table = await readAs("shp", cut);
      const there = table.geometries?.filter((geometry) => geometry !== null).length ?? 0;
      expect([table.rowCount, there < 86]).toEqual([86, true]);
      expect(table.issues).toContainEqual(
        expect.objectContaining({ code: "file-incomplete", context: { part: ".shp", read: there, promised: 86 } }),
      );
    }
    expect((await readAs("shp", sharedShapefile(stem, [".shp", ".dbf"]))).geometries).not.toContain(null);
  });
});
