import type { Shapes } from "./shapes.ts";

/** The shapes of some areas, in the given order; an index that is none becomes an area without polygons. O(vertices that are copied). */
export function pickShapes(shapes: Shapes, areas: readonly number[]): Shapes {
  const { coordinates, ringStarts, polygonStarts, areaStarts } = shapes;
  const rings: number[] = [0];
  const polygons: number[] = [0];
  const starts: number[] = [0];
  const parts: Float64Array[] = [];
  let vertices = 0;
  for (const area of areas) {
    for (let p = areaStarts[area] ?? 0; p < (areaStarts[area + 1] ?? 0); p++) {
      for (let r = polygonStarts[p] as number; r < (polygonStarts[p + 1] as number); r++) {
        const from = ringStarts[r] as number;
        const to = ringStarts[r + 1] as number;
        parts.push(coordinates.subarray(2 * from, 2 * to));
        vertices += to - from;
        rings.push(vertices);
      }
      polygons.push(rings.length - 1);
    }
    starts.push(polygons.length - 1);
  }
  const picked = new Float64Array(2 * vertices);
  let at = 0;
  for (const part of parts) {
    picked.set(part, at);
    at += part.length;
  }
  return {
    coordinates: picked,
    ringStarts: Uint32Array.from(rings),
    polygonStarts: Uint32Array.from(polygons),
    areaStarts: Uint32Array.from(starts),
  };
}
