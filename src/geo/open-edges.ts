import { forEachRing, type PlaneAreas, ringArea } from "./plane-areas.ts";

/** Corners that lie nearer than this count as one. */
const SAME_CORNER_METRES = 0.02;
const HALF_RANGE = 2 ** 25;

/** Edges of areas that no neighbour has the other way round; each area lies to the left of its edges. */
export interface OpenEdges {
  readonly area: Uint32Array;
  /** Corner where an edge begins, and where it ends: equal numbers are the same corner. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Metres by corner. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Where areas fit together, each common edge is there twice, once in each direction, and drops out; what stays is the rim of the whole,
 * and what surrounds gaps, overlaps, and borders that were not drawn alike. Linear in the number of vertices.
 * @param leaveOut areas that are not looked at
 */
export function openEdges(areas: PlaneAreas, leaveOut: ReadonlySet<number> = new Set()): OpenEdges {
  const corners = new Map<number, number>();
  const xs: number[] = [];
  const ys: number[] = [];
  const cornerOf = (x: number, y: number): number => {
    const column = Math.round(x / SAME_CORNER_METRES) + HALF_RANGE;
    const row = Math.round(y / SAME_CORNER_METRES) + HALF_RANGE;
    const key = column * 2 * HALF_RANGE + row;
    let corner = corners.get(key);
    if (corner === undefined) {
      corner = xs.length;
      corners.set(key, corner);
      xs.push(x);
      ys.push(y);
    }
    return corner;
  };
  const cornerAt = Uint32Array.from(areas.x, (x, v) => cornerOf(x, areas.y[v] as number));
  const owner: number[] = [];
  const begins: number[] = [];
  const ends: number[] = [];
  // Edges that wait for their counterpart, the last first; those of the same two corners in a chain.
  const waiting = new Map<number, number>();
  const next: number[] = [];
  const isOpen: boolean[] = [];
  const keyOf = (from: number, to: number): number => from * xs.length + to;
  const add = (area: number, from: number, to: number): void => {
    if (from === to) return;
    const other = waiting.get(keyOf(to, from));
    if (other !== undefined) {
      isOpen[other] = false;
      const after = next[other] as number;
      if (after < 0) waiting.delete(keyOf(to, from));
      else waiting.set(keyOf(to, from), after);
      return;
    }
    const edge = owner.length;
    owner.push(area);
    begins.push(from);
    ends.push(to);
    isOpen.push(true);
    next.push(waiting.get(keyOf(from, to)) ?? -1);
    waiting.set(keyOf(from, to), edge);
  };
  for (let a = 0; a < areas.squareMetres.length; a++) {
    if (leaveOut.has(a)) continue;
    forEachRing(areas.shapes, a, (from, to, isHole) => {
      const isLeft = ringArea(areas.x, areas.y, from, to) > 0 !== isHole;
      for (let v = from; v + 1 < to; v++) {
        const first = cornerAt[v] as number;
        const second = cornerAt[v + 1] as number;
        if (isLeft) add(a, first, second);
        else add(a, second, first);
      }
    });
  }
  const open = isOpen.flatMap((is, edge) => (is ? [edge] : []));
  return {
    area: Uint32Array.from(open, (edge) => owner[edge] as number),
    from: Uint32Array.from(open, (edge) => begins[edge] as number),
    to: Uint32Array.from(open, (edge) => ends[edge] as number),
    x: Float64Array.from(xs),
    y: Float64Array.from(ys),
  };
}
