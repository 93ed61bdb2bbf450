import type { Benefits } from "./benefits.ts";
import { columnsOf } from "./site-pool.ts";
import { type SparseRows, transpose } from "./transpose.ts";

export interface ReducedCover {
  readonly columns: Benefits;
  readonly rows: SparseRows;
  /** Per column of these its column before, and per column before one of these that covers as much. */
  readonly before: Uint32Array;
  readonly now: Uint32Array;
}

/**
 * Leaves out columns that another one covers altogether (of equal ones the first stays): some cover needs none of them. Of a column only the columns
 * of its rarest row can be such, and they are given up at their first row too many.
 */
export function reducedCover(columns: Benefits, rows: SparseRows): ReducedCover {
  const { starts, point, points } = columns;
  const count = starts.length - 1;
  const other = new Int32Array(count).fill(-1);
  const mark = new Int32Array(points).fill(-1);
  for (let j = 0; j < count; j++) {
    const from = starts[j] as number;
    const end = starts[j + 1] as number;
    let rarest = -1;
    let least = Infinity;
    for (let e = from; e < end; e++) {
      const i = point[e] as number;
      mark[i] = j;
      const degree = (rows.starts[i + 1] as number) - (rows.starts[i] as number);
      if (degree < least) {
        least = degree;
        rarest = i;
      }
    }
    if (rarest < 0) continue;
    for (let f = rows.starts[rarest] as number; f < (rows.starts[rarest + 1] as number); f++) {
      const o = rows.columns[f] as number;
      const more = (starts[o + 1] as number) - (starts[o] as number) - (end - from);
      if (o === j || more < 0 || (more === 0 && o > j) || (other[o] as number) >= 0) continue;
      if (!coversAll(columns, o, mark, j, more)) continue;
      other[j] = o;
      break;
    }
  }
  const kept: number[] = [];
  const now = new Uint32Array(count);
  for (let j = 0; j < count; j++) {
    if ((other[j] as number) >= 0 || starts[j] === starts[j + 1]) continue;
    now[j] = kept.length;
    kept.push(j);
  }
  for (let j = 0; j < count; j++) {
    let o = j;
    while ((other[o] as number) >= 0) o = other[o] as number;
    now[j] = now[o] as number;
  }
  const before = Uint32Array.from(kept);
  const reduced = columnsOf(columns, before);
  return { columns: reduced, rows: transpose({ starts: reduced.starts, columns: reduced.point }, points), before, now };
}

/** Whether no more than `more` rows of a column are unmarked. */
function coversAll(
  { starts, point }: Benefits,
  column: number,
  mark: Int32Array,
  marked: number,
  more: number,
): boolean {
  let left = more;
  const end = starts[column + 1] as number;
  for (let e = starts[column] as number; e < end; e++) {
    if (mark[point[e] as number] !== marked && --left < 0) return false;
  }
  return true;
}
