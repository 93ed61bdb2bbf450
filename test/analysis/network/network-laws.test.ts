import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureWays } from "../../../src/analysis/network/measure-ways.ts";
import { MovingAlongNetwork } from "../../../src/analysis/network/move-along-network.ts";
import { walkToSites } from "../../../src/analysis/network/walk-to-sites.ts";
import { type Lane, type Place, snapped, toyGraph } from "./lanes.ts";
import { lanes, place } from "./random-lanes.ts";
import { waysByTable } from "./ways-by-table.ts";

const WITHIN = 180;
const points = fc.array(place, { minLength: 1, maxLength: 30 });
const sites = fc.array(place, { minLength: 1, maxLength: 8 });

function measure(drawn: readonly Lane[], from: readonly Place[], to: readonly Place[], within = WITHIN) {
  const graph = toyGraph(drawn);
  const { distance, nearest } = measureWays(graph, snapped(graph, from), snapped(graph, to), within);
  return { distance: [...distance], nearest: [...nearest] };
}

describe("C13: ways along a network", { timeout: 120_000 }, () => {
  test("are those that Floyd and Warshall's table gives for every resident and every place", () => {
    fc.assert(
      fc.property(lanes, points, sites, (drawn, from, to) => {
        const graph = toyGraph(drawn);
        const people = snapped(graph, from);
        const goals = snapped(graph, to);
        const wayTo = waysByTable(graph, people, goals, WITHIN);
        const { distance, nearest } = measureWays(graph, people, goals, WITHIN);
        from.forEach((_, i) => {
          if (!((people.way[i] as number) <= WITHIN)) {
            expect([distance[i], nearest[i]]).toEqual([Number.NaN, -1]);
            return;
          }
          const all = to.map((__, s) => wayTo(i, s));
          const best = Math.min(...all);
          expect(nearest[i]).toBe(best === Infinity ? -1 : all.indexOf(best));
          if (best === Infinity) expect(distance[i]).toBe(Infinity);
          else expect(Math.abs((distance[i] as number) - best)).toBeLessThanOrEqual(0.000501);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("between nodes keep the triangle inequality to the last bit", () => {
    fc.assert(
      fc.property(lanes, (drawn) => {
        const graph = toyGraph(drawn);
        const n = graph.nodeX.length;
        const to = Array.from({ length: n }, (_, node) => {
          const at: Place = [graph.nodeX[node] as number, graph.nodeY[node] as number];
          return walkToSites(graph, snapped(graph, [at]), { snapWithin: 0 }).distance;
        });
        for (let a = 0; a < n; a++)
          for (let b = 0; b < n; b++)
            for (let c = 0; c < n; c++)
              expect(to[c]?.[a]).toBeLessThanOrEqual((to[b]?.[a] as number) + (to[c]?.[b] as number));
      }),
      { numRuns: 100 },
    );
  });

  test("are never shorter than the straight line", () => {
    fc.assert(
      fc.property(lanes, points, sites, (drawn, from, to) => {
        const { distance, nearest } = measure(drawn, from, to, 5000);
        from.forEach(([x, y], i) => {
          const s = nearest[i] as number;
          if (s < 0) return;
          const [tx, ty] = to[s] as Place;
          expect(distance[i]).toBeGreaterThanOrEqual(Math.hypot(tx - x, ty - y) - 0.001);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("are never lengthened by one more place, and never by one more edge that nobody is snapped to", () => {
    fc.assert(
      fc.property(lanes, points, sites, place, (drawn, from, to, more) => {
        const before = measure(drawn, from, to).distance;
        const after = measure(drawn, from, [...to, more]).distance;
        after.forEach((metres, i) => {
          if (Number.isNaN(metres)) expect(before[i]).toBeNaN();
          else expect(metres).toBeLessThanOrEqual(before[i] as number);
        });
        const first = drawn[0]?.line[0];
        const last = drawn.at(-1)?.line.at(-1);
        if (!first || !last) return;
        // A ring road far from everybody.
        const ring: Lane = { line: [first, [first[0], -90_000], [last[0] + 1, -90_000], last] };
        fc.pre(from.every(([x, y]) => Math.abs(x - first[0]) > 3 && Math.abs(x - last[0]) > 3 && y > -300));
        const offRing = new Set(from.map((_, i) => i));
        const graph = toyGraph([...drawn, ring]);
        const people = snapped(graph, from);
        const goals = snapped(graph, to);
        fc.pre(goals.edge.every((edge) => edge !== drawn.length));
        people.edge.forEach((edge, i) => {
          if (edge === drawn.length) offRing.delete(i);
        });
        const withRing = measureWays(graph, people, goals, WITHIN).distance;
        for (const i of offRing) {
          if (!Number.isNaN(withRing[i])) expect(withRing[i]).toBeLessThanOrEqual(before[i] as number);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("do not hang on the order of edges or places, nor on how a lane of both ways was drawn", () => {
    fc.assert(
      fc.property(lanes, points, sites, (drawn, from, to) => {
        const expected = measure(drawn, from, to);
        const redrawn = drawn
          .toReversed()
          .map((lane) => (lane.oneWay ? lane : { ...lane, line: lane.line.toReversed() }));
        expect(measure(redrawn, from, to)).toEqual(expected);
        expect(measure(drawn, from, to.toReversed()).distance).toEqual(expected.distance);
        expect(measure(drawn, from.toReversed(), to).distance).toEqual(expected.distance.toReversed());
      }),
      { numRuns: 200 },
    );
  });

  test("move with the city", () => {
    const move = ([x, y]: Place): Place => [x + 1_234, y - 6_789];
    fc.assert(
      fc.property(lanes, points, sites, (drawn, from, to) => {
        const expected = measure(drawn, from, to);
        const there = drawn.map((lane) => ({ ...lane, line: lane.line.map(move) }));
        const moved = measure(there, from.map(move), to.map(move));
        expect(moved.nearest).toEqual(expected.nearest);
        moved.distance.forEach((metres, i) => {
          const before = expected.distance[i] as number;
          if (Number.isFinite(before)) expect(Math.abs(metres - before)).toBeLessThan(0.02);
          else expect(metres).toBe(before);
        });
      }),
      { numRuns: 100 },
    );
  });
});

describe("C13: a place on its way", { timeout: 60_000 }, () => {
  test("gives at every step what all places together give, wherever it came from", () => {
    fc.assert(
      fc.property(
        lanes,
        points,
        sites,
        fc.nat({ max: 7 }),
        fc.array(place, { minLength: 1, maxLength: 5 }),
        (drawn, from, to, pick, path) => {
          const graph = toyGraph(drawn);
          const people = snapped(graph, from);
          const moving = pick % to.length;
          const move = new MovingAlongNetwork(graph, people, snapped(graph, to), moving, WITHIN);
          for (const step of [...path, to[moving] as Place]) {
            const { distance, nearest } = move.to(snapped(graph, [step]));
            const there = to.map((site, s) => (s === moving ? step : site));
            expect({ distance: [...distance], nearest: [...nearest] }).toEqual(measure(drawn, from, there));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("has to be one of the places", () => {
    const graph = toyGraph([]);
    expect(() => new MovingAlongNetwork(graph, snapped(graph, []), snapped(graph, []), 0, 250)).toThrow("site 0 of 0");
  });
});
