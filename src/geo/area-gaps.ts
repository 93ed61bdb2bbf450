import type { OpenEdges } from "./open-edges.ts";
import { degreesOf, liesIn, type PlaneAreas, type Position, pointWithin, positionsArea } from "./plane-areas.ts";

/** A place that areas surround and none covers. */
export interface AreaGap {
  readonly squareMetres: number;
  readonly metresAround: number;
  /** The areas around it. */
  readonly around: readonly number[];
  /** A point in it, degrees. */
  readonly lon: number;
  readonly lat: number;
}

/**
 * Gaps between areas, the largest first: rings of open edges that have the areas on their outer side. At a corner of several edges the
 * sharpest turn to the right is taken, so that each gap has its own ring. Where borders were drawn without common corners no ring closes,
 * and nothing is said. `leaveOut` as for the edges.
 */
export function areaGaps(areas: PlaneAreas, edges: OpenEdges, leaveOut: ReadonlySet<number> = new Set()): AreaGap[] {
  const leaving = new Map<number, number[]>();
  for (const [edge, corner] of edges.from.entries()) {
    const known = leaving.get(corner);
    if (known) known.push(edge);
    else leaving.set(corner, [edge]);
  }
  const used = new Uint8Array(edges.from.length);
  const gaps: AreaGap[] = [];
  for (let first = 0; first < used.length; first++) {
    if (used[first]) continue;
    const ring: Position[] = [];
    const around = new Set<number>();
    let edge: number | undefined = first;
    while (edge !== undefined && !used[edge]) {
      used[edge] = 1;
      around.add(edges.area[edge] as number);
      const from = edges.from[edge] as number;
      ring.push([edges.x[from] as number, edges.y[from] as number]);
      edge = sharpestRight(edges, edge, leaving.get(edges.to[edge] as number) ?? [], used, first);
    }
    const start = ring[0];
    if (edge !== first || !start) continue;
    ring.push(start);
    const squareMetres = -positionsArea(ring);
    if (squareMetres <= 0) continue;
    const at = pointWithin([ring]);
    if (!at || isCovered(areas, at, leaveOut)) continue;
    gaps.push({ squareMetres, metresAround: lengthOf(ring), around: [...around], ...degreesOf(areas, at) });
  }
  return gaps.sort((a, b) => b.squareMetres - a.squareMetres);
}

function sharpestRight(
  edges: OpenEdges,
  edge: number,
  candidates: readonly number[],
  used: Uint8Array,
  first: number,
): number | undefined {
  const at = edges.to[edge] as number;
  const back = edges.from[edge] as number;
  const direction = (corner: number): number =>
    Math.atan2(
      (edges.y[corner] as number) - (edges.y[at] as number),
      (edges.x[corner] as number) - (edges.x[at] as number),
    );
  const behind = direction(back);
  let best: { edge: number; turn: number } | undefined;
  for (const candidate of candidates) {
    if (used[candidate] && candidate !== first) continue;
    // Against the clock from where one came: the first way met is the sharpest turn to the right.
    let turn = direction(edges.to[candidate] as number) - behind;
    while (turn <= 1e-12) turn += 2 * Math.PI;
    if (!best || turn < best.turn) best = { edge: candidate, turn };
  }
  return best?.edge;
}

function isCovered(areas: PlaneAreas, [x, y]: Position, leaveOut: ReadonlySet<number>): boolean {
  for (let a = 0; a < areas.squareMetres.length; a++) if (!leaveOut.has(a) && liesIn(areas, a, x, y)) return true;
  return false;
}

function lengthOf(ring: readonly Position[]): number {
  let metres = 0;
  for (let v = 0; v + 1 < ring.length; v++) {
    const [x1, y1] = ring[v] as Position;
    const [x2, y2] = ring[v + 1] as Position;
    metres += Math.hypot(x2 - x1, y2 - y1);
  }
  return metres;
}
