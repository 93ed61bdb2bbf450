import { ColumnType, GeometryType } from "flatgeobuf/lib/mjs/generic.js";
import { UnreadableFile } from "../unreadable-file.ts";

/** What of a header is used here. */
export interface FlatHeader {
  readonly geometryType: number;
  readonly columns: readonly { readonly name: string; readonly type: number }[] | null;
  readonly featuresCount: number;
  readonly crs: {
    readonly org: string | null;
    readonly code: number;
    readonly name: string | null;
    readonly wkt: string | null;
    readonly code_string: string | null;
  } | null;
}

interface FlatGeometry {
  type(): number;
  xyArray(): Float64Array | null;
  endsArray(): Uint32Array | null;
  parts(index: number): FlatGeometry | null;
  partsLength(): number;
}

/** A feature as it lies in the file. */
export interface FlatFeature {
  geometry(): FlatGeometry | null;
  propertiesArray(): Uint8Array | null;
}

interface Budget {
  left: number;
}

const DEEPEST = 8;

/**
 * The geometry of a feature, heights left out.
 * @param budget as many numbers as the whole file can hold; what is used up is taken from it
 * @throws UnreadableFile when the file claims more than it can hold
 */
export function flatGeometry(
  feature: FlatFeature,
  header: Pick<FlatHeader, "geometryType">,
  budget: Budget,
): GeoJSON.Geometry | null | "curve" {
  const geometry = feature.geometry();
  return geometry && geometryOf(geometry, header.geometryType || geometry.type(), budget, 0);
}

function geometryOf(
  geometry: FlatGeometry,
  type: number,
  budget: Budget,
  depth: number,
): GeoJSON.Geometry | null | "curve" {
  if (depth > DEEPEST) throw new UnreadableFile("broken", "fgb");
  switch (type) {
    case GeometryType.Point: {
      const [first] = positions(geometry, budget);
      return first ? { type: "Point", coordinates: first } : null;
    }
    case GeometryType.MultiPoint:
      return { type: "MultiPoint", coordinates: positions(geometry, budget) };
    case GeometryType.LineString:
      return { type: "LineString", coordinates: positions(geometry, budget) };
    case GeometryType.MultiLineString:
      return { type: "MultiLineString", coordinates: lines(geometry, budget) };
    case GeometryType.Polygon:
      return { type: "Polygon", coordinates: lines(geometry, budget) };
    case GeometryType.MultiPolygon:
      return { type: "MultiPolygon", coordinates: parts(geometry, budget).map((part) => lines(part, budget)) };
    case GeometryType.GeometryCollection: {
      const members = parts(geometry, budget).map((part) => geometryOf(part, part.type(), budget, depth + 1));
      if (members.includes("curve")) return "curve";
      return {
        type: "GeometryCollection",
        geometries: members.filter((member) => member !== null && member !== "curve"),
      };
    }
    default:
      return "curve";
  }
}

function parts(geometry: FlatGeometry, budget: Budget): FlatGeometry[] {
  const count = geometry.partsLength();
  spend(budget, count);
  return Array.from({ length: count }, (_, i) => geometry.parts(i)).filter((part) => part !== null);
}

function positions(geometry: FlatGeometry, budget: Budget): GeoJSON.Position[] {
  const xy = geometry.xyArray() ?? new Float64Array();
  spend(budget, xy.length);
  return Array.from({ length: xy.length >> 1 }, (_, i) => [xy[2 * i] as number, xy[2 * i + 1] as number]);
}

/** Rings or lines, each by where it ends; one alone needs no end. */
function lines(geometry: FlatGeometry, budget: Budget): GeoJSON.Position[][] {
  const all = positions(geometry, budget);
  const ends = geometry.endsArray();
  if (!ends || ends.length < 2) return [all];
  spend(budget, ends.length);
  return Array.from(ends, (end, i) => all.slice(ends[i - 1] ?? 0, end));
}

function spend(budget: Budget, count: number): void {
  budget.left -= count;
  if (budget.left < 0) throw new UnreadableFile("broken", "fgb");
}

const texts = new TextDecoder();

/** The properties of a feature; those after one of a kind that is not known have no place and are left out. */
export function flatProperties(feature: FlatFeature, { columns }: Pick<FlatHeader, "columns">): [string, unknown][] {
  const bytes = feature.propertiesArray();
  if (!bytes || !columns) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: [string, unknown][] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const column = columns[view.getUint16(at, true)];
    if (!column) throw new UnreadableFile("broken", "fgb");
    at += 2;
    const text = (): string => texts.decode(bytes.subarray(at + 4, at + 4 + view.getUint32(at, true)));
    const [value, length] = valueAt(column.type, view, at, text);
    found.push([column.name, value]);
    at += length;
  }
  return found;
}

function valueAt(type: number, view: DataView, at: number, text: () => string): [value: unknown, length: number] {
  switch (type) {
    case ColumnType.Bool:
      return [view.getUint8(at) !== 0, 1];
    case ColumnType.Byte:
      return [view.getInt8(at), 1];
    case ColumnType.UByte:
      return [view.getUint8(at), 1];
    case ColumnType.Short:
      return [view.getInt16(at, true), 2];
    case ColumnType.UShort:
      return [view.getUint16(at, true), 2];
    case ColumnType.Int:
      return [view.getInt32(at, true), 4];
    case ColumnType.UInt:
      return [view.getUint32(at, true), 4];
    case ColumnType.Long:
      return [view.getBigInt64(at, true), 8];
    case ColumnType.ULong:
      return [view.getBigUint64(at, true), 8];
    case ColumnType.Float:
      return [Math.fround(view.getFloat32(at, true)), 4];
    case ColumnType.Double:
      return [view.getFloat64(at, true), 8];
    case ColumnType.String:
    case ColumnType.Json:
    case ColumnType.DateTime:
      return [text(), 4 + view.getUint32(at, true)];
    case ColumnType.Binary:
      return ["", 4 + view.getUint32(at, true)];
    default:
      throw new UnreadableFile("broken", "fgb");
  }
}
