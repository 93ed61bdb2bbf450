import { wayInMetres } from "../coverage/measure-distances.ts";
import type { Benefits } from "./benefits.ts";
import type { SitingDemand } from "./coverage-benefits.ts";
import { highestScale, MARGIN_METRES } from "./pairs-within.ts";
import type { SitePool } from "./site-pool.ts";
import { gridOver, type PlacedPoints } from "./square-grid.ts";

/** Squares to a side of a block of squares. */
const BLOCK = 8;
/** Squares to a side of those in which one candidate stands for all at first. */
const GROUP = 2;

export interface WaysPool extends SitePool {
  /** Person-metres to the nearest of the sites that stay. */
  readonly before: number;
}

/**
 * Which ways each candidate would shorten, by the straight line (p-median): worth w · (way now − way to it) to everyone who lives nearer to
 * it than to any site that stays; `nearest` of the demand must be finite. Points lie in squares; the most that a candidate can be worth is
 * reckoned from square to square, the columns from square to point. Memory: five numbers per point, two per square.
 */
export function waysPool(demand: SitingDemand, candidates: PlacedPoints, detour: number): WaysPool {
  if (!(detour >= 1)) throw new RangeError(`detour is ${detour}, not a factor of at least 1`);
  const { plane } = demand;
  const counted: number[] = [];
  for (let i = 0; i < demand.weight.length; i++) {
    if ((demand.weight[i] as number) > 0 && (demand.nearest[i] as number) > 0) counted.push(i);
  }
  const pick = (values: Float64Array, of: ArrayLike<number>) => {
    const result = new Float64Array(of.length);
    for (let k = 0; k < result.length; k++) result[k] = values[of[k] as number] as number;
    return result;
  };
  const usual = pick(demand.nearest, counted).sort()[counted.length >> 1] ?? 0;
  const places = { x: pick(demand.x, counted), y: pick(demand.y, counted) };
  // Points are numbered as they lie in the squares: those of a square are neighbours in every array.
  const { west, south, side, columns, rows, starts, order, x, y } = gridOver(places, Math.max(50, usual / 3));
  const own = Uint32Array.from(order, (k) => counted[k] as number);
  const weight = pick(demand.weight, own);
  const now = pick(demand.nearest, own);
  const points = own.length;
  const scale = highestScale(plane, places, candidates);
  const radiusOf = (metres: number) => (metres / detour + MARGIN_METRES) * scale;

  const count = candidates.x.length;
  const columnOf = new Int32Array(count);
  const rowOf = new Int32Array(count);
  let [firstColumn, lastColumn, firstRow, lastRow] = [0, -1, 0, -1];
  for (let j = 0; j < count; j++) {
    const column = Math.floor(((candidates.x[j] as number) - west) / side);
    const row = Math.floor(((candidates.y[j] as number) - south) / side);
    if (!Number.isFinite(column + row)) throw new RangeError(`candidate ${j} has no place`);
    columnOf[j] = column;
    rowOf[j] = row;
    if (j === 0) [firstColumn, lastColumn, firstRow, lastRow] = [column, column, row, row];
    if (column < firstColumn) firstColumn = column;
    if (column > lastColumn) lastColumn = column;
    if (row < firstRow) firstRow = row;
    if (row > lastRow) lastRow = row;
  }
  const wide = lastColumn - firstColumn + 1;

  // The farthest that anyone of a square, or of a block of squares, walks now.
  const squares = columns * rows;
  const blockColumns = Math.ceil(columns / BLOCK);
  const farthest = new Float64Array(squares);
  const farthestOfBlock = new Float64Array(blockColumns * Math.ceil(rows / BLOCK));
  let farthestOfAll = 0;
  for (let s = 0; s < squares; s++) {
    let most = 0;
    for (let i = starts[s] as number; i < (starts[s + 1] as number); i++)
      if ((now[i] as number) > most) most = now[i] as number;
    if (most === 0) continue;
    const radius = radiusOf(most);
    farthest[s] = radius;
    const b = Math.floor(Math.floor(s / columns) / BLOCK) * blockColumns + Math.floor((s % columns) / BLOCK);
    if (radius > (farthestOfBlock[b] as number)) farthestOfBlock[b] = radius;
    if (radius > farthestOfAll) farthestOfAll = radius;
  }

  /**
   * Where everyone of a square B saves something with a site anywhere in square C, all of B together save at most Σ w · now − W · way from the
   * site to their middle (no mean of ways is shorter than the way to the mean place), and this falls off to all sides of any place no slower than along
   * its tangent there: one value and slope per C holds for all its candidates. Where not everyone does, the distance of the squares counts.
   */
  function atMost(prices?: Float64Array): Float64Array {
    const size = Math.max(0, wide * (lastRow - firstRow + 1));
    const sums = new Float64Array(size);
    const east = new Float64Array(size);
    const north = new Float64Array(size);
    const per = detour / scale;
    const reach = Math.ceil(farthestOfAll / side) + 3;
    const gaps = new Float64Array(reach * reach);
    for (let r = 0; r < reach; r++) {
      for (let c = 0; c < reach; c++) gaps[r * reach + c] = side * Math.hypot(Math.max(0, r - 1), Math.max(0, c - 1));
    }
    for (let s = 0; s < squares; s++) {
      let people = 0;
      let metres = 0;
      let middleX = 0;
      let middleY = 0;
      let least = Infinity;
      let most = 0;
      for (let i = starts[s] as number; i < (starts[s + 1] as number); i++) {
        const w = weight[i] as number;
        const left = prices ? (now[i] as number) - (prices[i] as number) / w : (now[i] as number);
        if (!(left > 0)) continue;
        const radius = radiusOf(left);
        people += w;
        metres += w * radius;
        middleX += w * (x[i] as number);
        middleY += w * (y[i] as number);
        if (radius < least) least = radius;
        if (radius > most) most = radius;
      }
      if (people === 0) continue;
      middleX = middleX / people - west;
      middleY = middleY / people - south;
      people *= per;
      metres *= per;
      // Savings fall with the distance, at first by everyone, at last by those who walk farthest: convex, so a chord lies above.
      const chord = most > least ? (metres - people * least) / (most - least) : 0;
      const column = s % columns;
      const row = Math.floor(s / columns);
      const around = Math.floor(most / side) + 1;
      const top = Math.min(lastRow, row + around);
      for (let r = Math.max(firstRow, row - around); r <= top; r++) {
        const up = Math.abs(r - row);
        const away = gaps[up * reach] as number;
        if (away > most) continue;
        const half = Math.floor(Math.sqrt(most * most - away * away) / side) + 1;
        const last = Math.min(lastColumn, column + half);
        const base = (r - firstRow) * wide - firstColumn;
        const line = up * reach;
        const farLine = line + 2 * reach + 2;
        const dy = (r + 0.5) * side - middleY;
        for (let c = Math.max(firstColumn, column - half); c <= last; c++) {
          const across = c > column ? c - column : column - c;
          const gap = gaps[line + across] as number;
          if (gap >= most) continue;
          const far = gaps[farLine + across] as number;
          const dx = (c + 0.5) * side - middleX;
          const way = Math.sqrt(dx * dx + dy * dy);
          // What is saved lies between least − far and most − gap; where that may be below zero, a chord over it.
          const share = far <= least ? 1 : (most - gap) / (most - gap + far - least);
          const saved = share * (metres - people * (way + (far <= least ? 0 : least - far)));
          const byGap = gap <= least ? metres - people * gap : chord * (most - gap);
          if (byGap <= saved) sums[base + c] = (sums[base + c] as number) + byGap;
          else {
            sums[base + c] = (sums[base + c] as number) + saved;
            if (way > 0) {
              const slope = (share * people) / way;
              east[base + c] = (east[base + c] as number) - slope * dx;
              north[base + c] = (north[base + c] as number) - slope * dy;
            }
          }
        }
      }
    }
    const result = new Float64Array(count);
    for (let j = 0; j < count; j++) {
      const column = columnOf[j] as number;
      const row = rowOf[j] as number;
      const at = (row - firstRow) * wide + column - firstColumn;
      const dx = (candidates.x[j] as number) - west - (column + 0.5) * side;
      const dy = (candidates.y[j] as number) - south - (row + 0.5) * side;
      const sum = (sums[at] as number) + (east[at] as number) * dx + (north[at] as number) * dy;
      result[j] = sum > 0 ? sum * (1 + 1e-9) : 0;
    }
    return result;
  }

  function columnsFor(asked: Uint32Array): Benefits {
    const from = new Uint32Array(asked.length + 1);
    let room = Math.max(1024, 512 * asked.length);
    let point = new Uint32Array(room);
    let value = new Float64Array(room);
    let size = 0;
    for (let a = 0; a < asked.length; a++) {
      const px = candidates.x[asked[a] as number] as number;
      const py = candidates.y[asked[a] as number] as number;
      const blockTo = (v: number, last: number) => Math.min(last, Math.floor(Math.floor(v / side) / BLOCK));
      const lastBlockRow = blockTo(py + farthestOfAll - south, Math.ceil(rows / BLOCK) - 1);
      const lastBlockColumn = blockTo(px + farthestOfAll - west, blockColumns - 1);
      const firstBlockColumn = Math.max(0, Math.floor(Math.floor((px - farthestOfAll - west) / side) / BLOCK));
      for (
        let br = Math.max(0, Math.floor(Math.floor((py - farthestOfAll - south) / side) / BLOCK));
        br <= lastBlockRow;
        br++
      ) {
        for (let bc = firstBlockColumn; bc <= lastBlockColumn; bc++) {
          const blockRadius = farthestOfBlock[br * blockColumns + bc] as number;
          if (apart(px - west, py - south, bc, br, side * BLOCK) > blockRadius * blockRadius || blockRadius === 0)
            continue;
          const rowEnd = Math.min(rows, (br + 1) * BLOCK);
          const columnEnd = Math.min(columns, (bc + 1) * BLOCK);
          for (let r = br * BLOCK; r < rowEnd; r++) {
            for (let c = bc * BLOCK; c < columnEnd; c++) {
              const s = r * columns + c;
              const radius = farthest[s] as number;
              if (radius === 0 || apart(px - west, py - south, c, r, side) > radius * radius) continue;
              const end = starts[s + 1] as number;
              if (size + end - (starts[s] as number) > room) {
                room = 2 * room + end;
                point = grown(point, new Uint32Array(room));
                value = grown(value, new Float64Array(room));
              }
              for (let i = starts[s] as number; i < end; i++) {
                const dx = (x[i] as number) - px;
                const dy = (y[i] as number) - py;
                const way = wayInMetres(plane, dx * dx + dy * dy, px, x[i] as number, detour);
                const saved = (now[i] as number) - way;
                if (saved > 0) {
                  point[size] = i;
                  value[size++] = (weight[i] as number) * saved;
                }
              }
            }
          }
        }
      }
      from[a + 1] = size;
    }
    return { points, starts: from, point: point.subarray(0, size), value: value.subarray(0, size), weight };
  }

  const groupsWide = Math.floor(Math.max(0, wide - 1) / GROUP) + 1;
  const group = new Uint32Array(count);
  for (let j = 0; j < count; j++) {
    const row = Math.floor(((rowOf[j] as number) - firstRow) / GROUP);
    group[j] = row * groupsWide + Math.floor(((columnOf[j] as number) - firstColumn) / GROUP);
  }
  let before = 0;
  for (let i = 0; i < points; i++) before += (weight[i] as number) * (now[i] as number);
  return { count, points, before, group, atMost, columns: columnsFor };
}

/** Squared distance from a place to a square. */
function apart(px: number, py: number, column: number, row: number, side: number): number {
  const west = column * side;
  const south = row * side;
  const dx = px < west ? west - px : px > west + side ? px - west - side : 0;
  const dy = py < south ? south - py : py > south + side ? py - south - side : 0;
  return dx * dx + dy * dy;
}

function grown<A extends Uint32Array | Float64Array>(old: A, wider: A): A {
  wider.set(old as never);
  return wider;
}
