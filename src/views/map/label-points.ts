import type { Shapes } from "../../geo/shapes.ts";

const SCANS = 9;

/** Twice the signed area of ring `ring` in square degrees. */
function ringArea(shapes: Shapes, ring: number): number {
  const { coordinates: c, ringStarts } = shapes;
  let sum = 0;
  for (let v = ringStarts[ring] ?? 0; v < (ringStarts[ring + 1] ?? 0) - 1; v++) {
    sum += (c[2 * v] as number) * (c[2 * v + 3] as number) - (c[2 * v + 2] as number) * (c[2 * v + 1] as number);
  }
  return sum;
}

/** The polygon with the largest outer ring of an area; undefined when the area has none. */
function largestPolygon(shapes: Shapes, area: number): number | undefined {
  let best: number | undefined;
  let bestArea = -1;
  for (let p = shapes.areaStarts[area] ?? 0; p < (shapes.areaStarts[area + 1] ?? 0); p++) {
    const size = Math.abs(ringArea(shapes, shapes.polygonStarts[p] ?? 0));
    if (size > bestArea) [best, bestArea] = [p, size];
  }
  return best;
}

/** Longitudes where the rings of polygon `polygon` cross the parallel `lat`, ascending. */
function crossings(shapes: Shapes, polygon: number, lat: number): number[] {
  const { coordinates: c, ringStarts, polygonStarts } = shapes;
  const xs: number[] = [];
  for (let r = polygonStarts[polygon] ?? 0; r < (polygonStarts[polygon + 1] ?? 0); r++) {
    for (let v = ringStarts[r] ?? 0; v < (ringStarts[r + 1] ?? 0) - 1; v++) {
      const y1 = c[2 * v + 1] as number;
      const y2 = c[2 * v + 3] as number;
      if (y1 > lat === y2 > lat) continue;
      const x1 = c[2 * v] as number;
      xs.push(x1 + ((lat - y1) / (y2 - y1)) * ((c[2 * v + 2] as number) - x1));
    }
  }
  return xs.sort((a, b) => a - b);
}

/**
 * A point inside each area where a name or a circle has room: the middle of the widest stretch on one of a few parallels
 * through the largest polygon, nearer to its middle height when in doubt. Only for drawing; nothing is measured from it.
 * @returns longitude and latitude in degrees, interleaved; NaN for an area without vertices
 */
export function labelPoints(shapes: Shapes): Float64Array {
  const areas = Math.max(0, shapes.areaStarts.length - 1);
  const points = new Float64Array(2 * areas).fill(Number.NaN);
  for (let area = 0; area < areas; area++) {
    const polygon = largestPolygon(shapes, area);
    if (polygon === undefined) continue;
    const outer = shapes.polygonStarts[polygon] ?? 0;
    let south = Infinity;
    let north = -Infinity;
    for (let v = shapes.ringStarts[outer] ?? 0; v < (shapes.ringStarts[outer + 1] ?? 0); v++) {
      south = Math.min(south, shapes.coordinates[2 * v + 1] as number);
      north = Math.max(north, shapes.coordinates[2 * v + 1] as number);
    }
    let best = -1;
    for (let scan = 1; scan <= SCANS; scan++) {
      const share = scan / (SCANS + 1);
      const lat = south + share * (north - south);
      const xs = crossings(shapes, polygon, lat);
      const centrality = 1 - 0.6 * Math.abs(2 * share - 1);
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const [from, to] = [xs[k] as number, xs[k + 1] as number];
        const score = (to - from) * centrality;
        if (score <= best) continue;
        best = score;
        points[2 * area] = (from + to) / 2;
        points[2 * area + 1] = lat;
      }
    }
  }
  return points;
}
