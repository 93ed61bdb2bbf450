import { localPlane, planeDistance, toPlane } from "./local-plane.ts";

/**
 * Straight-line distance in metres on the ellipsoid between two points in degrees, for single pairs (lists, labels): a plane around
 * their middle. Error against the geodesic below 0.01 % up to 300 km. For many points use one plane and `planeDistance`.
 */
export function distanceMetres(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const plane = localPlane((lon1 + lon2) / 2, (lat1 + lat2) / 2);
  const { x, y } = toPlane(plane, Float64Array.of(lon1, lon2), Float64Array.of(lat1, lat2));
  return planeDistance(plane, x[0] as number, y[0] as number, x[1] as number, y[1] as number);
}
