import createGraph from "ngraph.graph";
import { aStar } from "ngraph.path";
import { describe, expect, test } from "vitest";
import { measureDistances } from "../../../src/analysis/coverage/measure-distances.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { buildWalkingGraph } from "../../../src/analysis/network/build-walking-graph.ts";
import { isochrones } from "../../../src/analysis/network/isochrones.ts";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { MovingAlongNetwork } from "../../../src/analysis/network/move-along-network.ts";
import { type Snapped, snapToNetwork } from "../../../src/analysis/network/snap-to-network.ts";
import { walkToSites } from "../../../src/analysis/network/walk-to-sites.ts";
import type { WalkingGraph } from "../../../src/analysis/network/walking-graph.ts";
import { localPlane, toPlane } from "../../../src/geo/local-plane.ts";
import { hasSharedData } from "../../shared-data.ts";
import { koeln } from "../coverage/real-cities.ts";
import { koelnNetwork, koelnPlaces, modellstadtNetwork } from "./real-networks.ts";

const GOAL = -1;

/** The same question to a library: a path from a node to a goal that is joined to all places. Infinity without one. */
function byNgraph(graph: WalkingGraph, sites: Snapped, snapWithin: number): (node: number) => number {
  const library = createGraph<undefined, number>({ multigraph: true });
  for (let v = 0; v < graph.nodeX.length; v++) library.addNode(v);
  library.addNode(GOAL);
  graph.from.forEach((from, e) => {
    const to = graph.to[e] as number;
    library.addLink(from, to, graph.length[e] as number);
    if (graph.oneWay[e] === 0) library.addLink(to, from, graph.length[e] as number);
  });
  sites.edge.forEach((edge, s) => {
    const way = sites.way[s] as number;
    if (edge < 0 || way > snapWithin) return;
    const along = sites.along[s] as number;
    library.addLink(graph.from[edge] as number, GOAL, along + way);
    const rest = (graph.length[edge] as number) - along;
    if (graph.oneWay[edge] === 0 || rest === 0) library.addLink(graph.to[edge] as number, GOAL, rest + way);
  });
  const finder = aStar<undefined, number>(library, { oriented: true, distance: (_, __, link) => link.data });
  return (node) => {
    const path = finder.find(node, GOAL);
    if (path.length === 0) return Infinity;
    // The path comes from the goal backwards: one walks from each of its nodes to the one before.
    let metres = 0;
    for (let k = 1; k < path.length; k++) {
      const [to, from] = [path[k - 1]?.id, path[k]?.id];
      const links = [...(path[k]?.links ?? [])].filter((link) => link.fromId === from && link.toId === to);
      metres += Math.min(...links.map((link) => link.data as number));
    }
    return metres;
  };
}

describe.skipIf(!hasSharedData)("C13: Köln, all of it", { timeout: 120_000 }, () => {
  const levels = koeln.levels();
  const demand = prepareDemand({ population: koeln.population(), levels, level: "stadtteil" });
  const { plane } = demand;
  const graph = buildWalkingGraph(koelnNetwork(), plane);
  const places = koelnPlaces();
  const at = toPlane(plane, places.lon, places.lat);
  const sites = snapToNetwork(graph, at.x, at.y);
  const people = snapToNetwork(graph, demand.x, demand.y);

  test("has the nodes that its source counts, and thirteen islands", () => {
    expect(graph.report).toMatchObject({ edges: 15_846, nodes: 11_145, islands: 13, islandEdges: 13, tooShort: 1 });
    expect(graph.report.islandMetres).toBeGreaterThan(4500);
    expect(graph.report.islandMetres).toBeLessThan(4800);
  });

  test("is walked from every node as a library walks it", () => {
    const { distance } = walkToSites(graph, sites, { snapWithin: 250 });
    const find = byNgraph(graph, sites, 250);
    let withoutWay = 0;
    for (let node = 0; node < distance.length; node += 23) {
      const metres = find(node);
      if (metres === Infinity) withoutWay++;
      if (metres === Infinity) expect(distance[node]).toBe(Infinity);
      else expect(distance[node]).toBeCloseTo(metres, 6);
    }
    expect(withoutWay).toBeLessThan(5);
  });

  test("is never shorter than the straight line, for none of its residents", () => {
    const straight = measureDistances(demand, places, 1).distance;
    const walked = measureWays(graph, people, sites, 250).distance;
    let reached = 0;
    for (let i = 0; i < walked.length; i++) {
      const metres = walked[i] as number;
      if (!Number.isFinite(metres)) continue;
      reached++;
      if (metres < (straight[i] as number) - 0.002) throw new Error(`point ${i}: ${metres} < ${straight[i]}`);
    }
    expect(reached).toBeGreaterThan(0.95 * walked.length);
  });

  test("is the same for a place that moves through the city as for all places anew", () => {
    const move = new MovingAlongNetwork(graph, people, sites, 100, 250);
    for (let step = 0; step < 12; step++) {
      const lon = Float64Array.of(6.9 + 0.01 * step);
      const lat = Float64Array.of(50.92 + 0.004 * step);
      const there = toPlane(plane, lon, lat);
      const moved = snapToNetwork(graph, there.x, there.y);
      const all = { edge: sites.edge.slice(), along: sites.along.slice(), way: sites.way.slice() };
      for (const column of ["edge", "along", "way"] as const) all[column][100] = moved[column][0] as number;
      const { distance, nearest } = measureWays(graph, people, all, 250);
      expect(move.to(moved)).toEqual({ distance, nearest });
    }
  });

  test("can be drawn: more metres, more area, holes where no street is near", () => {
    const { shapes, bands } = isochrones(graph, sites, { bands: [300, 500, 800, 1000], snapWithin: 250, cell: 40 });
    expect([...bands]).toEqual([300, 500, 800, 1000]);
    expect(shapes.areaStarts.length).toBe(5);
    expect(shapes.ringStarts.length).toBeGreaterThan(shapes.polygonStarts.length);
  });
});

describe("C13: the model city", () => {
  const network = modellstadtNetwork();
  const plane = localPlane(10.43, 53.93);

  test("has an island, steps and walks of one direction, and nobody is cut off by them", () => {
    const { report } = buildWalkingGraph(network, plane);
    expect(report).toMatchObject({ edges: 4422, islands: 1, islandEdges: 3 });
    expect(report.oneWay).toBeGreaterThan(0);
    expect(report.steps).toBeGreaterThan(0);
    const withoutSteps = buildWalkingGraph(network, plane, true);
    expect(withoutSteps.report.edges).toBe(report.edges - report.steps);
  });

  test("is walked in the direction of its one-way walks as a library walks it", () => {
    const graph = buildWalkingGraph(network, plane);
    const at = toPlane(plane, Float64Array.of(10.42, 10.45, 10.44), Float64Array.of(53.93, 53.92, 53.94));
    const sites = snapToNetwork(graph, at.x, at.y);
    const { distance } = walkToSites(graph, sites, { snapWithin: 1000 });
    const find = byNgraph(graph, sites, 1000);
    for (let node = 0; node < distance.length; node += 31) {
      const metres = find(node);
      if (metres === Infinity) expect(distance[node]).toBe(Infinity);
      else expect(distance[node]).toBeCloseTo(metres, 6);
    }
  });
});
