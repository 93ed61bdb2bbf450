import { areaGeometry } from "./area-geometry.ts";
import type { Shapes } from "./shapes.ts";

/**
 * One area of the shapes as RFC 7946 (3.1.6) wants it: outer rings counter-clockwise, holes clockwise; degrees with all digits that are
 * held. Undefined for an area without polygons.
 */
export function rightHandArea(shapes: Shapes, area: number): GeoJSON.MultiPolygon | undefined {
  const { type, coordinates } = areaGeometry(shapes, area);
  if (coordinates.length === 0) return undefined;
  return {
    type,
    coordinates: coordinates.map((rings) =>
      rings.map((ring, i) => (signedArea(ring) > 0 === (i === 0) ? ring : ring.toReversed())),
    ),
  };
}

/** Twice the area in square degrees, positive when counter-clockwise; measured from the first vertex, so that small rings keep digits. */
function signedArea(ring: readonly GeoJSON.Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i - 1] ?? [];
    const [x2 = 0, y2 = 0] = ring[i] ?? [];
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  }
  return sum;
}
