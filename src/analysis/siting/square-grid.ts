import { releaseArrays } from "../../work/release-arrays.ts";

/** Points on a plane in metres. */
export interface PlacedPoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Points sorted into squares, so that the points of neighbouring squares of a row are neighbours in the array. */
export interface SquareGrid extends PlacedPoints {
  /** Metres; the side of a square is `side`. */
  readonly west: number;
  readonly south: number;
  readonly side: number;
  readonly columns: number;
  readonly rows: number;
  /** Points of square s, counted row by row from the south-west, stand at starts[s] … starts[s+1]−1. */
  readonly starts: Uint32Array;
  /** Per place in that order the point; x and y stand in that order. */
  readonly order: Uint32Array;
}

/** Sorts points into squares of the wanted side (wider where there would be many empty ones). Throws where a point has no place. */
export function gridOver({ x, y }: PlacedPoints, wanted: number): SquareGrid {
  const n = x.length;
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (let i = 0; i < n; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    if (!Number.isFinite(px + py)) throw new RangeError(`point ${i} has no place`);
    if (px < west) west = px;
    if (px > east) east = px;
    if (py < south) south = py;
    if (py > north) north = py;
  }
  if (n === 0) west = south = east = north = 0;
  // Never more squares than a few per point.
  const side = Math.max(
    1,
    wanted,
    Math.sqrt(((east - west) * (north - south)) / (4 * n + 16)),
    (east - west + north - south) / 65_536,
  );
  const columns = Math.floor((east - west) / side) + 1;
  const rows = Math.floor((north - south) / side) + 1;
  const square = new Uint32Array(n);
  const starts = new Uint32Array(columns * rows + 1);
  for (let i = 0; i < n; i++) {
    const s = Math.floor(((y[i] as number) - south) / side) * columns + Math.floor(((x[i] as number) - west) / side);
    square[i] = s;
    starts[s + 1] = (starts[s + 1] as number) + 1;
  }
  for (let s = 0; s < columns * rows; s++) starts[s + 1] = (starts[s + 1] as number) + (starts[s] as number);
  const next = starts.slice();
  const order = new Uint32Array(n);
  const gx = new Float64Array(n);
  const gy = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const s = square[i] as number;
    const at = next[s] as number;
    next[s] = at + 1;
    order[at] = i;
    gx[at] = x[i] as number;
    gy[at] = y[i] as number;
  }
  releaseArrays(square, next);
  return { west, south, side, columns, rows, starts, order, x: gx, y: gy };
}
