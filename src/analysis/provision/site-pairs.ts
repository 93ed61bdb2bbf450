import { toPlane } from "../../geo/local-plane.ts";
import type { Sites } from "../coverage/coverage.ts";
import type { Demand } from "../coverage/demand.ts";
import type { GivenWays, SitePairs } from "../coverage/given-ways.ts";
import { pointsInReach, roomForPoints } from "../coverage/points-in-reach.ts";

/** Pairs within the reach by the straight line × detour (rule C3), found anew at each call; memory for one site. Throws when a site has no place. */
export function pairsOnGround(
  demand: Pick<Demand, "plane" | "x" | "y" | "blocks">,
  { lon, lat }: Sites,
  reach: number,
  detour: number,
): SitePairs {
  const { x, y } = toPlane(demand.plane, lon, lat);
  for (let s = 0; s < x.length; s++) {
    if (!Number.isFinite((x[s] as number) + (y[s] as number))) throw new RangeError(`site ${s} has no place`);
  }
  const room = roomForPoints();
  return {
    points: demand.x.length,
    sites: x.length,
    of(site) {
      pointsInReach(demand, x[site] as number, y[site] as number, reach, detour, room);
      return room;
    },
  };
}

/** Throws when the arrays do not fit together or a distance is no number ≥ 0. */
export function givenPairs(points: number, { starts, point, metres }: GivenWays): SitePairs {
  if (starts[starts.length - 1] !== point.length || metres.length !== point.length) {
    throw new RangeError(
      `ways of ${starts[starts.length - 1]} pairs, but ${point.length} points and ${metres.length} metres`,
    );
  }
  for (let k = 0; k < point.length; k++) {
    if ((point[k] as number) >= points) throw new RangeError(`way to point ${point[k]} of ${points}`);
    if (!((metres[k] as number) >= 0)) throw new RangeError(`way of ${metres[k]} metres`);
  }
  return {
    points,
    sites: starts.length - 1,
    of(site) {
      const from = starts[site] as number;
      const to = starts[site + 1] as number;
      return { count: to - from, point: point.subarray(from, to), distance: metres.subarray(from, to) };
    },
  };
}
