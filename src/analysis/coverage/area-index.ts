import { type Shapes, shapesBox } from "../../geo/shapes.ts";
import { sideOfLine } from "../../geo/side-of-line.ts";

/**
 * Areas prepared for the question "which one is this point in?": a raster whose cells either know the answer or name the few polygons
 * whose border passes them, and per raster row the edges of each such polygon for the exact test. Flat, transferable arrays.
 *
 * A slice is the set of edges of one polygon that touch one row. `cells` has per raster cell (row-major from the south-west) the area
 * that covers it, −1 for none, or −2 − e, where `entries[e]` … is a list that ends with the first negative number: numbers ≥ 0 are
 * slices to be tested in ascending order of their polygon, the negative end is −1 (outside) or −2 − area (covers the whole cell).
 */
export interface AreaIndex {
  readonly areas: number;
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly south: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
  readonly cells: Int32Array;
  readonly entries: Int32Array;
  /** Edges of slice s are edges[sliceStarts[s]] … edges[sliceStarts[s+1]−1]: index of their first vertex. */
  readonly sliceStarts: Uint32Array;
  readonly sliceArea: Int32Array;
  readonly edges: Uint32Array;
  readonly coordinates: Float64Array;
}

/** Share of a raster cell by which edges are thickened, so that no rounding hides one from a cell that it touches. */
const MARGIN = 1e-6;

/**
 * Prepares areas for assignment. Edges are straight in longitude and latitude, as GeoJSON says; rings of a polygon count even–odd,
 * so that direction and order mean nothing; polygons of an area are united. `points` is how many points will be asked and only
 * sets how fine the raster is. Areas without polygons contain nothing. O(edges + raster).
 */
export function prepareAreas(shapes: Shapes, points = 100_000): AreaIndex {
  const areas = shapes.areaStarts.length - 1;
  const box = shapesBox(shapes);
  const [west, south, east, north] = box ?? [0, 0, 0, 0];
  const side = Math.round(Math.min(1024, Math.max(16, Math.sqrt(points / 4), Math.sqrt(shapes.coordinates.length))));
  const columns = box ? side : 1;
  const rows = box ? side : 1;
  const columnsPerDegree = east > west ? columns / (east - west) : 0;
  const rowsPerDegree = north > south ? rows / (north - south) : 0;
  const grid = { columns, rows, west, south, columnsPerDegree, rowsPerDegree };
  const slices = sliceEdges(shapes, grid);
  const { cells, entries } = fillRaster(shapes, grid, slices);
  return {
    areas,
    ...grid,
    cells,
    entries,
    sliceStarts: slices.starts,
    sliceArea: slices.area,
    edges: slices.edges,
    coordinates: shapes.coordinates,
  };
}

/**
 * Whether a point lies in the polygon of a slice, which must be one of the row of the point: 1 inside, 0 on the border, −1 outside.
 * Exact for the given doubles.
 */
export function locateInSlice(
  coordinates: Float64Array,
  edges: Uint32Array,
  from: number,
  to: number,
  px: number,
  py: number,
): number {
  let inside = false;
  for (let e = from; e < to; e++) {
    const v = 2 * (edges[e] as number);
    const y1 = coordinates[v + 1] as number;
    const y2 = coordinates[v + 3] as number;
    if (y1 > py === y2 > py) {
      if (y1 !== py && y2 !== py) continue;
      const x1 = coordinates[v] as number;
      const x2 = coordinates[v + 2] as number;
      if (y1 === y2 ? x1 <= px === px <= x2 || x1 === px || x2 === px : (y1 === py ? x1 : x2) === px) return 0;
      continue;
    }
    const x1 = coordinates[v] as number;
    const x2 = coordinates[v + 2] as number;
    if (x1 < px && x2 < px) continue;
    if (x1 > px && x2 > px) {
      inside = !inside;
      continue;
    }
    const side = sideOfLine(x1, y1, x2, y2, px, py);
    if (side === 0) return 0;
    if (side > 0 === y2 > y1) inside = !inside;
  }
  return inside ? 1 : -1;
}

interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly south: number;
  readonly columnsPerDegree: number;
  readonly rowsPerDegree: number;
}

interface Slices {
  readonly starts: Uint32Array;
  readonly polygon: Uint32Array;
  readonly area: Int32Array;
  readonly edges: Uint32Array;
  /** Slices of row r are ordered by polygon: rowSlices[rowStarts[r]] …. */
  readonly rowStarts: Uint32Array;
  readonly rowSlices: Uint32Array;
}

/** Row of a latitude; monotone in it, so that a point between two ends of an edge lies in a row between theirs. */
function rowOf(grid: Grid, lat: number): number {
  return Math.min(grid.rows - 1, Math.max(0, Math.floor((lat - grid.south) * grid.rowsPerDegree)));
}

function sliceEdges(shapes: Shapes, grid: Grid): Slices {
  const { coordinates, ringStarts, polygonStarts, areaStarts } = shapes;
  const polygons = polygonStarts.length - 1;
  const starts: number[] = [0];
  const polygonOf: number[] = [];
  const rowOfSlice: number[] = [];
  let edges = new Uint32Array(coordinates.length);
  let used = 0;
  const perRow = new Uint32Array(grid.rows + 1);
  for (let p = 0; p < polygons; p++) {
    const from = ringStarts[polygonStarts[p] as number] as number;
    const to = ringStarts[polygonStarts[p + 1] as number] as number;
    if (to <= from) continue;
    let low = grid.rows;
    let high = -1;
    for (let v = from; v < to; v++) {
      const row = rowOf(grid, coordinates[2 * v + 1] as number);
      if (row < low) low = row;
      if (row > high) high = row;
    }
    perRow.fill(0, low, high + 1);
    forEachEdge(shapes, p, grid, (_, first, last) => {
      for (let row = first; row <= last; row++) perRow[row] = (perRow[row] as number) + 1;
    });
    const offset = starts.length - 1;
    let total = used;
    for (let row = low; row <= high; row++) {
      polygonOf.push(p);
      rowOfSlice.push(row);
      const count = perRow[row] as number;
      perRow[row] = total;
      total += count;
      starts.push(total);
    }
    if (total > edges.length) {
      const larger = new Uint32Array(Math.max(total, 2 * edges.length));
      larger.set(edges);
      edges = larger;
    }
    used = starts[offset] as number;
    forEachEdge(shapes, p, grid, (v, first, last) => {
      for (let row = first; row <= last; row++) {
        edges[perRow[row] as number] = v;
        perRow[row] = (perRow[row] as number) + 1;
      }
    });
    used = total;
  }
  const areaOfPolygon = new Int32Array(polygons);
  for (let a = 0; a + 1 < areaStarts.length; a++) areaOfPolygon.fill(a, areaStarts[a], areaStarts[a + 1]);
  const rowStarts = new Uint32Array(grid.rows + 1);
  for (const row of rowOfSlice) rowStarts[row + 1] = (rowStarts[row + 1] as number) + 1;
  for (let row = 0; row < grid.rows; row++)
    rowStarts[row + 1] = (rowStarts[row + 1] as number) + (rowStarts[row] as number);
  const next = rowStarts.slice();
  const rowSlices = new Uint32Array(rowOfSlice.length);
  rowOfSlice.forEach((row, slice) => {
    rowSlices[next[row] as number] = slice;
    next[row] = (next[row] as number) + 1;
  });
  return {
    starts: Uint32Array.from(starts),
    polygon: Uint32Array.from(polygonOf),
    area: Int32Array.from(polygonOf, (p) => areaOfPolygon[p] as number),
    edges: edges.slice(0, used),
    rowStarts,
    rowSlices,
  };
}

function forEachEdge(
  shapes: Shapes,
  polygon: number,
  grid: Grid,
  visit: (vertex: number, firstRow: number, lastRow: number) => void,
): void {
  const { coordinates, ringStarts, polygonStarts } = shapes;
  for (let r = polygonStarts[polygon] as number; r < (polygonStarts[polygon + 1] as number); r++) {
    const end = (ringStarts[r + 1] as number) - 1;
    for (let v = ringStarts[r] as number; v < end; v++) {
      const a = rowOf(grid, coordinates[2 * v + 1] as number);
      const b = rowOf(grid, coordinates[2 * v + 3] as number);
      visit(v, Math.min(a, b), Math.max(a, b));
    }
  }
}

/** One row after the other: marks the cells that edges touch, asks once for each run of cells between them, and writes the lists. */
function fillRaster(shapes: Shapes, grid: Grid, slices: Slices): { cells: Int32Array; entries: Int32Array } {
  const { columns, rows, west, south, columnsPerDegree, rowsPerDegree } = grid;
  const { coordinates } = shapes;
  const cells = new Int32Array(columns * rows).fill(-1);
  const entries: number[] = [];
  const touched = new Uint8Array(columns);
  // Slices that wait in a cell of the present row, as chains: the newest first.
  const chainHead = new Int32Array(columns);
  const chainNext: number[] = [];
  const chainSlice: number[] = [];
  const cover = new Int32Array(columns);
  const pending: number[] = [];
  for (let row = 0; row < rows; row++) {
    chainHead.fill(-1);
    cover.fill(-1);
    chainNext.length = 0;
    chainSlice.length = 0;
    const y0 = south + (row - MARGIN) / (rowsPerDegree || 1);
    const y1 = south + (row + 1 + MARGIN) / (rowsPerDegree || 1);
    const middle = (y0 + y1) / 2;
    for (let i = slices.rowStarts[row] as number; i < (slices.rowStarts[row + 1] as number); i++) {
      const slice = slices.rowSlices[i] as number;
      const from = slices.starts[slice] as number;
      const to = slices.starts[slice + 1] as number;
      const area = slices.area[slice] as number;
      let low = columns;
      let high = -1;
      for (let e = from; e < to; e++) {
        const v = 2 * (slices.edges[e] as number);
        const [x0, x1] = spanInBand(coordinates, v, y0, y1);
        const first = Math.min(columns - 1, Math.max(0, Math.floor((x0 - west) * columnsPerDegree - MARGIN)));
        const last = Math.min(columns - 1, Math.max(0, Math.floor((x1 - west) * columnsPerDegree + MARGIN)));
        touched.fill(1, first, last + 1);
        if (first < low) low = first;
        if (last > high) high = last;
      }
      let runInside: boolean | undefined;
      for (let column = low; column <= high; column++) {
        if (touched[column] === 1) {
          touched[column] = 0;
          runInside = undefined;
          if ((cover[column] as number) < 0) {
            chainNext.push(chainHead[column] as number);
            chainSlice.push(slice);
            chainHead[column] = chainSlice.length - 1;
          }
          continue;
        }
        runInside ??=
          locateInSlice(coordinates, slices.edges, from, to, west + (column + 0.5) / columnsPerDegree, middle) >= 0;
        if (runInside && (cover[column] as number) < 0) cover[column] = area;
      }
    }
    for (let column = 0; column < columns; column++) {
      const covering = cover[column] as number;
      let link = chainHead[column] as number;
      if (link < 0) {
        cells[row * columns + column] = covering;
        continue;
      }
      cells[row * columns + column] = -2 - entries.length;
      pending.length = 0;
      for (; link >= 0; link = chainNext[link] as number) pending.push(chainSlice[link] as number);
      for (let k = pending.length - 1; k >= 0; k--) entries.push(pending[k] as number);
      entries.push(covering < 0 ? -1 : -2 - covering);
    }
  }
  return { cells, entries: Int32Array.from(entries) };
}

/** Longitudes that an edge spans within a band of latitudes. */
function spanInBand(coordinates: Float64Array, v: number, y0: number, y1: number): readonly [number, number] {
  let xa = coordinates[v] as number;
  let ya = coordinates[v + 1] as number;
  let xb = coordinates[v + 2] as number;
  let yb = coordinates[v + 3] as number;
  if (ya > yb) [xa, ya, xb, yb] = [xb, yb, xa, ya];
  const slope = yb > ya ? (xb - xa) / (yb - ya) : 0;
  const from = ya < y0 ? xa + (y0 - ya) * slope : xa;
  const to = yb > y1 ? xa + (y1 - ya) * slope : xb;
  return from < to ? [from, to] : [to, from];
}
