import initSqlJs, { type Database } from "sql.js";
import type { Bytes } from "../geo-files.ts";

const TABLES = `
  CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
  CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);
  CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT);
  INSERT INTO gpkg_spatial_ref_sys VALUES ('ETRS89 / UTM 32N', 25832, 'EPSG', 25832, '', ''), ('WGS 84', 4326, 'EPSG', 4326, '', '');`;

/** A database as a file; `fill` writes what is to be in it beside the tables that describe the layers. */
export async function writeGeopackage(fill: (database: Database) => void, tables = TABLES): Promise<Bytes> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run(tables);
  fill(database);
  const bytes = database.export();
  database.close();
  return bytes as Bytes;
}

/** A layer of points at (i, 2i), with a name and a number that is missing in the second row. */
export function addPoints(database: Database, name: string, count: number, srs = 25832, blobSrs = srs): void {
  const quoted = `"${name.replaceAll('"', '""')}"`;
  database.run(`CREATE TABLE ${quoted} (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, zahl INTEGER)`);
  database.prepare("INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?)", [name, name, srs]).step();
  database.prepare("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'POINT', ?, 0, 0)", [name, srs]).step();
  for (let i = 0; i < count; i++) {
    const values = [pointBlob(i, 2 * i, blobSrs), `Ort ${i}`, i === 1 ? null : i];
    database.prepare(`INSERT INTO ${quoted} (geom, name, zahl) VALUES (?, ?, ?)`, values).step();
  }
}

/** A point with the header of the format, without a box. */
export function pointBlob(x: number, y: number, srs: number): Uint8Array {
  const blob = new Uint8Array(29);
  const view = new DataView(blob.buffer);
  blob.set([0x47, 0x50, 0, 1]);
  view.setInt32(4, srs, true);
  blob[8] = 1;
  view.setUint32(9, 1, true);
  view.setFloat64(13, x, true);
  view.setFloat64(21, y, true);
  return blob;
}
