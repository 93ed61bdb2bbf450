import type { IssueSubject } from "../domain/issue.ts";
import { type CrsId, crsErrorMetres, crsTitle, parseCrs, toLonLat } from "../geo/crs.ts";
import { numberCells, optionalNumber } from "./cell-numbers.ts";
import type { RawColumn } from "./raw-table.ts";
import type { ResourceColumns } from "./resource-columns.ts";
import type { ResourceReading } from "./resource-reading.ts";

/** One position per row in degrees; NaN where a row has none that can be used (each told in the log). */
export interface RowPositions {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  readonly crs: CrsId;
  /** Where a row lies, read once more: roles may use the arrays up. */
  pointOf(row: number): IssuePoint | undefined;
}

const ROWS_PER_BLOCK = 65_536;

type IssuePoint = Extract<IssueSubject, { readonly on: "point" }>;

/** One position in degrees; undefined when it is none, or lies outside of the system. */
function issuePoint(crs: CrsId, x: number, y: number): IssuePoint | undefined {
  const lon = Float64Array.of(x);
  const lat = Float64Array.of(y);
  return toLonLat(crs, lon, lat) > 0 ? undefined : { on: "point", lon: lon[0] as number, lat: lat[0] as number };
}

/** The first position of a geometry that can be used: of a line or an area with a flaw it is as good as any. */
export function issuePointIn(geometry: GeoJSON.Geometry | null | undefined, crs: CrsId): IssuePoint | undefined {
  if (!geometry) return undefined;
  const search = (node: unknown): IssuePoint | undefined => {
    if (!Array.isArray(node)) return undefined;
    if (!Array.isArray(node[0])) return issuePoint(crs, Number(node[0] ?? Number.NaN), Number(node[1] ?? Number.NaN));
    return firstOf(node, search);
  };
  return geometry.type === "GeometryCollection"
    ? firstOf(geometry.geometries, (member) => issuePointIn(member, crs))
    : search(geometry.coordinates);
}

function firstOf<T>(nodes: readonly T[], search: (node: T) => IssuePoint | undefined): IssuePoint | undefined {
  for (const node of nodes) {
    const found = search(node);
    if (found) return found;
  }
  return undefined;
}

/** The system of a resource: declared, else named by the file, else EPSG:4326. Undefined, told, when it is none we know. */
export function crsOf(reading: ResourceReading): CrsId | undefined {
  const keys = reading.resource.keys as { crs?: string | undefined };
  const text = keys.crs ?? reading.table.crs ?? "EPSG:4326";
  const crs = parseCrs(text);
  if (crs === undefined) reading.log.add("crs-unknown", { context: { value: text } });
  else if (crsErrorMetres(crs) > 0) {
    reading.log.add("crs-approximate", { context: { value: crs, title: crsTitle(crs), metres: crsErrorMetres(crs) } });
  }
  return crs;
}

/**
 * Positions by columns x and y (in the resource's system), else lon and lat (degrees, whatever the system), else by the geometry. Where
 * the northing stands before the easting – surveyors call it X – the two columns change places; geometries did so before.
 * @param isOther rows that are placed in another way: they are not looked at, and nothing is told of them
 */
export function rowPositions(
  reading: ResourceReading,
  columns: ResourceColumns,
  isOther: (row: number) => boolean = () => false,
): RowPositions | undefined {
  const crs = crsOf(reading);
  if (crs === undefined) return undefined;
  const isTurned = (reading.resource.keys as { axisOrder?: "yx" | undefined }).axisOrder === "yx";
  const inOrder = (east: RawColumn, north: RawColumn, system: CrsId) =>
    isTurned ? byColumns(reading, north, east, system, isOther) : byColumns(reading, east, north, system, isOther);
  const x = columns.find("x");
  const y = columns.find("y");
  if (x && y) return inOrder(x, y, crs);
  const lon = columns.find("lon");
  const lat = columns.find("lat");
  if (lon && lat) return inOrder(lon, lat, "EPSG:4326");
  if (reading.table.geometries) return byGeometry(reading, reading.table.geometries, crs, isOther);
  columns.require(x || y ? "x" : "lon");
  columns.require(x || y ? "y" : "lat");
  return undefined;
}

function byColumns(
  reading: ResourceReading,
  x: RawColumn,
  y: RawColumn,
  crs: CrsId,
  isOther: (row: number) => boolean,
): RowPositions {
  const { rowCount } = reading.table;
  const xs = new Float64Array(rowCount);
  const ys = new Float64Array(rowCount);
  const xAt = optionalNumber(reading, x, { negative: true });
  const yAt = optionalNumber(reading, y, { negative: true });
  for (let row = 0; row < rowCount; row++) {
    if (isOther(row)) {
      xs[row] = ys[row] = Number.NaN;
      continue;
    }
    xs[row] = xAt(row) ?? Number.NaN;
    ys[row] = yAt(row) ?? Number.NaN;
    for (const column of [x, y]) {
      if ((column.texts[row] ?? "").trim() !== "") continue;
      reading.log.add("value-missing-required", { row: reading.table.lineOf(row), column: column.name });
    }
  }
  const [xCells, yCells] = [numberCells(reading, x), numberCells(reading, y)];
  return projected(reading, xs, ys, crs, (row) =>
    issuePoint(crs, Number(xCells.quietly(row)), Number(yCells.quietly(row))),
  );
}

function byGeometry(
  reading: ResourceReading,
  geometries: readonly (GeoJSON.Geometry | null)[],
  crs: CrsId,
  isOther: (row: number) => boolean,
): RowPositions {
  const xs = new Float64Array(geometries.length).fill(Number.NaN);
  const ys = new Float64Array(geometries.length).fill(Number.NaN);
  for (let row = 0; row < geometries.length; row++) {
    if (isOther(row)) continue;
    const geometry = geometries[row];
    const point = geometry ? pointOf(geometry) : undefined;
    if (point) {
      xs[row] = point[0] as number;
      ys[row] = point[1] as number;
    } else {
      const code = geometry ? "geometry-unusable" : "geometry-missing";
      reading.log.add(code, {
        row: reading.table.lineOf(row),
        context: { type: geometry?.type ?? "", reason: "point" },
      });
    }
  }
  return projected(reading, xs, ys, crs, (row) => {
    const geometry = geometries[row];
    const [x, y] = (geometry && pointOf(geometry)) ?? [];
    return x === undefined || y === undefined ? issuePointIn(geometry, crs) : issuePoint(crs, x, y);
  });
}

/** A point is its own position, an area stands for its middle (mean of the outer ring's box). */
function pointOf(geometry: GeoJSON.Geometry): readonly number[] | undefined {
  if (geometry.type === "Point") return geometry.coordinates;
  if (geometry.type === "MultiPoint" && geometry.coordinates.length === 1) return geometry.coordinates[0];
  const rings =
    geometry.type === "Polygon"
      ? [geometry.coordinates[0]]
      : geometry.type === "MultiPolygon"
        ? geometry.coordinates.map((polygon) => polygon[0])
        : [];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flatMap((ring) => ring ?? [])) {
    if (x === undefined || y === undefined) continue;
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return east >= west ? [(west + east) / 2, (south + north) / 2] : undefined;
}

function projected(
  reading: ResourceReading,
  xs: Float64Array,
  ys: Float64Array,
  crs: CrsId,
  pointOf: RowPositions["pointOf"],
): RowPositions {
  // Block by block: a second pair of arrays of all rows would be there only for what may be told of a few.
  for (let from = 0; from < xs.length; from += ROWS_PER_BLOCK) {
    const own = [xs, ys].map((values) => values.subarray(from, from + ROWS_PER_BLOCK)) as [Float64Array, Float64Array];
    const [xsBefore, ysBefore] = [own[0].slice(), own[1].slice()];
    if (toLonLat(crs, ...own) === 0) continue;
    for (let k = 0; k < xsBefore.length; k++) {
      const x = xsBefore[k] as number;
      const y = ysBefore[k] as number;
      if (Number.isNaN(x) || Number.isNaN(y) || !Number.isNaN(own[0][k] as number)) continue;
      reading.log.add("coordinates-outside-crs", { row: reading.table.lineOf(from + k), context: { x, y, crs } });
    }
  }
  tellSwapped(reading, xs, ys, crs);
  return { lon: xs, lat: ys, crs, pointOf };
}

/** Degrees in the wrong order are on the earth, off Somalia: told once, when every row would lie in Germany the other way round. */
export function tellSwapped(reading: ResourceReading, lon: Float64Array, lat: Float64Array, crs: CrsId): void {
  let rows = 0;
  for (let row = 0; row < lon.length; row++) {
    const east = lat[row] as number;
    const north = lon[row] as number;
    if (Number.isNaN(east)) continue;
    if (!(east > 5 && east < 16 && north > 47 && north < 56)) return;
    rows++;
  }
  if (rows > 0) reading.log.add("coordinates-outside-crs", { context: { crs, swapped: rows } });
}
