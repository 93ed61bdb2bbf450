import { describe, expect, test } from "vitest";
import { measureCoverage, settingsOf, tabulateCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { measureDistances } from "../../../src/analysis/coverage/measure-distances.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { buildWalkingGraph } from "../../../src/analysis/network/build-walking-graph.ts";
import { isochrones } from "../../../src/analysis/network/isochrones.ts";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { MovingAlongNetwork } from "../../../src/analysis/network/move-along-network.ts";
import { snapToNetwork } from "../../../src/analysis/network/snap-to-network.ts";
import { reportSnapping } from "../../../src/analysis/network/snapping-report.ts";
import { walkToSites } from "../../../src/analysis/network/walk-to-sites.ts";
import { localPlane, toPlane } from "../../../src/geo/local-plane.ts";
import { ngraphOf } from "../../bench/kernels/ngraph-ways.ts";
import { geodesicMetres } from "../../geo/geodesic.ts";
import { hasSharedData } from "../../shared-data.ts";
import { koeln } from "../coverage/real-cities.ts";
import { koelnNetwork, koelnPlaces, modellstadtNetwork } from "./real-networks.ts";

function readKoeln() {
  const demand = prepareDemand({ population: koeln.population(), levels: koeln.levels(), level: "stadtteil" });
  const graph = buildWalkingGraph(koelnNetwork(), demand.plane);
  const places = koelnPlaces();
  const at = toPlane(demand.plane, places.lon, places.lat);
  const sites = snapToNetwork(graph, at.x, at.y);
  return { at, demand, graph, people: snapToNetwork(graph, demand.x, demand.y), places, sites };
}

describe.skipIf(!hasSharedData)("C13: Köln, all of it", { timeout: 120_000 }, () => {
  // What stands here runs where the data are missing, too: they are read by the first test.
  let read: ReturnType<typeof readKoeln> | undefined;
  const city = () => {
    read ??= readKoeln();
    return read;
  };

  test("has the nodes that its source counts, and thirteen islands", () => {
    const { graph } = city();
    expect(graph.report).toMatchObject({ edges: 15_846, nodes: 11_145, islands: 13, islandEdges: 13, tooShort: 1 });
    expect(graph.report.islandMetres).toBeGreaterThan(4500);
    expect(graph.report.islandMetres).toBeLessThan(4800);
  });

  test("is walked from every node as a library walks it", () => {
    const { graph, sites } = city();
    const { distance } = walkToSites(graph, sites, { snapWithin: 250 });
    const library = ngraphOf(graph, sites, 250);
    let withoutWay = 0;
    for (let node = 0; node < distance.length; node += 23) {
      const metres = library.toNearest(node);
      if (metres === Infinity) withoutWay++;
      if (metres === Infinity) expect(distance[node]).toBe(Infinity);
      else expect(distance[node]).toBeCloseTo(metres, 6);
    }
    expect(withoutWay).toBeLessThan(5);
  });

  test("is never shorter than the straight line, for none of its residents", () => {
    const { demand, graph, people, places, sites } = city();
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

  test("reaches in no Stadtteil more people on foot than the straight line promises, and says whom it left out", () => {
    const { at, demand, graph, people, places, sites } = city();
    const options = { reach: 800, hasAnlaufpunkte: true };
    const straight = measureCoverage(demand, places, options);
    const ways = measureWays(graph, people, sites, 250);
    const walked = tabulateCoverage(demand, places, ways, settingsOf(options), true);
    walked.areas.reached.forEach((reached, a) => {
      if (!Number.isNaN(reached)) expect(reached).toBeLessThanOrEqual(straight.areas.reached[a] as number);
    });
    // The Rhine, the railways and the motorways take a sixth of those who are reached as the crow flies.
    expect(walked.city.reached / straight.city.reached).toBeGreaterThan(0.8);
    expect(walked.city.reached / straight.city.reached).toBeLessThan(0.85);
    const report = reportSnapping(graph, demand, people, ways.distance, { ...at, ...sites }, 250);
    expect(report.all.residents).toBe(straight.city.residents);
    expect(report.unsnapped.points).toBeLessThan(20);
    expect(report.withoutWay).toEqual(report.onIslands);
    // The list of places reaches far beyond the city, whose streets it is.
    expect(report.sitePart.filter((part) => part < 0).length).toBeLessThanOrEqual(straight.city.anlaufpunkteOutside);
  });

  test("is the same for a place that moves through the city as for all places anew", () => {
    const { demand, graph, people, sites } = city();
    const move = new MovingAlongNetwork(graph, people, sites, 100, 250);
    for (let step = 0; step < 12; step++) {
      const lon = Float64Array.of(6.9 + 0.01 * step);
      const lat = Float64Array.of(50.92 + 0.004 * step);
      const there = toPlane(demand.plane, lon, lat);
      const moved = snapToNetwork(graph, there.x, there.y);
      const all = { edge: sites.edge.slice(), along: sites.along.slice(), way: sites.way.slice() };
      for (const column of ["edge", "along", "way"] as const) all[column][100] = moved[column][0] as number;
      const { distance, nearest } = measureWays(graph, people, all, 250);
      expect(move.to(moved)).toEqual({ distance, nearest });
    }
  });

  test("can be drawn: more metres, more area, holes where no street is near", () => {
    const { graph, sites } = city();
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

  test("has edges as long as the geodesics along their lines", () => {
    const graph = buildWalkingGraph(network, plane);
    for (let e = 0; e < graph.length.length; e += 7) {
      const line = graph.line[e] as number;
      let metres = 0;
      for (let v = network.lineStarts[line] as number; v + 1 < (network.lineStarts[line + 1] as number); v++) {
        const [a, b, c, d] = network.coordinates.subarray(2 * v, 2 * v + 4);
        metres += geodesicMetres(a as number, b as number, c as number, d as number);
      }
      expect(Math.abs((graph.length[e] as number) - metres)).toBeLessThan(0.001 + 1e-5 * metres);
    }
  });

  test("is walked in the direction of its one-way walks as a library walks it", () => {
    const graph = buildWalkingGraph(network, plane);
    const at = toPlane(plane, Float64Array.of(10.42, 10.45, 10.44), Float64Array.of(53.93, 53.92, 53.94));
    const sites = snapToNetwork(graph, at.x, at.y);
    const { distance } = walkToSites(graph, sites, { snapWithin: 1000 });
    const library = ngraphOf(graph, sites, 1000);
    for (let node = 0; node < distance.length; node += 31) {
      const metres = library.toNearest(node);
      if (metres === Infinity) expect(distance[node]).toBe(Infinity);
      else expect(distance[node]).toBeCloseTo(metres, 6);
    }
  });
});
