/**
 * Lines on a plane in square cells, for the question which segment is nearest to a point. Segment v runs from vertex v to vertex v + 1 of
 * the coordinates it was made of. Flat, transferable arrays; metres of the plane. About 12 bytes per segment and 8 per cell.
 */
export interface SegmentGrid {
  readonly west: number;
  readonly south: number;
  /** Side of a cell in metres. */
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** Cell c (row-major from the south-west) has the segments segments[cellStarts[c]] … segments[cellStarts[c+1]−1]. */
  readonly cellStarts: Uint32Array;
  readonly segments: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Where the search has come: the nearest segment, its foot as a share 0–1 of the way from its first vertex, the square of the distance. */
export interface NearestSegment {
  /** First vertex; −1 = there is none. */
  segment: number;
  share: number;
  footX: number;
  footY: number;
  squared: number;
}

const MOST_CELLS = 4_000_000;
/** Share of a cell by which segments are thickened, so that no rounding hides one from a cell that it touches. */
const MARGIN = 1e-6;

/**
 * Grid over lines in metres: line l has the vertices lineStarts[l] … lineStarts[l+1]−1, at least two each. About two cells per segment.
 * Throws when a coordinate is not finite.
 */
export function gridSegments(x: Float64Array, y: Float64Array, lineStarts: Uint32Array): SegmentGrid {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let v = 0; v < x.length; v++) {
    const px = x[v] as number;
    const py = y[v] as number;
    if (!Number.isFinite(px + py)) throw new RangeError(`vertex ${v} has no place: ${px}, ${py}`);
    if (px < west) west = px;
    if (px > east) east = px;
    if (py < south) south = py;
    if (py > north) north = py;
  }
  if (x.length === 0) [west, south, east, north] = [0, 0, 0, 0];
  const width = east - west;
  const height = north - south;
  const wanted = Math.min(MOST_CELLS, 2 * x.length + 1);
  const side = Math.max(Math.sqrt((width * height) / wanted), (width + height) / wanted, 1);
  const columns = Math.floor(width / side) + 1;
  const rows = Math.floor(height / side) + 1;
  const cellStarts = new Uint32Array(columns * rows + 1);
  const grid = { west, south, side, columns, rows };
  forEachCell(grid, x, y, lineStarts, (cell) => {
    cellStarts[cell + 1] = (cellStarts[cell + 1] as number) + 1;
  });
  for (let c = 0; c < columns * rows; c++)
    cellStarts[c + 1] = (cellStarts[c + 1] as number) + (cellStarts[c] as number);
  const next = cellStarts.slice();
  const segments = new Uint32Array(cellStarts[columns * rows] as number);
  forEachCell(grid, x, y, lineStarts, (cell, segment) => {
    const place = next[cell] as number;
    segments[place] = segment;
    next[cell] = place + 1;
  });
  return { ...grid, cellStarts, segments, x, y };
}

type Frame = Pick<SegmentGrid, "west" | "south" | "side" | "columns" | "rows">;

function forEachCell(
  { west, south, side, columns, rows }: Frame,
  x: Float64Array,
  y: Float64Array,
  lineStarts: Uint32Array,
  visit: (cell: number, segment: number) => void,
): void {
  const column = (value: number): number => Math.min(columns - 1, Math.max(0, Math.floor(value)));
  const row = (value: number): number => Math.min(rows - 1, Math.max(0, Math.floor(value)));
  for (let line = 0; line + 1 < lineStarts.length; line++) {
    const last = (lineStarts[line + 1] as number) - 1;
    for (let v = lineStarts[line] as number; v < last; v++) {
      let ax = ((x[v] as number) - west) / side;
      let ay = ((y[v] as number) - south) / side;
      let bx = ((x[v + 1] as number) - west) / side;
      let by = ((y[v + 1] as number) - south) / side;
      if (ay > by) [ax, ay, bx, by] = [bx, by, ax, ay];
      const slope = by > ay ? (bx - ax) / (by - ay) : 0;
      const bottom = row(ay - MARGIN);
      const top = row(by + MARGIN);
      for (let r = bottom; r <= top; r++) {
        const from = r > bottom && r - MARGIN > ay ? ax + (r - MARGIN - ay) * slope : ax;
        const to = r < top && r + 1 + MARGIN < by ? ax + (r + 1 + MARGIN - ay) * slope : bx;
        const end = column(Math.max(from, to) + MARGIN);
        for (let c = column(Math.min(from, to) - MARGIN); c <= end; c++) visit(r * columns + c, v);
      }
    }
  }
}

/**
 * Exact nearest segment to a point of the plane, written to `found`: rings of cells around it, until no farther cell can hold a nearer one.
 * Of equally near ones that with the smaller foot (x, then y), then the first. None where the nearest is farther than `within` metres of
 * the plane: far from all lines a search without end costs every cell of the grid. `accept` leaves out segments.
 */
export function nearestSegment(
  grid: SegmentGrid,
  px: number,
  py: number,
  found: NearestSegment,
  within = Infinity,
  accept?: (segment: number) => boolean,
): void {
  found.segment = -1;
  found.squared = Infinity;
  const limit = within * within;
  const { west, south, side, columns, rows } = grid;
  if (grid.segments.length === 0) return;
  const u = Math.floor((px - west) / side);
  const w = Math.floor((py - south) / side);
  // How far the point stands within its cell from the nearest border of it: what a ring adds is a whole side more.
  const inX = Math.min(px - west - u * side, west + (u + 1) * side - px);
  const inY = Math.min(py - south - w * side, south + (w + 1) * side - py);
  const inner = Math.max(0, Math.min(inX, inY) - MARGIN * side);
  const first = Math.max(0, -u, u - columns + 1, -w, w - rows + 1);
  const last = Math.max(u, columns - 1 - u, w, rows - 1 - w);
  for (let ring = first; ring <= last; ring++) {
    const clear = ring > 0 ? inner + (ring - 1) * side : 0;
    if (clear * clear > Math.min(found.squared, limit)) break;
    const low = Math.max(0, w - ring);
    const high = Math.min(rows - 1, w + ring);
    const left = u - ring;
    const right = u + ring;
    for (let r = low; r <= high; r++) {
      if (r === w - ring || r === w + ring) {
        const end = Math.min(columns - 1, right);
        for (let c = Math.max(0, left); c <= end; c++) searchCell(grid, r * columns + c, px, py, found, accept);
        continue;
      }
      if (left >= 0 && left < columns) searchCell(grid, r * columns + left, px, py, found, accept);
      if (right >= 0 && right < columns) searchCell(grid, r * columns + right, px, py, found, accept);
    }
  }
  if (found.squared <= limit) return;
  found.segment = -1;
  found.squared = Infinity;
}

function searchCell(
  grid: SegmentGrid,
  cell: number,
  px: number,
  py: number,
  found: NearestSegment,
  accept: ((segment: number) => boolean) | undefined,
): void {
  const { cellStarts, segments, x, y } = grid;
  const end = cellStarts[cell + 1] as number;
  for (let k = cellStarts[cell] as number; k < end; k++) {
    const v = segments[k] as number;
    const ax = x[v] as number;
    const ay = y[v] as number;
    const dx = (x[v + 1] as number) - ax;
    const dy = (y[v + 1] as number) - ay;
    const along = (px - ax) * dx + (py - ay) * dy;
    const squaredLength = dx * dx + dy * dy;
    const share = along <= 0 ? 0 : along >= squaredLength ? 1 : along / squaredLength;
    const footX = share === 1 ? (x[v + 1] as number) : ax + share * dx;
    const footY = share === 1 ? (y[v + 1] as number) : ay + share * dy;
    const squared = (px - footX) * (px - footX) + (py - footY) * (py - footY);
    if (squared > found.squared) continue;
    if (squared === found.squared && !comesBefore(footX, footY, v, found)) continue;
    if (accept && !accept(v)) continue;
    found.segment = v;
    found.share = share;
    found.footX = footX;
    found.footY = footY;
    found.squared = squared;
  }
}

function comesBefore(footX: number, footY: number, segment: number, found: NearestSegment): boolean {
  if (footX !== found.footX) return footX < found.footX;
  if (footY !== found.footY) return footY < found.footY;
  return segment < found.segment;
}
