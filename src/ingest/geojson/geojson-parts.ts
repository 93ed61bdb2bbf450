import type { ServerPart } from "../tell-page.ts";

/** RFC 7946 dropped the member; files of before 2016 and of some offices still have it. */
export function crsMember(document: unknown): string | undefined {
  if (!isRecord(document) || !isRecord(document.crs) || !isRecord(document.crs.properties)) return undefined;
  const { name, code } = document.crs.properties;
  if (typeof name === "string") return name;
  // The form of 2008 before the names.
  return typeof code === "number" || typeof code === "string" ? `EPSG:${code}` : undefined;
}

/**
 * What a collection says of the whole that it is from: OGC API Features and WFS count it and lead to the next page, ArcGIS says that it
 * stopped at its limit.
 */
export function partMembers(document: Readonly<Record<string, unknown>>): ServerPart {
  const { numberMatched, totalFeatures, links, exceededTransferLimit, properties } = document;
  const promised = [numberMatched, totalFeatures].find((count) => Number.isInteger(count)) as number | undefined;
  const isCut = exceededTransferLimit === true || (isRecord(properties) && properties.exceededTransferLimit === true);
  const hasNext = Array.isArray(links) && links.some((link) => isRecord(link) && link.rel === "next");
  return { promised, goesOn: isCut || hasNext };
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

/** Collections in collections; deeper ones are no data. */
const DEEPEST = 16;

/** Whether the nesting is that of the type; what the positions hold is looked at where they are used. */
export function isGeometry(value: unknown, levels = DEEPEST): value is GeoJSON.Geometry {
  if (!isRecord(value)) return false;
  if (value.type === "GeometryCollection") {
    const { geometries } = value;
    return levels > 0 && Array.isArray(geometries) && geometries.every((member) => isGeometry(member, levels - 1));
  }
  const depth = DEPTHS.get(value.type);
  return depth !== undefined && isNested(value.coordinates, depth);
}

function isNested(node: unknown, depth: number): boolean {
  if (!Array.isArray(node)) return false;
  return depth === 0 ? node.length >= 2 && !Array.isArray(node[0]) : node.every((child) => isNested(child, depth - 1));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
