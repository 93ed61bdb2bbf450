import type { Shapes } from "./shapes.ts";

/**
 * Flat shapes from GeoJSON geometries in degrees, one area per geometry in the given order. What is no polygon becomes an area
 * without polygons (it contains nothing); rings that are not closed are closed; heights are dropped; rings with fewer than three
 * different vertices are kept, they enclose nothing.
 */
export function shapesFromGeojson(geometries: readonly (GeoJSON.Geometry | null | undefined)[]): Shapes {
  const coordinates: number[] = [];
  const ringStarts: number[] = [0];
  const polygonStarts: number[] = [0];
  const areaStarts: number[] = [0];
  for (const geometry of geometries) {
    for (const polygon of polygonsOf(geometry)) {
      for (const ring of polygon) {
        if (ring.length === 0) continue;
        for (const position of ring) coordinates.push(position[0] as number, position[1] as number);
        const first = ring[0] as GeoJSON.Position;
        const last = ring[ring.length - 1] as GeoJSON.Position;
        if (first[0] !== last[0] || first[1] !== last[1]) coordinates.push(first[0] as number, first[1] as number);
        ringStarts.push(coordinates.length / 2);
      }
      polygonStarts.push(ringStarts.length - 1);
    }
    areaStarts.push(polygonStarts.length - 1);
  }
  return {
    coordinates: Float64Array.from(coordinates),
    ringStarts: Uint32Array.from(ringStarts),
    polygonStarts: Uint32Array.from(polygonStarts),
    areaStarts: Uint32Array.from(areaStarts),
  };
}

function polygonsOf(geometry: GeoJSON.Geometry | null | undefined): readonly GeoJSON.Position[][][] {
  if (!geometry) return [];
  if (geometry.type === "Polygon") return [geometry.coordinates];
  if (geometry.type === "MultiPolygon") return geometry.coordinates;
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap(polygonsOf);
  return [];
}
