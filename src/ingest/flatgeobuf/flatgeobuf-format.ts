import { deserialize } from "flatgeobuf/lib/mjs/generic.js";
import { crsFromWkt } from "../../geo/crs.ts";
import { FeatureRows } from "../feature-rows.ts";
import type { IssueLog } from "../issue-log.ts";
import { type FormatReader, goesOn, type RawTable, type TableOptions, wantedRows } from "../raw-table.ts";
import { tableOrReason, UnreadableFile } from "../unreadable-file.ts";
import { type FlatFeature, type FlatHeader, flatGeometry, flatProperties } from "./flat-feature.ts";

/** FlatGeobuf, read as a whole; its features come in the order of its index. */
export const flatgeobufFormat: FormatReader = {
  read: (bytes, options) => tableOrReason(options, (log) => read(bytes, options, log)),
};

const MAGIC = [0x66, 0x67, 0x62, 0x03];
/** The shortest header: its length, and a table that says nothing. */
const SHORTEST = 20;

async function read(bytes: Uint8Array, options: TableOptions, log: IssueLog): Promise<RawTable> {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) throw new UnreadableFile("broken", "fgb");
  const headerLength = bytes.length < SHORTEST ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (headerLength < 8 || 12 + headerLength > bytes.length) throw new UnreadableFile("truncated");
  checkHeader(bytes, headerLength);
  const rows = new FeatureRows(options);
  let header: FlatHeader | undefined;
  // Counts in the file may lie: more positions than fit into it are none.
  const budget = { left: bytes.length };
  let wanted = Number.POSITIVE_INFINITY;
  try {
    const features = deserialize(bytes, {
      headerMetaFn: (meta) => {
        // An index over nothing is reckoned without end.
        if (meta.featuresCount > bytes.length || (meta.indexNodeSize > 0 && meta.featuresCount === 0)) {
          throw new UnreadableFile("broken", "fgb");
        }
        header = meta;
        wanted = wantedRows(options, meta.featuresCount || Number.POSITIVE_INFINITY, bytes.length);
      },
      fromFeature: (_id, feature, meta): never => {
        const flat = feature as unknown as FlatFeature;
        return { geometry: flatGeometry(flat, meta, budget), properties: flatProperties(flat, meta) } as never;
      },
    });
    for await (const feature of features as AsyncIterable<unknown>) {
      const { geometry, properties } = feature as {
        readonly geometry: GeoJSON.Geometry | null | "curve";
        readonly properties: [string, unknown][];
      };
      if (geometry === "curve") {
        log.add("geometry-unusable", { row: rows.rowCount + 1, severity: "warning", context: { reason: "curve" } });
      }
      rows.add(properties, geometry === "curve" ? null : geometry);
      if (rows.rowCount >= wanted) break;
    }
  } catch (error) {
    // What was read before the place at which it breaks off is good, and the count says how much is missing.
    if (!header || header.featuresCount <= rows.rowCount || rows.rowCount === 0) throw error;
  }
  const promised = header?.featuresCount ?? 0;
  if (rows.rowCount === 0 && promised > 0) throw new UnreadableFile("truncated");
  const rest = goesOn(wanted, promised);
  if (promised > rows.rowCount && !rest) {
    log.add("file-incomplete", { context: { part: options.source, read: rows.rowCount, promised } });
  }
  return rows.table({ crs: header && crsOf(header), issues: log.list(), goesOn: rest });
}

const HEADER_AT = 12;
/** Place of the list of columns in the table of the header (FlatGeobuf, header.fbs). */
const COLUMNS_SLOT = 18;

/** A list of columns that is longer than its header: the library would make every one of them. */
function checkHeader(bytes: Uint8Array, headerLength: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, HEADER_AT + headerLength);
  const root = HEADER_AT + view.getUint32(HEADER_AT, true);
  const slots = root - view.getInt32(root, true);
  const place = view.getUint16(slots, true) > COLUMNS_SLOT ? view.getUint16(slots + COLUMNS_SLOT, true) : 0;
  if (place === 0) return;
  const list = root + place + view.getUint32(root + place, true);
  if (view.getUint32(list, true) > headerLength / 4) throw new UnreadableFile("broken", "fgb");
}

function crsOf({ crs }: FlatHeader): string | undefined {
  if (!crs) return undefined;
  if (crs.code > 0 && /^(EPSG)?$/i.test(crs.org ?? "")) return `EPSG:${crs.code}`;
  if (crs.code_string) return crs.code_string;
  return (crs.wkt ? crsFromWkt(crs.wkt) : undefined) ?? crs.name ?? undefined;
}
