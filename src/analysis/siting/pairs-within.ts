import { type LocalPlane, planeScale } from "../../geo/local-plane.ts";
import { releaseArrays } from "../../work/release-arrays.ts";
import { wayInMetres } from "../coverage/measure-distances.ts";
import { gridOver, type PlacedPoints, type SquareGrid } from "./square-grid.ts";

/** Sparse pairs by centre: others[starts[c]] … others[starts[c+1]−1], their distances beside them where asked for. */
export interface Pairs {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  /** Metres × detour, to the millimetre. */
  readonly metres?: Float64Array | undefined;
}

export interface PairOptions {
  readonly plane: LocalPlane;
  readonly detour: number;
  /** Metres × detour, one number for all centres or one per centre; a distance of exactly this counts. */
  readonly within: number | Float64Array;
  readonly withMetres?: boolean | undefined;
  /** More pairs than this: undefined comes back instead. */
  readonly most?: number | undefined;
}

/** Pairs that were made room for and not found: more than these are given back. */
const SLACK = 1_000_000;

/** More than rounding to the millimetre can move a distance. */
export const MARGIN_METRES = 0.002;

/**
 * All pairs of a centre and another point no farther apart than allowed, by the distance of coverage (rule C3). Through a grid over the
 * others: per row of it the strip that the circle can touch, and the exact distance only for points so near to the circle that scale
 * and rounding could decide. O(pairs); memory 4 bytes per pair, 12 with metres, up to twice that while it grows. Throws where a
 * coordinate is not finite.
 */
export function pairsWithin(centres: PlacedPoints, others: PlacedPoints, options: PairOptions): Pairs | undefined {
  const { plane, detour, within, withMetres = false, most = Infinity } = options;
  const count = centres.x.length;
  // One far-off centre must not make the squares too wide for all.
  const usual = typeof within === "number" ? within : (within.toSorted()[within.length >> 1] ?? 0);
  const grid = gridOver(others, usual / detour / 8);
  const { west, south, side, columns, rows, starts: cellStarts } = grid;
  const highest = highestScale(plane, centres, others);

  const starts = new Uint32Array(count + 1);
  let room = Math.max(1024, 8 * count);
  let found = new Uint32Array(room);
  let metres = withMetres ? new Float64Array(room) : undefined;
  let size = 0;
  for (let c = 0; c < count; c++) {
    const px = centres.x[c] as number;
    const py = centres.y[c] as number;
    if (!Number.isFinite(px + py)) throw new RangeError(`centre ${c} has no place`);
    const reach = (typeof within === "number" ? within : within[c]) as number;
    const outer = (reach / detour + MARGIN_METRES) * highest;
    const inner = Math.max(0, reach / detour - MARGIN_METRES);
    const surelyOut = outer * outer;
    const surelyIn = inner * inner;
    const lastRow = Math.min(rows - 1, Math.floor((py + outer - south) / side));
    for (let row = Math.max(0, Math.floor((py - outer - south) / side)); row <= lastRow; row++) {
      const low = south + row * side;
      const away = py < low ? low - py : py > low + side ? py - low - side : 0;
      if (away > outer) continue;
      const half = Math.sqrt(surelyOut - away * away);
      const first = Math.max(0, Math.floor((px - half - west) / side));
      const last = Math.min(columns - 1, Math.floor((px + half - west) / side));
      if (first > last) continue;
      const from = cellStarts[row * columns + first] as number;
      const to = cellStarts[row * columns + last + 1] as number;
      if (size + to - from > room) {
        room = 2 * room + to - from;
        const wider = new Uint32Array(room);
        wider.set(found);
        releaseArrays(found);
        found = wider;
        if (metres) {
          const widerMetres = new Float64Array(room);
          widerMetres.set(metres);
          metres = widerMetres;
        }
      }
      size = metres
        ? addWithMetres(grid, from, to, px, py, plane, detour, reach, surelyOut, found, metres, size)
        : addWithin(grid, from, to, px, py, plane, detour, reach, surelyIn, surelyOut, found, size);
    }
    starts[c + 1] = size;
    if (size > most) {
      releaseArrays(found);
      return undefined;
    }
  }
  releaseArrays(grid.starts, grid.order, grid.x, grid.y);
  if (room - size > SLACK) {
    const own = found.slice(0, size);
    releaseArrays(found);
    found = own;
  }
  return { starts, others: found.subarray(0, size), metres: metres?.subarray(0, size) };
}

/** Adds the points of a strip that are within reach, with their ways; gives the new number of pairs. */
function addWithMetres(
  { order, x, y }: SquareGrid,
  from: number,
  to: number,
  px: number,
  py: number,
  plane: LocalPlane,
  detour: number,
  reach: number,
  surelyOut: number,
  found: Uint32Array,
  metres: Float64Array,
  count: number,
): number {
  let size = count;
  for (let k = from; k < to; k++) {
    const dx = (x[k] as number) - px;
    const dy = (y[k] as number) - py;
    const squared = dx * dx + dy * dy;
    if (squared > surelyOut) continue;
    const way = wayInMetres(plane, squared, px, x[k] as number, detour);
    if (way > reach) continue;
    found[size] = order[k] as number;
    metres[size++] = way;
  }
  return size;
}

/** The same without ways: only near the circle they are reckoned at all. */
function addWithin(
  { order, x, y }: SquareGrid,
  from: number,
  to: number,
  px: number,
  py: number,
  plane: LocalPlane,
  detour: number,
  reach: number,
  surelyIn: number,
  surelyOut: number,
  found: Uint32Array,
  count: number,
): number {
  let size = count;
  for (let k = from; k < to; k++) {
    const dx = (x[k] as number) - px;
    const dy = (y[k] as number) - py;
    const squared = dx * dx + dy * dy;
    if (squared > surelyOut) continue;
    if (squared >= surelyIn && wayInMetres(plane, squared, px, x[k] as number, detour) > reach) continue;
    found[size++] = order[k] as number;
  }
  return size;
}

/** No scale of the plane is below one; none between these points is above that of the easternmost or westernmost. */
export function highestScale(plane: LocalPlane, ...points: readonly PlacedPoints[]): number {
  let farthest = 0;
  for (const { x } of points) for (const value of x) if (Math.abs(value) > farthest) farthest = Math.abs(value);
  return planeScale(plane, farthest);
}
