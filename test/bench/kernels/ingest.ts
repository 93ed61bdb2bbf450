import { read, utils } from "@e965/xlsx";
import { wktToGeoJSON } from "betterknown";
import { unzipSync } from "fflate";
import { deserialize } from "flatgeobuf/lib/mjs/geojson.js";
import { parquetReadObjects } from "hyparquet";
import Papa from "papaparse";
import { SaxesParser } from "saxes";
import { feature } from "topojson-client";
import type { FormatReader, RawTable } from "../../../src/ingest/raw-table.ts";
import { tableFormat } from "../../../src/ingest/table-formats.ts";
import { withWktGeometries } from "../../../src/ingest/wkt/wkt-geometries.ts";
import {
  csvOf,
  flatgeobufOf,
  geojsonLinesOf,
  geojsonOf,
  geopackageOf,
  geoparquetOf,
  gmlOf,
  kmlOf,
  type Place,
  parquetOf,
  placesOf,
  shapefileOf,
  topojsonOf,
  wktCsvOf,
  workbookOf,
} from "./ingest-files.ts";
import { type BenchResult, demandThat } from "./measure-time.ts";

/** What both have read, in one number each: rows, the sum of the values, the sum of the positions. */
type Digest = readonly [rows: number, values: number, positions: number];

interface Contest {
  readonly format: string;
  readonly title: string;
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The bare library on the same bytes, to what it gives by itself. */
  readonly library: string;
  readonly bare: () => unknown;
  /** What is to be seen in that; absent where the library interprets nothing. */
  readonly seen?: (result: never) => Digest;
}

type Feature = GeoJSON.Feature<GeoJSON.Point, { readonly wert?: number | null }>;

const ROWS = 100_000;
/** Workbooks take ten times as long a row. */
const SHEET_ROWS = 20_000;

const ROUNDS = 5;

/** Rows a second of every format that is read, each beside its bare library on the same bytes, in turn. */
export async function run(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for await (const contest of contests()) results.push(await held(contest));
  return results;
}

async function held({ format, title, rows, bytes, library, bare, seen }: Contest): Promise<BenchResult> {
  const reader = (await tableFormat(format)?.load()) as FormatReader;
  // What keeps a file that was opened before keeps it by its bytes: each time is the first.
  const ours = async () =>
    withWktGeometries(await reader.read(bytes.slice(), { source: `a.${format}`, listSeparator: ";" }), "a");
  const [own, other] = await inTurn(ours, async () => bare());
  const digest = digestOf(own.result as RawTable);
  const expected = digestOfPlaces(placesOf(rows), format === "fgb");
  demandThat(isSame(digest, expected), `${title}, ours: ${digest} instead of ${expected}`);
  if (seen) {
    const theirs = seen(other.result as never);
    demandThat(isSame(theirs, expected), `${title}, ${library}: ${theirs} instead of ${expected}`);
  }
  const rate = (rows / own.milliseconds) * 1000;
  return {
    id: `ingest-${title.toLowerCase().replaceAll(/[^a-z]+/g, "-")}`,
    what: `reading ${title}, ${rows.toLocaleString("en")} rows`,
    value: rate,
    unit: "rows/s",
    ratios: { [library]: other.milliseconds / own.milliseconds },
    notes: [
      `${(bytes.length / 1e6).toFixed(1)} MB; ${own.milliseconds.toFixed(0)} ms, ${library} ${other.milliseconds.toFixed(0)} ms` +
        (seen ? "; same rows, values and places" : "; it only takes the bytes apart"),
    ],
  };
}

/** The fastest of some rounds after two to warm up, both in turn: what else the machine does only ever adds to it. */
async function inTurn(...works: readonly (() => Promise<unknown>)[]) {
  const times = works.map((): number[] => []);
  const results: unknown[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    for (const [k, work] of works.entries()) {
      results[k] = undefined;
      const start = performance.now();
      results[k] = await work();
      if (round >= 0) times[k]?.push(performance.now() - start);
    }
  }
  return works.map((_, k) => ({
    milliseconds: Math.min(...(times[k] ?? [])),
    result: results[k],
  })) as [{ milliseconds: number; result: unknown }, { milliseconds: number; result: unknown }];
}

function digestOf({ columns, rowCount, geometries }: RawTable): Digest {
  const named = (name: string) => columns.find((column) => column.name === name);
  const sum = (name: string) => named(name)?.texts.reduce((total, text) => total + Number(text), 0) ?? 0;
  const placed = (geometries ?? []).reduce((total, geometry) => total + positionSum(geometry), 0);
  return [rowCount, sum("wert"), placed + sum("x") + sum("y")];
}

function positionSum(geometry: GeoJSON.Geometry | null): number {
  return geometry?.type === "Point" ? (geometry.coordinates[0] ?? 0) + (geometry.coordinates[1] ?? 0) : 0;
}

function digestOfPlaces(places: readonly Place[], hasFirst: boolean): Digest {
  const values = places.reduce((sum, { wert }) => sum + (wert ?? 0), hasFirst ? 0.5 : 0);
  return [places.length, values, places.reduce((sum, { x, y }) => sum + x + y, 0)];
}

function isSame(a: Digest, b: Digest): boolean {
  return a.every((value, i) => Math.abs(value - (b[i] as number)) <= 1e-9 * Math.abs(value));
}

function ofFeatures(features: readonly Feature[]): Digest {
  return [
    features.length,
    features.reduce((sum, { properties }) => sum + (properties.wert ?? 0), 0),
    features.reduce((sum, { geometry }) => sum + positionSum(geometry), 0),
  ];
}

function ofRows(rows: readonly (readonly unknown[])[], place: readonly [number, number] = [3, 4]): Digest {
  const at = (row: readonly unknown[], column: number) => Number(row[column] ?? 0);
  return [
    rows.length,
    rows.reduce((sum, row) => sum + at(row, 2), 0),
    rows.reduce((sum, row) => sum + at(row, place[0]) + at(row, place[1]), 0),
  ];
}

async function* contests(): AsyncGenerator<Contest> {
  const places = placesOf(ROWS);
  const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  const papa = (bytes: Uint8Array) =>
    Papa.parse<string[]>(textOf(bytes), { delimiter: ";", skipEmptyLines: true }).data.slice(1);
  const text = { format: "csv", rows: ROWS, library: "papaparse", seen: (rows: string[][]) => ofRows(rows) };
  const plain = csvOf(places);
  yield { ...text, title: "CSV", bytes: plain, bare: () => papa(plain) };
  const tabs = new TextEncoder().encode(textOf(plain).replaceAll(";", "\t"));
  const papaTabs = () => Papa.parse<string[]>(textOf(tabs), { delimiter: "\t", skipEmptyLines: true }).data.slice(1);
  yield { ...text, format: "tsv", title: "TSV", bytes: tabs, bare: papaTabs };
  const quoted = csvOf(places, '"');
  yield { ...text, title: "CSV with quotes", bytes: quoted, bare: () => papa(quoted) };
  const wkt = wktCsvOf(places);
  yield {
    ...{ format: "csv", title: "CSV with WKT", rows: ROWS, bytes: wkt, library: "papaparse and betterknown" },
    bare: () =>
      papa(wkt).map(([, , wert, shape]) => ({
        geometry: wktToGeoJSON(shape ?? ""),
        properties: { wert: Number(wert) },
      })),
    seen: ofFeatures,
  };
  const geojson = geojsonOf(places);
  const json = { rows: ROWS, library: "JSON.parse", seen: ofFeatures };
  yield {
    ...{ ...json, format: "geojson", title: "GeoJSON", bytes: geojson },
    bare: () => (JSON.parse(textOf(geojson)) as { features: Feature[] }).features,
  };
  const lines = geojsonLinesOf(places);
  yield {
    ...{ ...json, format: "geojson", title: "GeoJSON lines", bytes: lines },
    bare: () =>
      textOf(lines)
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Feature),
  };
  const topojson = topojsonOf(places);
  yield {
    ...{ ...json, format: "topojson", title: "TopoJSON", bytes: topojson, library: "topojson-client" },
    bare: () => {
      const topology = JSON.parse(textOf(topojson)) as { objects: { a: object } };
      return (feature(topology, topology.objects.a) as { features: Feature[] }).features;
    },
  };
  const shp = shapefileOf(places);
  yield {
    format: "shp",
    title: "Shapefile",
    rows: ROWS,
    bytes: shp,
    library: "fflate's unzipSync",
    bare: () => unzipSync(shp),
  };
  const { bytes: gpkg, Database } = await geopackageOf(places);
  yield {
    ...{ format: "gpkg", title: "GeoPackage", rows: ROWS, bytes: gpkg, library: "sql.js" },
    bare: () => {
      const database = new Database(gpkg);
      const statement = database.prepare("SELECT fid, id, wert, geom, name FROM a");
      const rows: unknown[][] = [];
      while (statement.step()) rows.push(statement.get());
      statement.free();
      database.close();
      return rows;
    },
    seen: (rows: unknown[][]) => {
      // Its positions stay packed.
      const at = (row: unknown[]) => new DataView((row[3] as Uint8Array).buffer, (row[3] as Uint8Array).byteOffset);
      return ofRows(
        rows.map((row) => [...row.slice(0, 3), at(row).getFloat64(13, true), at(row).getFloat64(21, true)]),
      );
    },
  };
  const fgb = flatgeobufOf(places);
  yield {
    ...{ ...json, format: "fgb", title: "FlatGeobuf", bytes: fgb, library: "flatgeobuf" },
    bare: async () => {
      const features: unknown[] = [];
      for await (const each of deserialize(fgb)) features.push(each);
      return features;
    },
  };
  const parquet = parquetOf(places);
  yield {
    ...{ format: "parquet", title: "Parquet", rows: ROWS, bytes: parquet, library: "hyparquet" },
    bare: () => parquetReadObjects({ file: parquet.buffer }),
    seen: (rows: { wert: number; x: number; y: number }[]) =>
      ofRows(rows.map(({ wert, x, y }) => ["", "", wert, x, y])),
  };
  const geoparquet = geoparquetOf(places);
  yield {
    ...{ format: "parquet", title: "GeoParquet", rows: ROWS, bytes: geoparquet, library: "hyparquet" },
    bare: () => parquetReadObjects({ file: geoparquet.buffer }),
    seen: (rows: { wert: number; geometry: GeoJSON.Point }[]) =>
      ofFeatures(rows.map(({ wert, geometry }) => ({ type: "Feature", properties: { wert }, geometry }))),
  };
  const xml = { rows: ROWS, library: "saxes" };
  for (const [format, title, bytes] of [
    ["kml", "KML", kmlOf(places)],
    ["gml", "GML", gmlOf(places)],
  ] as const) {
    yield { ...xml, format, title, bytes, bare: () => saxes(textOf(bytes)) };
  }
  const few = placesOf(SHEET_ROWS);
  for (const [format, bookType] of [
    ["xlsx", "xlsx"],
    ["ods", "ods"],
    ["xls", "biff8"],
  ] as const) {
    const bytes = workbookOf(few, bookType);
    yield {
      ...{ format, title: format.toUpperCase(), rows: SHEET_ROWS, bytes, library: "SheetJS" },
      bare: () => {
        const sheet = read(bytes, { type: "array", dense: true }).Sheets.A;
        return (sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true }) : []).slice(1);
      },
      seen: (rows: unknown[][]) => ofRows(rows),
    };
  }
}

/** Hears everything, keeps nothing. */
function saxes(text: string): number {
  const parser = new SaxesParser({ xmlns: false, position: true });
  let heard = 0;
  parser.on("opentag", () => heard++);
  parser.on("text", () => heard++);
  parser.on("closetag", () => heard++);
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
  return heard;
}
