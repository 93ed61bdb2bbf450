import { UnreadableFile } from "../unreadable-file.ts";
import { polygonsOfRings } from "./polygons-of-rings.ts";

const FILE_CODE = 9994;
const HEADER_BYTES = 100;
const RECORD_HEADER_BYTES = 8;

export interface ShpShapes {
  /** One entry per record that is wanted; null where the record holds none. */
  readonly geometries: readonly (GeoJSON.Geometry | null)[];
  /** Records of a kind that is not read, or whose numbers do not fit the file (first = 0). */
  readonly flaws: readonly { readonly record: number; readonly reason: "curve" | "malformed" }[];
  /** Records in all. */
  readonly count: number;
  /** Length that the file says it has, in bytes. */
  readonly promisedBytes: number;
}

/**
 * The geometries of a `.shp`, heights and measures left out, in the order of its index – else in the order in which they lie.
 * Format: ESRI Shapefile Technical Description (1998).
 * @param shx the index; where it does not fit the file it is not used
 * @param wanted how many of its records are read
 * @throws UnreadableFile when the bytes are no `.shp`
 */
export function readShp(
  bytes: Uint8Array,
  shx?: Uint8Array,
  wanted: (records: number) => number = (records) => records,
): ShpShapes {
  const view = viewOf(bytes);
  if (bytes.length < HEADER_BYTES || view.getInt32(0) !== FILE_CODE) throw new UnreadableFile("broken", ".shp");
  const flaws: { record: number; reason: "curve" | "malformed" }[] = [];
  const starts = (shx && indexed(bytes, shx)) ?? inOrder(view);
  const geometries = starts.slice(0, wanted(starts.length)).map((start, record) => {
    const content = start + RECORD_HEADER_BYTES;
    const end = content + 2 * view.getInt32(start + 4);
    const geometry = content + 4 <= end && end <= bytes.length ? shapeAt(view, content, end) : "malformed";
    if (typeof geometry !== "string") return geometry;
    flaws.push({ record, reason: geometry });
    return null;
  });
  return { geometries, count: starts.length, flaws, promisedBytes: 2 * view.getInt32(24) };
}

/** Records that an index names: its length says it. */
export function recordsOfIndex(shxBytes: number): number {
  return Math.max(0, Math.floor((shxBytes - HEADER_BYTES) / RECORD_HEADER_BYTES));
}

function indexed(bytes: Uint8Array, shx: Uint8Array): number[] | undefined {
  const view = viewOf(shx);
  const starts: number[] = [];
  for (let at = HEADER_BYTES; at + RECORD_HEADER_BYTES <= shx.length; at += RECORD_HEADER_BYTES) {
    const start = 2 * view.getInt32(at);
    if (start < HEADER_BYTES) return undefined;
    // What lies behind the end of a file that was cut is missing; what lies before is good.
    if (start + RECORD_HEADER_BYTES + 2 * view.getInt32(at + 4) > bytes.length) break;
    starts.push(start);
  }
  return starts;
}

function inOrder(view: DataView): number[] {
  const starts: number[] = [];
  let at = HEADER_BYTES;
  while (at + RECORD_HEADER_BYTES <= view.byteLength) {
    const length = 2 * view.getInt32(at + 4);
    if (length < 4 || at + RECORD_HEADER_BYTES + length > view.byteLength) break;
    starts.push(at);
    at += RECORD_HEADER_BYTES + length;
  }
  return starts;
}

/** Kinds by their last digit: with and without heights and measures they begin alike. */
function shapeAt(view: DataView, at: number, end: number): GeoJSON.Geometry | null | "curve" | "malformed" {
  const type = view.getInt32(at, true);
  if (type === 0) return null;
  if (type === 31) return "curve";
  switch (type <= 28 ? type % 10 : 0) {
    case 1:
      return end - at >= 20 ? { type: "Point", coordinates: positionAt(view, at + 4) } : "malformed";
    case 8: {
      const count = end - at >= 40 ? view.getInt32(at + 36, true) : -1;
      if (count < 0 || at + 40 + 16 * count > end) return "malformed";
      return { type: "MultiPoint", coordinates: positions(view, at + 40, count) };
    }
    case 3:
    case 5: {
      const parts = partsAt(view, at, end);
      if (!parts) return "malformed";
      return type % 10 === 5 ? polygonsOfRings(parts) : lines(parts);
    }
    default:
      return "malformed";
  }
}

function partsAt(view: DataView, at: number, end: number): GeoJSON.Position[][] | undefined {
  if (end - at < 44) return undefined;
  const partCount = view.getInt32(at + 36, true);
  const pointCount = view.getInt32(at + 40, true);
  const points = at + 44 + 4 * partCount;
  if (partCount < 0 || pointCount < 0 || points + 16 * pointCount > end) return undefined;
  const parts: GeoJSON.Position[][] = [];
  for (let part = 0; part < partCount; part++) {
    const first = view.getInt32(at + 44 + 4 * part, true);
    const next = part + 1 < partCount ? view.getInt32(at + 48 + 4 * part, true) : pointCount;
    if (first < 0 || next < first || next > pointCount) return undefined;
    if (next > first) parts.push(positions(view, points + 16 * first, next - first));
  }
  return parts;
}

function lines(parts: GeoJSON.Position[][]): GeoJSON.Geometry | null {
  const [only] = parts;
  if (only === undefined) return null;
  return parts.length === 1
    ? { type: "LineString", coordinates: only }
    : { type: "MultiLineString", coordinates: parts };
}

function positions(view: DataView, at: number, count: number): GeoJSON.Position[] {
  const found = new Array<GeoJSON.Position>(count);
  for (let i = 0; i < count; i++) found[i] = positionAt(view, at + 16 * i);
  return found;
}

function positionAt(view: DataView, at: number): GeoJSON.Position {
  return [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
