import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import { geodesicMetres } from "../../geo/geodesic.ts";

const SEMI_MAJOR = 6378137;
const E2 = (1 / 298.257223563) * (2 - 1 / 298.257223563);

/** Points of the ellipsoid in space: x, y, z in metres, interleaved. */
function inSpace({ lon, lat }: Sites): Float64Array {
  const result = new Float64Array(3 * lon.length);
  for (let i = 0; i < lon.length; i++) {
    const phi = ((lat[i] as number) * Math.PI) / 180;
    const lambda = ((lon[i] as number) * Math.PI) / 180;
    const normal = SEMI_MAJOR / Math.sqrt(1 - E2 * Math.sin(phi) ** 2);
    result.set(
      [
        normal * Math.cos(phi) * Math.cos(lambda),
        normal * Math.cos(phi) * Math.sin(lambda),
        normal * (1 - E2) * Math.sin(phi),
      ],
      3 * i,
    );
  }
  return result;
}

/**
 * Geodesic to the nearest site of every point, by brute force over all pairs. The chord through the earth is never longer than the
 * geodesic and, up to 200 km, shorter by less than 0.01 %: geodesics are needed only to the sites whose chord is within 0.05 % of
 * the shortest.
 */
export function nearestGeodesic(points: Sites, sites: Sites): Float64Array {
  const from = inSpace(points);
  const to = inSpace(sites);
  const count = sites.lon.length;
  const chords = new Float64Array(count);
  const result = new Float64Array(points.lon.length);
  for (let i = 0; i < result.length; i++) {
    let shortest = Infinity;
    for (let s = 0; s < count; s++) {
      const dx = (from[3 * i] as number) - (to[3 * s] as number);
      const dy = (from[3 * i + 1] as number) - (to[3 * s + 1] as number);
      const dz = (from[3 * i + 2] as number) - (to[3 * s + 2] as number);
      const chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
      chords[s] = chord;
      if (chord < shortest) shortest = chord;
    }
    let nearest = Infinity;
    for (let s = 0; s < count; s++) {
      if ((chords[s] as number) > shortest * 1.0005) continue;
      const metres = geodesicMetres(
        points.lon[i] as number,
        points.lat[i] as number,
        sites.lon[s] as number,
        sites.lat[s] as number,
      );
      if (metres < nearest) nearest = metres;
    }
    result[i] = nearest;
  }
  return result;
}
