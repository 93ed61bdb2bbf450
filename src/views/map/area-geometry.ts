import type { Shapes } from "../../geo/shapes.ts";

type Ring = [number, number][];

function ringOf(shapes: Shapes, ring: number): Ring {
  const points: Ring = [];
  for (let v = shapes.ringStarts[ring] ?? 0; v < (shapes.ringStarts[ring + 1] ?? 0); v++) {
    points.push([shapes.coordinates[2 * v] as number, shapes.coordinates[2 * v + 1] as number]);
  }
  return points;
}

/** Area `area` of the shapes as GeoJSON, longitude and latitude in degrees. */
export function areaGeometry(shapes: Shapes, area: number): GeoJSON.MultiPolygon {
  const coordinates: Ring[][] = [];
  for (let p = shapes.areaStarts[area] ?? 0; p < (shapes.areaStarts[area + 1] ?? 0); p++) {
    const rings: Ring[] = [];
    for (let r = shapes.polygonStarts[p] ?? 0; r < (shapes.polygonStarts[p + 1] ?? 0); r++)
      rings.push(ringOf(shapes, r));
    coordinates.push(rings);
  }
  return { type: "MultiPolygon", coordinates };
}

/** Every area as a feature whose id is its index: the key of the feature state. */
export function areaFeatures(shapes: Shapes): GeoJSON.FeatureCollection<GeoJSON.MultiPolygon, Record<string, never>> {
  return {
    type: "FeatureCollection",
    features: Array.from({ length: Math.max(0, shapes.areaStarts.length - 1) }, (_, area) => ({
      type: "Feature" as const,
      id: area,
      properties: {},
      geometry: areaGeometry(shapes, area),
    })),
  };
}
