import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { buildWalkingGraph } from "../../../src/analysis/network/build-walking-graph.ts";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { placeSites } from "../../../src/analysis/network/place-sites.ts";
import { type Snapped, snapToNetwork } from "../../../src/analysis/network/snap-to-network.ts";
import { WalksOfSites } from "../../../src/analysis/network/walks-of-sites.ts";
import { hasSharedData } from "../../shared-data.ts";
import { koeln } from "../coverage/real-cities.ts";
import { snapped, toyGraph } from "./lanes.ts";
import { lanes, place } from "./random-lanes.ts";
import { koelnNetwork, koelnPlaces } from "./real-networks.ts";
import { waysByTable } from "./ways-by-table.ts";

const WITHIN = 180;
const points = fc.array(place, { minLength: 1, maxLength: 30 });
const sites = fc.array(place, { minLength: 1, maxLength: 8 });
const reach = fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.constant(Number.POSITIVE_INFINITY));

/** The points of a site with their ways, ascending by point. */
function pairsOf(walks: WalksOfSites, site: number): [number, number][] {
  const { count, point, distance } = walks.of(site);
  return Array.from({ length: count }, (_, k): [number, number] => [point[k] as number, distance[k] as number]).sort(
    ([a], [b]) => a - b,
  );
}

const one = ({ edge, along, way }: Snapped, s: number): Snapped => ({
  edge: edge.slice(s, s + 1),
  along: along.slice(s, s + 1),
  way: way.slice(s, s + 1),
});

describe("C13: who walks to each of many sites", { timeout: 60_000 }, () => {
  test("are those whom Floyd and Warshall's table has within the reach of that one site, each once, with their ways", () => {
    fc.assert(
      fc.property(lanes, points, sites, reach, (drawn, from, to, within) => {
        const graph = toyGraph(drawn);
        const people = snapped(graph, from);
        const goals = snapped(graph, to);
        const wayTo = waysByTable(graph, people, goals, WITHIN);
        const walks = new WalksOfSites(graph, people, goals, { snapWithin: WITHIN, reach: within });
        to.forEach((_, s) => {
          const expected = from.flatMap((__, i): [number, number][] => {
            const metres = Math.floor(wayTo(i, s) * 1000 + 0.5) / 1000;
            return metres <= within && metres < Infinity ? [[i, metres]] : [];
          });
          const found = pairsOf(walks, s);
          // The table adds up lengths in another order; they are whole steps of 2⁻²⁰ m, so that this makes no difference.
          expect(found).toEqual(expected);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("beside sites that stay are those who walk less to the new one than to any of these, and the walk ends there", () => {
    fc.assert(
      fc.property(lanes, points, sites, sites, reach, (drawn, from, to, stay, within) => {
        const graph = toyGraph(drawn);
        const people = snapped(graph, from);
        const goals = snapped(graph, to);
        const besides = snapped(graph, stay);
        const toNew = waysByTable(graph, people, goals, WITHIN);
        const toOld = waysByTable(graph, people, besides, WITHIN);
        const walks = new WalksOfSites(graph, people, goals, { snapWithin: WITHIN, reach: within, besides });
        to.forEach((_, s) => {
          const expected = from.flatMap((__, i) => {
            const metres = Math.floor(toNew(i, s) * 1000 + 0.5) / 1000;
            const isNearer = stay.every((___, k) => toNew(i, s) < toOld(i, k));
            return isNearer && metres <= within && metres < Infinity ? [[i, metres]] : [];
          });
          expect(pairsOf(walks, s)).toEqual(expected);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("are never more than live within the reach as the crow flies", () => {
    fc.assert(
      fc.property(lanes, points, sites, fc.integer({ min: 0, max: 1500 }), (drawn, from, to, within) => {
        const graph = toyGraph(drawn);
        const walks = new WalksOfSites(graph, snapped(graph, from), snapped(graph, to), {
          snapWithin: 5000,
          reach: within,
        });
        to.forEach(([tx, ty], s) => {
          for (const [i, metres] of pairsOf(walks, s)) {
            const [x, y] = from[i] as (typeof from)[number];
            expect(metres).toBeGreaterThanOrEqual(Math.hypot(tx - x, ty - y) - 0.001);
          }
        });
      }),
    );
  });

  test("are asked of within a reach that is a number of metres", () => {
    const graph = toyGraph([]);
    const nobody = snapped(graph, []);
    expect(() => new WalksOfSites(graph, nobody, nobody, { snapWithin: 9, reach: Number.NaN })).toThrow("reach is NaN");
  });
});

describe.skipIf(!hasSharedData)("C13: who walks to each place of Köln", { timeout: 60_000 }, () => {
  test("are whom a run over the whole city from that one place finds within the reach", () => {
    const demand = prepareDemand({ population: koeln.population(), levels: koeln.levels(), level: "stadtteil" });
    const graph = buildWalkingGraph(koelnNetwork(), demand.plane);
    const people = snapToNetwork(graph, demand.x, demand.y);
    const places = placeSites(graph, koelnPlaces());
    const walks = new WalksOfSites(graph, people, places, { snapWithin: 250, reach: 1000 });
    let pairs = 0;
    for (let s = 0; s < places.edge.length; s += 19) {
      const { distance } = measureWays(graph, people, one(places, s), 250);
      const expected = [...distance].flatMap((metres, i) => (metres <= 1000 ? [[i, metres]] : []));
      expect(pairsOf(walks, s)).toEqual(expected);
      pairs += expected.length;
    }
    expect(pairs).toBeGreaterThan(500);
  });
});
