import { mostBytes } from "../../domain/file-limits.ts";
import { crsFromWkt } from "../../geo/crs.ts";
import { ZIP_LIMITS } from "../../sources/unpack-zip.ts";
import type { IssueLog } from "../issue-log.ts";
import {
  type FormatReader,
  goesOn,
  type RawTable,
  type TableInFile,
  type TableOptions,
  wantedRows,
} from "../raw-table.ts";
import { entriesOfZip, unpackZip } from "../unpack-zip.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { type DbfTable, readDbf } from "./read-dbf.ts";
import { readShp, recordsOfIndex } from "./read-shp.ts";

/** Shapefiles as they are sent: the files that make one layer in a zip, or several layers; also a `.shp` or a `.dbf` alone. */
export const shapefileFormat: FormatReader = {
  read: (bytes, options) => tableOrReason(options, (log) => read(bytes, options, log)),
  tablesIn: async (bytes) => layersIn(bytes),
};

type Parts = Partial<Record<"shp" | "shx" | "dbf" | "prj" | "cpg", Uint8Array<ArrayBuffer>>>;

/** A corner takes 16 bytes in the file and three times as much as numbers of their own. */
const LIMITS = { bytes: mostBytes("shp"), files: ZIP_LIMITS.files };

const PART = /\.(shp|shx|dbf|prj|cpg)$/i;

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function isShp(bytes: Uint8Array): boolean {
  return bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a;
}

/** Path without its ending: what the files of one layer have in common; endings and names differ in case now and then. */
function stemOf(path: string): string {
  return path.replaceAll("\\", "/").replace(PART, "").toLowerCase();
}

function nameOf(path: string): string {
  return path.replaceAll("\\", "/").replace(PART, "");
}

function layersIn(bytes: Uint8Array): TableInFile[] {
  if (!isZip(bytes)) return [];
  try {
    const entries = entriesOfZip(bytes);
    return entries
      .filter(({ name }) => /\.shp$/i.test(name))
      .map(({ name }) => {
        const index = entries.find((entry) => /\.shx$/i.test(entry.name) && stemOf(entry.name) === stemOf(name));
        return { name: nameOf(name), rows: index && recordsOfIndex(index.bytes), hasGeometry: true };
      });
  } catch {
    // Reading says why.
    return [];
  }
}

function partsOf(bytes: Uint8Array<ArrayBuffer>, table: string | undefined): Parts {
  if (!isZip(bytes)) return isShp(bytes) ? { shp: bytes } : { dbf: bytes };
  const layers = layersIn(bytes);
  const layer = table === undefined ? layers[0] : layers.find(({ name }) => name === table);
  if (!layer && table !== undefined) throw new UnreadableFile("layer-missing", table);
  if (!layer) {
    // Throws when the zip itself is damaged.
    entriesOfZip(bytes);
    throw new UnreadableFile("zip-without-layer", ".shp");
  }
  const stem = stemOf(`${layer.name}.shp`);
  const parts: Parts = {};
  for (const [name, part] of unpackZip(bytes, (name) => PART.test(name) && stemOf(name) === stem, LIMITS)) {
    parts[name.slice(name.lastIndexOf(".") + 1).toLowerCase() as keyof Parts] = part;
  }
  return parts;
}

function read(bytes: Uint8Array<ArrayBuffer>, options: TableOptions, log: IssueLog): RawTable {
  const parts = partsOf(bytes, options.table);
  const size = (parts.shp?.length ?? 0) + (parts.dbf?.length ?? 0);
  const wantedOf = (records: number) => wantedRows(options, records, size);
  const shapes = parts.shp && readShp(parts.shp, parts.shx, wantedOf);
  const dbf = parts.dbf && readDbf(parts.dbf, textOf(parts.cpg), options.encoding, wantedOf);
  const missing = [!parts.shp && ".shp", !parts.dbf && ".dbf", !parts.prj && parts.shp && ".prj"].filter(
    (part) => part,
  );
  for (const part of missing) log.add("file-part-missing", { context: { part: String(part) } });
  if (dbf) tellTable(dbf, log);
  const geometries = shapes?.geometries ?? [];
  for (const { record, reason } of shapes?.flaws ?? []) {
    log.add("geometry-unusable", { row: record + 1, severity: "warning", context: { reason } });
  }
  if (shapes && parts.shp) tellCounts(shapes.count, shapes.promisedBytes, parts.shp.length, parts.shx, dbf, log);
  const inAll = Math.max(shapes?.count ?? 0, dbf?.recordCount ?? 0);
  const wanted = wantedOf(inAll);
  const records = [...(dbf?.records ?? []), ...beyond(dbf?.recordCount ?? 0, Math.min(geometries.length, wanted))];
  return {
    columns: (dbf?.columns ?? []).map(({ name, texts, numbers }) => ({
      name,
      texts: [...texts, ...new Array<string>(records.length - texts.length).fill("")],
      numbers: numbers && Float64Array.from(records, (_, row) => numbers[row] ?? Number.NaN),
    })),
    rowCount: records.length,
    geometries: shapes && records.map((record) => geometries[record] ?? null),
    crs: crsOf(textOf(parts.prj)),
    lineOf: (row) => (records[row] ?? row) + 1,
    rejected: 0,
    encoding: dbf?.encoding,
    goesOn: goesOn(wanted, inAll),
    issues: log.list(),
  };
}

/** Shapes without a row of the table. */
function beyond(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  return bytes && new TextDecoder().decode(bytes.subarray(0, 20_000));
}

/** A system that is not read keeps its name: then it is asked for, and nobody takes it for degrees. */
function crsOf(prj: string | undefined): string | undefined {
  if (prj === undefined || prj.trim() === "") return undefined;
  return crsFromWkt(prj) ?? /"([^"]*)"/.exec(prj)?.[1] ?? prj.trim().slice(0, 80);
}

function tellTable(dbf: DbfTable, log: IssueLog): void {
  if (dbf.guessed) log.add("encoding-guessed", { context: { encoding: dbf.encoding, declared: dbf.declared ?? "" } });
  if (dbf.recordCount < dbf.promised) {
    log.add("file-incomplete", { context: { part: ".dbf", read: dbf.recordCount, promised: dbf.promised } });
  }
  if (dbf.hasMemo) log.add("file-part-missing", { severity: "notice", context: { part: "memo" } });
}

/** Three files count the same objects; a file that was cut has fewer. */
function tellCounts(
  read: number,
  promisedBytes: number,
  bytes: number,
  shx: Uint8Array | undefined,
  dbf: DbfTable | undefined,
  log: IssueLog,
): void {
  const promised = Math.max(dbf?.recordCount ?? 0, shx ? recordsOfIndex(shx.length) : 0);
  if (promised > read && (dbf || shx)) log.add("file-incomplete", { context: { part: ".shp", read, promised } });
  else if (dbf && read > dbf.recordCount && dbf.recordCount === dbf.promised) {
    log.add("file-incomplete", { context: { part: ".dbf", read: dbf.recordCount, promised: read } });
  } else if (promisedBytes > bytes) {
    log.add("file-incomplete", { context: { unit: "byte", part: ".shp", read: bytes, promised: promisedBytes } });
  }
}
