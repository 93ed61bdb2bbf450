import { crsFromWkt } from "../../geo/crs.ts";
import { FeatureRows } from "../feature-rows.ts";
import type { IssueLog } from "../issue-log.ts";
import {
  type FormatReader,
  goesOn,
  type RawTable,
  type TableInFile,
  type TableOptions,
  wantedRows,
} from "../raw-table.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { readWkb, UnreadableWkb } from "../wkb/read-wkb.ts";
import { openSqlite, promisedBytes, quotedName, type SqliteFile } from "./open-sqlite.ts";

/** GeoPackage (OGC 12-128r18): the layers of features and the tables of attributes that it describes. */
export const geopackageFormat: FormatReader = {
  read: (bytes, options) =>
    tableOrReason(options, async (log) => {
      const promised = promisedBytes(bytes) ?? 0;
      if (promised > bytes.length) {
        const context = { unit: "byte", part: options.source, read: bytes.length, promised };
        log.add("file-incomplete", { context });
      }
      const file = await openSqlite(bytes);
      try {
        return read(file, bytes.length, options, log);
      } finally {
        file.close();
      }
    }),
  tablesIn,
};

interface Layer {
  readonly name: string;
  /** Absent: a table of attributes. */
  readonly geometryColumn: string | undefined;
  readonly srs: number;
}

/** Tables that describe the others; a view in their place could compute without end. */
const DESCRIPTIONS = ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"];

function layersOf(file: SqliteFile): Layer[] {
  const [contents, geometries] = DESCRIPTIONS.map((name) => file.kindOf(name));
  if (contents !== "table") throw new UnreadableFile("no-geopackage");
  const columns = new Map<string, { readonly column: string; readonly srs: number }>();
  if (geometries === "table") {
    const sql = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns";
    for (const [table, column, srs] of file.rows(sql)) {
      columns.set(String(table), { column: String(column), srs: Number(srs) });
    }
  }
  const layers: Layer[] = [];
  for (const [table, type] of file.rows("SELECT table_name, data_type FROM gpkg_contents")) {
    if (type !== "features" && type !== "attributes" && type !== "aspatial") continue;
    const name = String(table);
    const geometry = columns.get(name);
    layers.push({ name, geometryColumn: geometry?.column, srs: geometry?.srs ?? 0 });
  }
  return layers;
}

async function tablesIn(bytes: Uint8Array): Promise<TableInFile[]> {
  let file: SqliteFile | undefined;
  try {
    file = await openSqlite(bytes);
    const tables: TableInFile[] = [];
    for (const { name, geometryColumn } of layersOf(file)) {
      const rows = file.kindOf(name) === "table" ? countRows(file, name) : undefined;
      tables.push({ name, rows, hasGeometry: geometryColumn !== undefined });
    }
    return tables;
  } catch {
    // Reading says why.
    return [];
  } finally {
    file?.close();
  }
}

function countRows(file: SqliteFile, table: string): number {
  const [[rows] = []] = file.rows(`SELECT count(*) FROM ${quotedName(table)}`);
  return Number(rows);
}

function read(file: SqliteFile, bytes: number, options: TableOptions, log: IssueLog): RawTable {
  const layers = layersOf(file);
  const layer =
    options.table === undefined
      ? (layers.find(({ geometryColumn }) => geometryColumn !== undefined) ?? layers[0])
      : layers.find(({ name }) => name === options.table);
  if (!layer) throw new UnreadableFile(options.table === undefined ? "no-geopackage" : "layer-missing", options.table);
  const kind = file.kindOf(layer.name);
  if (kind !== "table") throw new UnreadableFile(kind ? "layer-computed" : "layer-missing", layer.name);
  // Columns that the table computes are not among these.
  const names = [...file.rows(`PRAGMA table_info(${quotedName(layer.name)})`)].map(([, name]) => String(name));
  const geometryAt = names.findIndex((name) => name.toLowerCase() === layer.geometryColumn?.toLowerCase());
  const rows = new FeatureRows(options);
  const inAll = options.beginning ? countRows(file, layer.name) : 0;
  const wanted = options.beginning ? wantedRows(options, inAll, bytes) : Number.POSITIVE_INFINITY;
  const systems = new Map<number, number>();
  for (const values of file.rows(`SELECT ${names.map(quotedName).join(", ")} FROM ${quotedName(layer.name)}`)) {
    if (rows.rowCount >= wanted) break;
    // A database may lead in circles; each true row takes a few bytes of the file.
    if (rows.rowCount > bytes) throw new UnreadableFile("broken", layer.name);
    const blob = geometryAt < 0 ? null : values[geometryAt];
    const found = blob instanceof Uint8Array ? geometryOf(blob) : { geometry: null };
    if (found.srs !== undefined) systems.set(found.srs, (systems.get(found.srs) ?? 0) + 1);
    if (found.flaw) {
      log.add("geometry-unusable", { row: rows.rowCount + 1, severity: "warning", context: { reason: found.flaw } });
    }
    rows.addValues(names, values, geometryAt, found.geometry);
  }
  // What the geometries say of themselves counts more than what is said of their table.
  const srs = [...systems].sort((a, b) => b[1] - a[1])[0]?.[0] ?? layer.srs;
  const table = rows.table({
    crs: geometryAt < 0 ? undefined : crsOf(file, srs),
    issues: log.list(),
    goesOn: goesOn(wanted, inAll),
  });
  return geometryAt < 0 ? { ...table, geometries: undefined } : table;
}

/** Bytes of the box that may stand before a geometry, by its kind (clause 2.1.3). */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

interface Found {
  readonly geometry: GeoJSON.Geometry | null;
  readonly srs?: number;
  readonly flaw?: "curve" | "malformed";
}

/** A view of small bytes costs more than to copy them below one that is there: engines keep them where no view can be. */
const SMALL = new DataView(new ArrayBuffer(64));
const SMALL_BYTES = new Uint8Array(SMALL.buffer);

function viewOf(blob: Uint8Array): DataView {
  if (blob.length > SMALL_BYTES.length) return new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  SMALL_BYTES.set(blob);
  return SMALL;
}

function geometryOf(blob: Uint8Array): Found {
  if (blob.length < 8 || blob[0] !== 0x47 || blob[1] !== 0x50) return { geometry: null, flaw: "malformed" };
  const flags = blob[3] ?? 0;
  const view = viewOf(blob);
  const srs = view.getInt32(4, (flags & 1) === 1);
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (envelope === undefined) return { geometry: null, flaw: "malformed" };
  const point = pointAt(blob, view, 8 + envelope);
  if (point) return { srs, geometry: point };
  try {
    return { srs, geometry: (flags & 0x10) > 0 ? null : readWkb(blob.subarray(8 + envelope)) };
  } catch (error) {
    return { geometry: null, flaw: error instanceof UnreadableWkb ? error.reason : "malformed" };
  }
}

/** Most layers are of points: one in this order of bytes needs no reader. */
function pointAt(blob: Uint8Array, view: DataView, at: number): GeoJSON.Point | undefined {
  if (blob.length - at !== 21 || blob[at] !== 1 || view.getUint32(at + 1, true) !== 1) return undefined;
  const x = view.getFloat64(at + 5, true);
  const y = view.getFloat64(at + 13, true);
  return Number.isNaN(x) ? undefined : { type: "Point", coordinates: [x, y] };
}

/** −1 and 0 stand for „unknown“ (clause 1.1.2.1.2). */
function crsOf(file: SqliteFile, srs: number): string | undefined {
  if (srs <= 0) return undefined;
  if (file.kindOf("gpkg_spatial_ref_sys") !== "table") return `EPSG:${srs}`;
  const sql =
    "SELECT organization, organization_coordsys_id, definition, srs_name FROM gpkg_spatial_ref_sys WHERE srs_id = ?";
  const [row] = file.rows(sql, [srs]);
  if (!row) return `EPSG:${srs}`;
  const [organization, code, definition, name] = row.map(String);
  if (organization?.toUpperCase() === "EPSG") return `EPSG:${code}`;
  return crsFromWkt(definition ?? "") ?? name;
}
