import { decodeText } from "../csv/decode-text.ts";
import { IssueLog } from "../issue-log.ts";
import { type RawColumn, type RawTable, ROWS_PER_WORD, type TableOptions } from "../raw-table.ts";

interface ReadFeature {
  readonly id?: unknown;
  readonly properties?: Record<string, unknown> | null;
  readonly geometry?: GeoJSON.Geometry | null;
}

/** A FeatureCollection or one Feature; the properties become columns, `id` of the features a column when no property has its name. */
export function readGeojson(bytes: Uint8Array, options: TableOptions): RawTable {
  const log = new IssueLog(options.source);
  const document = parse(bytes, options, log);
  const features = featuresOf(document, log);
  const columns = new Map<string, { texts: string[]; numbers: Float64Array; numeric: boolean }>();
  const geometries: (GeoJSON.Geometry | null)[] = new Array(features.length);
  const put = (name: string, row: number, value: unknown): void => {
    if (value === null || value === undefined) return;
    let column = columns.get(name);
    if (!column) {
      column = {
        texts: new Array<string>(features.length).fill(""),
        numbers: new Float64Array(features.length).fill(Number.NaN),
        numeric: false,
      };
      columns.set(name, column);
    }
    column.texts[row] = textOf(value, options.listSeparator);
    if (typeof value === "number") {
      column.numbers[row] = value;
      column.numeric = true;
    }
  };
  const hasOwnId = features.some((feature) => feature.properties && Object.hasOwn(feature.properties, "id"));
  for (let row = 0; row < features.length; row++) {
    const feature = features[row] as ReadFeature;
    if (row % ROWS_PER_WORD === 0) options.onRows?.(row);
    geometries[row] = isGeometry(feature.geometry) ? feature.geometry : null;
    if (feature.geometry && !geometries[row]) {
      log.add("geometry-unusable", { row: row + 1, context: { reason: "malformed" } });
    }
    for (const name of Object.keys(feature.properties ?? {})) put(name, row, feature.properties?.[name]);
    if (!hasOwnId) put("id", row, feature.id);
  }
  return {
    columns: [...columns].map(
      ([name, column]): RawColumn => ({
        name,
        texts: column.texts,
        numbers: column.numeric ? column.numbers : undefined,
      }),
    ),
    rowCount: features.length,
    geometries,
    crs: crsMember(document),
    lineOf: (row) => row + 1,
    rejected: 0,
    encoding: undefined,
    issues: log.list(),
  };
}

function parse(bytes: Uint8Array, options: TableOptions, log: IssueLog): unknown {
  const { text, encoding, guessed } = decodeText(bytes, options.encoding);
  if (guessed) log.add("encoding-guessed", { context: { encoding, declared: options.encoding ?? "" } });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    log.add("resource-unreadable", { context: { reason: error instanceof Error ? error.message : String(error) } });
    return undefined;
  }
}

function featuresOf(document: unknown, log: IssueLog): readonly ReadFeature[] {
  if (document === undefined) return [];
  if (isRecord(document)) {
    if (document.type === "FeatureCollection" && Array.isArray(document.features)) {
      return document.features.map((feature) => (isRecord(feature) ? (feature as ReadFeature) : {}));
    }
    if (document.type === "Feature") return [document as ReadFeature];
  }
  log.add("resource-unreadable", { context: { reason: "FeatureCollection" } });
  return [];
}

/** RFC 7946 dropped the member; files of before 2016 and of some offices still have it. */
function crsMember(document: unknown): string | undefined {
  if (!isRecord(document) || !isRecord(document.crs) || !isRecord(document.crs.properties)) return undefined;
  const name = document.crs.properties.name;
  return typeof name === "string" ? name : undefined;
}

function textOf(value: unknown, listSeparator: string): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((entry) => textOf(entry, listSeparator)).join(listSeparator);
  if (typeof value === "object" && value !== null) return JSON.stringify(value);
  return String(value);
}

/** How deep the positions lie in `coordinates`. */
const DEPTHS: ReadonlyMap<unknown, number> = new Map([
  ["Point", 0],
  ["MultiPoint", 1],
  ["LineString", 1],
  ["MultiLineString", 2],
  ["Polygon", 2],
  ["MultiPolygon", 3],
]);

/** Whether the nesting is that of the type; what the positions hold is looked at where they are used. */
function isGeometry(value: unknown): value is GeoJSON.Geometry {
  if (!isRecord(value)) return false;
  if (value.type === "GeometryCollection") return Array.isArray(value.geometries) && value.geometries.every(isGeometry);
  const depth = DEPTHS.get(value.type);
  return depth !== undefined && isNested(value.coordinates, depth);
}

function isNested(node: unknown, depth: number): boolean {
  if (!Array.isArray(node)) return false;
  return depth === 0 ? node.length >= 2 && !Array.isArray(node[0]) : node.every((child) => isNested(child, depth - 1));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
