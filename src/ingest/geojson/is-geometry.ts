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
export function isGeometry(value: unknown): value is GeoJSON.Geometry {
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
