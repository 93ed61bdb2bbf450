import Flatbush from "flatbush";
import { intersection } from "polyclip-ts";
import type { OpenEdges } from "./open-edges.ts";
import {
  degreesOf,
  liesIn,
  metresToBoundary,
  type PlaneAreas,
  type Position,
  pointWithin,
  pointWithinArea,
  polygonsInMetres,
  positionsArea,
} from "./plane-areas.ts";

/** Ground that two areas have in common. */
export interface AreaOverlap {
  readonly first: number;
  readonly second: number;
  readonly squareMetres: number;
  readonly metresAround: number;
  /** Share of the smaller area, 0–1. */
  readonly share: number;
  /** A point in the largest part, degrees. */
  readonly lon: number;
  readonly lat: number;
}

export interface AreaOverlaps {
  /** Largest first. */
  readonly overlaps: readonly AreaOverlap[];
  /** Pairs that were suspected and not measured, because there are too many. */
  readonly unmeasured: number;
}

/** One area that covers the others: a total among its parts. */
export interface TotalArea {
  readonly area: number;
  /** Share of the others' ground that lies in it, 0–1. */
  readonly share: number;
}

/** Borders that lie this close were meant to be one. */
const CLOSE_METRES = 0.5;
/** Cutting takes about a millisecond per 50 vertices. */
const MOST_VERTICES = 150_000;

/**
 * Areas that overlap by more than a border drawn twice (0.5 m). Suspected are pairs of which one has an open edge in the other or across
 * the other's, or a point inside of it; those are cut (polyclip-ts) and measured. `leaveOut` as for the edges.
 */
export function areaOverlaps(
  areas: PlaneAreas,
  edges: OpenEdges,
  leaveOut: ReadonlySet<number> = new Set(),
): AreaOverlaps {
  const overlaps: AreaOverlap[] = [];
  let budget = MOST_VERTICES;
  let unmeasured = 0;
  for (const [first, second] of suspectedPairs(areas, edges, leaveOut)) {
    const one = polygonsInMetres(areas, first);
    const other = polygonsInMetres(areas, second);
    budget -= [...one, ...other].flat().reduce((sum, ring) => sum + ring.length, 0);
    if (budget < 0) {
      unmeasured++;
      continue;
    }
    const common = commonGround(one, other);
    if (common === undefined) unmeasured++;
    let squareMetres = 0;
    let metresAround = 0;
    let largest: { size: number; rings: Position[][] } | undefined;
    for (const rings of common ?? []) {
      const size = rings.reduce((sum, ring, r) => sum + (r === 0 ? 1 : -1) * Math.abs(positionsArea(ring)), 0);
      squareMetres += size;
      for (const ring of rings) metresAround += around(ring);
      if (!largest || size > largest.size) largest = { size, rings };
    }
    const at = largest && pointWithin(largest.rings);
    const smaller = Math.min(areas.squareMetres[first] as number, areas.squareMetres[second] as number);
    if (!at || squareMetres <= 0) continue;
    const share = smaller > 0 ? Math.min(1, squareMetres / smaller) : 1;
    overlaps.push({ first, second, squareMetres, metresAround, share, ...degreesOf(areas, at) });
  }
  return { overlaps: overlaps.sort((a, b) => b.squareMetres - a.squareMetres || a.first - b.first), unmeasured };
}

/** The cutter gives up on some rings that cross themselves. */
function commonGround(one: Position[][][], other: Position[][][]): Position[][][] | undefined {
  try {
    return intersection(one, other);
  } catch {
    return undefined;
  }
}

function around(ring: readonly Position[]): number {
  let metres = 0;
  for (let v = 0; v + 1 < ring.length; v++) {
    const [x1, y1] = ring[v] as Position;
    const [x2, y2] = ring[v + 1] as Position;
    metres += Math.hypot(x2 - x1, y2 - y1);
  }
  return metres;
}

function suspectedPairs(
  areas: PlaneAreas,
  edges: OpenEdges,
  leaveOut: ReadonlySet<number>,
): readonly (readonly [number, number])[] {
  const count = areas.squareMetres.length;
  const pairs = new Set<number>();
  const suspect = (a: number, b: number): void => {
    if (a !== b) pairs.add(Math.min(a, b) * count + Math.max(a, b));
  };
  const byBox = new Flatbush(Math.max(1, count));
  for (let a = 0; a < count; a++) byBox.add(...boxOf(areas, a));
  if (count === 0) byBox.add(0, 0, 0, 0);
  byBox.finish();
  const coveredBy = (a: number, x: number, y: number): number[] =>
    byBox.search(x, y, x, y).filter((b) => b !== a && !leaveOut.has(b) && liesIn(areas, b, x, y));
  for (let a = 0; a < count; a++) {
    const within = leaveOut.has(a) ? undefined : pointWithinArea(areas, a);
    if (within) for (const b of coveredBy(a, ...within)) suspect(a, b);
  }
  const total = edges.area.length;
  if (total > 0) {
    const byEdge = new Flatbush(total);
    const ends = (e: number): [number, number, number, number] => {
      const from = edges.from[e] as number;
      const to = edges.to[e] as number;
      return [edges.x[from] as number, edges.y[from] as number, edges.x[to] as number, edges.y[to] as number];
    };
    for (let e = 0; e < total; e++) {
      const [x1, y1, x2, y2] = ends(e);
      byEdge.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }
    byEdge.finish();
    for (let e = 0; e < total; e++) {
      const [x1, y1, x2, y2] = ends(e);
      const a = edges.area[e] as number;
      const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
      for (const b of coveredBy(a, x, y)) if (metresToBoundary(areas, b, x, y) > CLOSE_METRES) suspect(a, b);
      const near = byEdge.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
      for (const f of near) {
        if (f > e && edges.area[f] !== a && crossDeeply([x1, y1, x2, y2], ends(f))) suspect(a, edges.area[f] as number);
      }
    }
  }
  return [...pairs].map((pair) => [Math.floor(pair / count), pair % count] as const);
}

function boxOf({ boxes }: PlaneAreas, a: number): [number, number, number, number] {
  return [boxes[4 * a] as number, boxes[4 * a + 1] as number, boxes[4 * a + 2] as number, boxes[4 * a + 3] as number];
}

type Ends = readonly [x1: number, y1: number, x2: number, y2: number];

/** Whether each of two edges has its ends on both sides of the other, farther away than borders that were meant to be one. */
function crossDeeply(one: Ends, other: Ends): boolean {
  return straddles(one, other) && straddles(other, one);
}

function straddles([x1, y1, x2, y2]: Ends, [px, py, qx, qy]: Ends): boolean {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const p = ((x2 - x1) * (py - y1) - (y2 - y1) * (px - x1)) / length;
  const q = ((x2 - x1) * (qy - y1) - (y2 - y1) * (qx - x1)) / length;
  return (p > CLOSE_METRES && q < -CLOSE_METRES) || (p < -CLOSE_METRES && q > CLOSE_METRES);
}

/** What of the others' ground an area must cover to be their total. */
const TOTAL_SHARE = 0.9;

/** Areas that cover more than 90 % of all others together, and are not much larger: „Gesamt“ among its parts. Needs three others. */
export function totalAreas(areas: PlaneAreas): TotalArea[] {
  const count = areas.squareMetres.length;
  if (count < 4) return [];
  const all = areas.squareMetres.reduce((sum, size) => sum + size, 0);
  const within = Array.from({ length: count }, (_, a) => pointWithinArea(areas, a));
  const totals: TotalArea[] = [];
  for (let a = 0; a < count; a++) {
    const size = areas.squareMetres[a] as number;
    const others = all - size;
    if (size < TOTAL_SHARE * others || size > 2 * others) continue;
    let covered = 0;
    let inside = 0;
    for (const [b, at] of within.entries()) {
      if (b === a || !at || !liesIn(areas, a, ...at)) continue;
      covered += areas.squareMetres[b] as number;
      inside++;
    }
    if (inside >= 3 && covered > TOTAL_SHARE * others) totals.push({ area: a, share: covered / others });
  }
  return totals;
}
