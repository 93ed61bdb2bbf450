import { utils, write } from "@e965/xlsx";
import { serialize } from "flatgeobuf/lib/mjs/geojson.js";
import { parquetWriteBuffer } from "hyparquet-writer";
import initSqlJs from "sql.js";
import wasm from "sql.js/dist/sql-wasm-browser.wasm?url";
import { writeDbf, writeShp, zipped } from "../../ingest/shapefile/write-shapefile.ts";
import { seededRandom } from "./measure-time.ts";

/** Places in a city: a key, a name with umlauts, a number with decimals that is missing now and then, a point. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly wert: number | null;
  readonly x: number;
  readonly y: number;
}

export function placesOf(count: number): Place[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, i) => ({
    id: String(1_000_000 + i),
    name: `Straße der Einheit ${Math.floor(random() * 300)}`,
    wert: i % 50 === 0 ? null : Math.round(random() * 100_000) / 10,
    x: Math.round((9 + random()) * 1e6) / 1e6,
    y: Math.round((54 + random()) * 1e6) / 1e6,
  }));
}

type Bytes = Uint8Array<ArrayBuffer>;
const bytesOf = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;
const HEAD = ["id", "name", "wert", "x", "y"] as const;

export function csvOf(places: readonly Place[], quote = ""): Bytes {
  const lines = places.map(({ id, name, wert, x, y }) => `${id};${quote}${name}${quote};${wert ?? ""};${x};${y}`);
  return bytesOf(`${HEAD.join(";")}\n${lines.join("\n")}\n`);
}

export function wktCsvOf(places: readonly Place[]): Bytes {
  const lines = places.map(({ id, name, wert, x, y }) => `${id};${name};${wert ?? ""};POINT (${x} ${y})`);
  return bytesOf(`id;name;wert;wkt\n${lines.join("\n")}\n`);
}

const point = ({ x, y }: Place): GeoJSON.Point => ({ type: "Point", coordinates: [x, y] });

function featureOf(place: Place): GeoJSON.Feature {
  const { id, name, wert } = place;
  return { type: "Feature", properties: { id, name, wert }, geometry: point(place) };
}

export function geojsonOf(places: readonly Place[]): Bytes {
  return bytesOf(JSON.stringify({ type: "FeatureCollection", features: places.map(featureOf) }));
}

export function geojsonLinesOf(places: readonly Place[]): Bytes {
  return bytesOf(places.map((place) => `${JSON.stringify(featureOf(place))}\n`).join(""));
}

export function topojsonOf(places: readonly Place[]): Bytes {
  const geometries = places.map((place) => ({ ...point(place), properties: featureOf(place).properties }));
  return bytesOf(
    JSON.stringify({ type: "Topology", arcs: [], objects: { a: { type: "GeometryCollection", geometries } } }),
  );
}

export function shapefileOf(places: readonly Place[]): Bytes {
  const { shp, shx } = writeShp(places.map(({ x, y }) => ({ type: 1, parts: [[[x, y]]] })));
  const dbf = writeDbf(
    [
      { name: "id", type: "C", length: 7 },
      { name: "name", type: "C", length: 24 },
      { name: "wert", type: "N", length: 8 },
    ],
    places.map(({ id, name, wert }) => [id, name, wert === null ? "" : String(wert)]),
    { driver: 0x57 },
  );
  return zipped({ "a.shp": shp, "a.shx": shx, "a.dbf": dbf });
}

export function flatgeobufOf(places: readonly Place[]): Bytes {
  // Its library takes the kinds of the columns from the first feature.
  const [first, ...others] = places;
  const whole = first ? [{ ...first, wert: first.wert ?? 0.5 }, ...others] : [];
  return serialize({ type: "FeatureCollection", features: whole.map(featureOf) }, 4326) as Bytes;
}

export function parquetOf(places: readonly Place[]): Bytes {
  const columnData = [
    { name: "id", data: places.map(({ id }) => id), type: "STRING" as const },
    { name: "name", data: places.map(({ name }) => name), type: "STRING" as const },
    { name: "wert", data: places.map(({ wert }) => wert), type: "DOUBLE" as const },
    { name: "x", data: Float64Array.from(places, ({ x }) => x), type: "DOUBLE" as const },
    { name: "y", data: Float64Array.from(places, ({ y }) => y), type: "DOUBLE" as const },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

export function geoparquetOf(places: readonly Place[]): Bytes {
  const columnData = [
    { name: "id", data: places.map(({ id }) => id), type: "STRING" as const },
    { name: "name", data: places.map(({ name }) => name), type: "STRING" as const },
    { name: "wert", data: places.map(({ wert }) => wert), type: "DOUBLE" as const },
    { name: "geometry", data: places.map(point), type: "GEOMETRY" as const },
  ];
  const geo = {
    version: "1.1.0",
    primary_column: "geometry",
    columns: { geometry: { encoding: "WKB", geometry_types: [] } },
  };
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata: [{ key: "geo", value: JSON.stringify(geo) }] }));
}

export function workbookOf(places: readonly Place[], bookType: "xlsx" | "ods" | "biff8"): Bytes {
  const workbook = utils.book_new();
  const rows = places.map(({ id, name, wert, x, y }) => [id, name, wert, x, y]);
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([[...HEAD], ...rows], { dense: true }), "A");
  return new Uint8Array(write(workbook, { type: "array", bookType, compression: true }) as ArrayBuffer);
}

export function kmlOf(places: readonly Place[]): Bytes {
  const data = (name: string, value: string) => `<SimpleData name="${name}">${value}</SimpleData>`;
  const marks = places.map(
    ({ id, name, wert, x, y }) =>
      `<Placemark><name>${name}</name><ExtendedData><SchemaData>${data("id", id)}${wert === null ? "" : data("wert", String(wert))}</SchemaData></ExtendedData><Point><coordinates>${x},${y}</coordinates></Point></Placemark>\n`,
  );
  return bytesOf(
    `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${marks.join("")}</Document></kml>`,
  );
}

export function gmlOf(places: readonly Place[]): Bytes {
  const members = places.map(
    ({ id, name, wert, x, y }) =>
      `<gml:featureMember><a:p><a:id>${id}</a:id><a:name>${name}</a:name>${wert === null ? "" : `<a:wert>${wert}</a:wert>`}<a:g><gml:Point srsName="EPSG:25832"><gml:pos>${x} ${y}</gml:pos></gml:Point></a:g></a:p></gml:featureMember>\n`,
  );
  return bytesOf(`<a:c xmlns:a="a" xmlns:gml="http://www.opengis.net/gml">${members.join("")}</a:c>`);
}

/** A database with one layer, and what opens it. */
export async function geopackageOf(places: readonly Place[]) {
  const { Database } = await initSqlJs(import.meta.env.SSR ? undefined : { locateFile: () => wasm });
  const database = new Database();
  database.run(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
    INSERT INTO gpkg_contents VALUES ('a', 'features', 'a', 4326);
    INSERT INTO gpkg_geometry_columns VALUES ('a', 'geom', 'POINT', 4326, 0, 0);
    CREATE TABLE a (fid INTEGER PRIMARY KEY, geom BLOB, id TEXT, name TEXT, wert REAL);
    BEGIN`);
  const insert = database.prepare("INSERT INTO a (geom, id, name, wert) VALUES (?, ?, ?, ?)");
  const blob = new Uint8Array(29);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, 4326, true);
  blob[8] = 1;
  view.setUint32(9, 1, true);
  for (const { id, name, wert, x, y } of places) {
    view.setFloat64(13, x, true);
    view.setFloat64(21, y, true);
    insert.bind([blob, id, name, wert]);
    insert.step();
  }
  insert.free();
  database.run("COMMIT");
  const bytes = database.export() as Bytes;
  database.close();
  return { bytes, Database };
}
