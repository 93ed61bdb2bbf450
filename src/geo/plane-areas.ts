import { fromPlane, type LocalPlane, planeAround, toPlane } from "./local-plane.ts";
import { type Shapes, shapesBox } from "./shapes.ts";

/** Areas on a plane in metres, vertex by vertex those of the shapes. */
export interface PlaneAreas {
  readonly shapes: Shapes;
  readonly plane: LocalPlane;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Four numbers per area: west, south, east, north in metres; not finite where the area has no vertex. */
  readonly boxes: Float64Array;
  /** Outer rings less their holes, by the shoelace formula. */
  readonly squareMetres: Float64Array;
}

export type Position = [number, number];

/** Lays areas on a plane around their middle; areas = entries of the shapes. Undefined when there is no vertex. */
export function planeAreas(shapes: Shapes): PlaneAreas | undefined {
  const box = shapesBox(shapes);
  if (!box) return undefined;
  const vertices = shapes.coordinates.length / 2;
  const lon = new Float64Array(vertices);
  const lat = new Float64Array(vertices);
  for (let v = 0; v < vertices; v++) {
    lon[v] = shapes.coordinates[2 * v] as number;
    lat[v] = shapes.coordinates[2 * v + 1] as number;
  }
  const plane = planeAround(box);
  const { x, y } = toPlane(plane, lon, lat);
  const count = shapes.areaStarts.length - 1;
  const boxes = new Float64Array(4 * count);
  const squareMetres = new Float64Array(count);
  const areas = { shapes, plane, x, y, boxes, squareMetres };
  for (let a = 0; a < count; a++) {
    const reach: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
    forEachRing(shapes, a, (from, to, isHole) => {
      squareMetres[a] = (squareMetres[a] as number) + (isHole ? -1 : 1) * Math.abs(ringArea(x, y, from, to));
      for (let v = from; v < to; v++) {
        reach[0] = Math.min(reach[0], x[v] as number);
        reach[1] = Math.min(reach[1], y[v] as number);
        reach[2] = Math.max(reach[2], x[v] as number);
        reach[3] = Math.max(reach[3], y[v] as number);
      }
    });
    boxes.set(reach, 4 * a);
  }
  return areas;
}

/** The vertices from … to−1 of each ring of an area, the last repeating the first. */
export function forEachRing(
  shapes: Shapes,
  area: number,
  visit: (from: number, to: number, isHole: boolean, ring: number) => void,
): void {
  const { areaStarts, polygonStarts, ringStarts } = shapes;
  for (let p = areaStarts[area] ?? 0; p < (areaStarts[area + 1] ?? 0); p++) {
    const first = polygonStarts[p] as number;
    for (let r = first; r < (polygonStarts[p + 1] as number); r++) {
      visit(ringStarts[r] as number, ringStarts[r + 1] as number, r > first, r);
    }
  }
}

/** Signed: above zero against the clock. Square units of the coordinates. */
export function ringArea(x: Float64Array, y: Float64Array, from: number, to: number): number {
  let twice = 0;
  const x0 = x[from] ?? 0;
  const y0 = y[from] ?? 0;
  for (let v = from; v + 1 < to; v++) {
    twice +=
      ((x[v] as number) - x0) * ((y[v + 1] as number) - y0) - ((x[v + 1] as number) - x0) * ((y[v] as number) - y0);
  }
  return twice / 2;
}

/** Whether a point in metres lies in an area, by the even-odd rule; on the boundary either may be said. */
export function liesIn({ shapes, x, y, boxes }: PlaneAreas, area: number, px: number, py: number): boolean {
  const b = 4 * area;
  if (!(px >= (boxes[b] as number) && px <= (boxes[b + 2] as number))) return false;
  if (!(py >= (boxes[b + 1] as number) && py <= (boxes[b + 3] as number))) return false;
  let isInside = false;
  forEachRing(shapes, area, (from, to) => {
    for (let v = from; v + 1 < to; v++) {
      const y1 = y[v] as number;
      const y2 = y[v + 1] as number;
      if (y1 > py === y2 > py) continue;
      const x1 = x[v] as number;
      if (px < x1 + ((py - y1) / (y2 - y1)) * ((x[v + 1] as number) - x1)) isInside = !isInside;
    }
  });
  return isInside;
}

/** Metres from a point to the boundary of an area; infinite when it has none. */
export function metresToBoundary({ shapes, x, y }: PlaneAreas, area: number, px: number, py: number): number {
  let squared = Infinity;
  forEachRing(shapes, area, (from, to) => {
    for (let v = from; v + 1 < to; v++) {
      const x1 = x[v] as number;
      const y1 = y[v] as number;
      const dx = (x[v + 1] as number) - x1;
      const dy = (y[v + 1] as number) - y1;
      const length = dx * dx + dy * dy;
      const share = length > 0 ? Math.min(1, Math.max(0, ((px - x1) * dx + (py - y1) * dy) / length)) : 0;
      const ex = px - x1 - share * dx;
      const ey = py - y1 - share * dy;
      squared = Math.min(squared, ex * ex + ey * ey);
    }
  });
  return Math.sqrt(squared);
}

/** A point inside of rings (metres, first = outer), in the middle of the widest stretch on the middle line; undefined when nothing is enclosed. */
export function pointWithin(rings: readonly (readonly Position[])[]): Position | undefined {
  const outer = rings[0] ?? [];
  let south = Infinity;
  let north = -Infinity;
  for (const [, y] of outer) {
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  let widest: { width: number; at: Position } | undefined;
  // A line through a vertex counts it twice or not at all: three lines at crooked heights.
  for (const share of [0.4871, 0.2713, 0.7331]) {
    const line = south + share * (north - south);
    const crossings: number[] = [];
    for (const ring of rings) {
      for (let v = 0; v + 1 < ring.length; v++) {
        const [x1, y1] = ring[v] as Position;
        const [x2, y2] = ring[v + 1] as Position;
        if (y1 > line !== y2 > line) crossings.push(x1 + ((line - y1) / (y2 - y1)) * (x2 - x1));
      }
    }
    crossings.sort((a, b) => a - b);
    for (let c = 0; c + 1 < crossings.length; c += 2) {
      const from = crossings[c] as number;
      const width = (crossings[c + 1] as number) - from;
      if (width > 0 && (!widest || width > widest.width)) widest = { width, at: [from + width / 2, line] };
    }
  }
  return widest?.at;
}

/** The polygons of an area in metres: rings of closed positions, the first the outer one. */
export function polygonsInMetres({ shapes, x, y }: PlaneAreas, area: number): Position[][][] {
  const polygons: Position[][][] = [];
  forEachRing(shapes, area, (from, to, isHole) => {
    const ring: Position[] = [];
    for (let v = from; v < to; v++) ring.push([x[v] as number, y[v] as number]);
    if (isHole) polygons[polygons.length - 1]?.push(ring);
    else polygons.push([ring]);
  });
  return polygons;
}

/** A point inside of the largest polygon of an area, metres. */
export function pointWithinArea(areas: PlaneAreas, area: number): Position | undefined {
  let largest: { size: number; rings: Position[][] } | undefined;
  for (const rings of polygonsInMetres(areas, area)) {
    const size = Math.abs(positionsArea(rings[0] ?? []));
    if (!largest || size > largest.size) largest = { size, rings };
  }
  return largest && pointWithin(largest.rings);
}

/** Signed area of closed positions. */
export function positionsArea(ring: readonly Position[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let v = 0; v + 1 < ring.length; v++) {
    const [x1, y1] = ring[v] as Position;
    const [x2, y2] = ring[v + 1] as Position;
    twice += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return twice / 2;
}

/** Metres of the plane as degrees. */
export function degreesOf({ plane }: PlaneAreas, [x, y]: Position): { readonly lon: number; readonly lat: number } {
  const { lon, lat } = fromPlane(plane, Float64Array.of(x), Float64Array.of(y));
  return { lon: lon[0] as number, lat: lat[0] as number };
}
