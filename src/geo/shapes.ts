/**
 * Multipolygons of many areas as flat, transferable arrays. Longitude and latitude in degrees (EPSG:4326), interleaved.
 * Ring r has the vertices ringStarts[r] … ringStarts[r+1]−1 (closed: the first vertex is repeated at the end);
 * polygon p has the rings polygonStarts[p] … (first = outer, others = holes); area a has the polygons areaStarts[a] ….
 * Ring direction carries no meaning.
 */
export interface Shapes {
  readonly coordinates: Float64Array;
  readonly ringStarts: Uint32Array;
  readonly polygonStarts: Uint32Array;
  readonly areaStarts: Uint32Array;
}

/** [west, south, east, north] in degrees. */
export type LonLatBox = readonly [west: number, south: number, east: number, north: number];

/** Box of area `area`, or of all areas when left out; undefined when there is no vertex. */
export function shapesBox(shapes: Shapes, area?: number): LonLatBox | undefined {
  const firstPolygon = area === undefined ? 0 : (shapes.areaStarts[area] ?? 0);
  const lastPolygon = area === undefined ? shapes.polygonStarts.length - 1 : (shapes.areaStarts[area + 1] ?? 0);
  const from = shapes.ringStarts[shapes.polygonStarts[firstPolygon] ?? 0] ?? 0;
  const to = shapes.ringStarts[shapes.polygonStarts[lastPolygon] ?? 0] ?? 0;
  if (to <= from) return undefined;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let v = from; v < to; v++) {
    const lon = shapes.coordinates[2 * v] as number;
    const lat = shapes.coordinates[2 * v + 1] as number;
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  return [west, south, east, north];
}
