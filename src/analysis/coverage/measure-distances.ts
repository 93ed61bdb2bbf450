import { type LocalPlane, planeScale, toPlane } from "../../geo/local-plane.ts";
import type { CoverageOfPoints, Sites } from "./coverage.ts";
import type { Demand } from "./demand.ts";
import { nearestSites } from "./nearest-site.ts";

/**
 * Distance of every point of the demand to its nearest site in metres on the ellipsoid × detour, rounded to the millimetre so that
 * „exactly the reach“ does not hang on the last bit (rule C3), and which site that is.
 */
export function measureDistances(
  demand: Pick<Demand, "plane" | "x" | "y" | "blocks">,
  sites: Sites,
  detour: number,
): CoverageOfPoints {
  const { plane, x } = demand;
  const site = toPlane(plane, sites.lon, sites.lat);
  const { site: nearest, squared: distance } = nearestSites(demand.blocks, x, demand.y, site.x, site.y);
  if (sites.lon.length === 0) return { distance: distance.fill(Number.NaN), nearest };
  for (let i = 0; i < distance.length; i++) {
    const to = site.x[nearest[i] as number] as number;
    distance[i] = wayInMetres(plane, distance[i] as number, x[i] as number, to, detour);
  }
  return { distance, nearest };
}

/**
 * The way in metres between two points of a plane whose planar distance squared is `squared` and whose eastings are `x1` and `x2`: on the
 * ellipsoid × detour, to the millimetre (rule C3).
 */
export function wayInMetres(plane: LocalPlane, squared: number, x1: number, x2: number, detour: number): number {
  const metres = Math.sqrt(squared) / planeScale(plane, (x1 + x2) / 2);
  return Math.floor(metres * 1000 * detour + 0.5) / 1000;
}
