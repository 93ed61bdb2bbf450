import { forEachRing } from "./plane-areas.ts";
import type { Shapes } from "./shapes.ts";

/** One area of the shapes as GeoJSON, in degrees. An area without polygons is an empty multipolygon. */
export function areaGeometry(shapes: Shapes, area: number): GeoJSON.MultiPolygon {
  const coordinates: GeoJSON.Position[][][] = [];
  forEachRing(shapes, area, (from, to, isHole) => {
    const ring: GeoJSON.Position[] = [];
    for (let v = from; v < to; v++) {
      ring.push([shapes.coordinates[2 * v] as number, shapes.coordinates[2 * v + 1] as number]);
    }
    if (isHole) coordinates[coordinates.length - 1]?.push(ring);
    else coordinates.push([ring]);
  });
  return { type: "MultiPolygon", coordinates };
}
