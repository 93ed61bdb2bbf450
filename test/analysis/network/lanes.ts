import { buildWalkingGraph } from "../../../src/analysis/network/build-walking-graph.ts";
import { type Snapped, snapToNetwork } from "../../../src/analysis/network/snap-to-network.ts";
import type { WalkingGraph } from "../../../src/analysis/network/walking-graph.ts";
import type { Network } from "../../../src/domain/network.ts";
import { fromPlane, localPlane } from "../../../src/geo/local-plane.ts";

/* Networks laid out in metres around 10° E, 51° N, so that ways can be reckoned by hand: near the meridian the plane is true to scale. */

export type Place = readonly [x: number, y: number];
export interface Lane {
  readonly line: readonly Place[];
  readonly oneWay?: boolean;
  readonly class?: string;
  readonly lengthMetres?: number;
}

export const PLANE = localPlane(10, 51);

/** Two banks of a river along y = 500, joined by steps in the west and by a bridge in the far east. */
export const RIVER: readonly Lane[] = [
  {
    line: [
      [0, 450],
      [1000, 450],
    ],
    class: "street",
  },
  {
    line: [
      [0, 550],
      [1000, 550],
    ],
    class: "street",
  },
  {
    line: [
      [0, 450],
      [0, 550],
    ],
    class: "steps",
  },
  {
    line: [
      [1000, 450],
      [1000, 550],
    ],
    class: "bridge",
  },
];

export function toyNetwork(lanes: readonly Lane[]): Network {
  const vertices = lanes.flatMap(({ line }) => [...line]);
  const { lon, lat } = fromPlane(
    PLANE,
    Float64Array.from(vertices, ([x]) => x),
    Float64Array.from(vertices, ([, y]) => y),
  );
  const coordinates = new Float64Array(2 * vertices.length);
  for (let v = 0; v < vertices.length; v++) {
    coordinates[2 * v] = lon[v] as number;
    coordinates[2 * v + 1] = lat[v] as number;
  }
  const lineStarts = [0];
  for (const { line } of lanes) lineStarts.push((lineStarts.at(-1) as number) + line.length);
  const classes = [...new Set(["", ...lanes.map((lane) => lane.class ?? "")])];
  return {
    coordinates,
    lineStarts: Uint32Array.from(lineStarts),
    lengthMetres: Float64Array.from(lanes, ({ lengthMetres }) => lengthMetres ?? Number.NaN),
    classIndex: Uint8Array.from(lanes, (lane) => classes.indexOf(lane.class ?? "")),
    classes,
    oneWay: Uint8Array.from(lanes, ({ oneWay }) => (oneWay ? 1 : 0)),
    resource: "toy",
  };
}

export function toyGraph(lanes: readonly Lane[], withoutSteps = false): WalkingGraph {
  return buildWalkingGraph(toyNetwork(lanes), PLANE, withoutSteps);
}

export function snapped(graph: WalkingGraph, places: readonly Place[]): Snapped {
  return snapToNetwork(
    graph,
    Float64Array.from(places, ([x]) => x),
    Float64Array.from(places, ([, y]) => y),
  );
}
