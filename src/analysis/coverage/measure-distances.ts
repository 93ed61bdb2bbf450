import { planeScale, toPlane } from "../../geo/local-plane.ts";
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
  const thousand = 1000 * detour;
  for (let i = 0; i < distance.length; i++) {
    const middle = ((x[i] as number) + (site.x[nearest[i] as number] as number)) / 2;
    const metres = Math.sqrt(distance[i] as number) / planeScale(plane, middle);
    distance[i] = Math.floor(metres * thousand + 0.5) / 1000;
  }
  return { distance, nearest };
}
