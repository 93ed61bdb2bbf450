import { toPlane } from "../../geo/local-plane.ts";
import type { Sites } from "../coverage/coverage.ts";
import { type Snapped, snapToNetwork } from "./snap-to-network.ts";
import type { WalkingGraph } from "./walking-graph.ts";

/** Sites with their places on the plane of a network, in metres, and where they meet it. */
export type PlacedSites = Sites & Snapped & { readonly x: Float64Array; readonly y: Float64Array };

/** Joins sites in degrees to the network (rule C12). Throws when a site has no place. */
export function placeSites(graph: WalkingGraph, { lon, lat }: Sites): PlacedSites {
  const { x, y } = toPlane(graph.plane, lon, lat);
  return { lon: lon.slice(), lat: lat.slice(), x, y, ...snapToNetwork(graph, x, y) };
}
