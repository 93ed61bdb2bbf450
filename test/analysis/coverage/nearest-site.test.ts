import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestSites } from "../../../src/analysis/coverage/nearest-site.ts";
import { blockPoints, hilbertOrder } from "../../../src/analysis/coverage/point-blocks.ts";

interface Cloud {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

function ordered({ x, y }: Cloud): Cloud {
  const order = hilbertOrder(x, y);
  return { x: Float64Array.from(order, (k) => x[k] as number), y: Float64Array.from(order, (k) => y[k] as number) };
}

function bruteForce(points: Cloud, sites: Cloud) {
  const site = new Int32Array(points.x.length).fill(-1);
  const squared = new Float64Array(points.x.length).fill(Infinity);
  for (let i = 0; i < site.length; i++) {
    for (let s = 0; s < sites.x.length; s++) {
      const dx = (points.x[i] as number) - (sites.x[s] as number);
      const dy = (points.y[i] as number) - (sites.y[s] as number);
      if (dx * dx + dy * dy < (squared[i] as number)) {
        squared[i] = dx * dx + dy * dy;
        site[i] = s;
      }
    }
  }
  return { site, squared };
}

const cloud = (max: number, maxLength: number, step: number) =>
  fc.array(fc.tuple(fc.integer({ min: 0, max }), fc.integer({ min: 0, max })), { maxLength }).map((places) => ({
    x: Float64Array.from(places, ([x]) => x * step - 3000),
    y: Float64Array.from(places, ([, y]) => y * step + 700),
  }));

describe("C3: the nearest site", () => {
  test("is that of a brute force, in distance and in index, on a lattice full of ties", () => {
    fc.assert(
      fc.property(cloud(20, 300, 100), cloud(20, 60, 100), (places, sites) => {
        const points = ordered(places);
        expect(nearestSites(blockPoints(points.x, points.y), points.x, points.y, sites.x, sites.y)).toEqual(
          bruteForce(points, sites),
        );
      }),
      { numRuns: 300 },
    );
  });

  test("is that of a brute force on thousands of points and hundreds of sites in no order", () => {
    let seed = 20260101;
    const random = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return seed / 2 ** 32;
    };
    const scatter = (n: number, spread: number): Cloud => ({
      x: Float64Array.from({ length: n }, () => (random() + random() - 1) * spread),
      y: Float64Array.from({ length: n }, () => (random() - 0.5) * spread),
    });
    const points = ordered(scatter(20_000, 40_000));
    for (const sites of [scatter(700, 40_000), scatter(300, 200), scatter(40, 400_000)]) {
      expect(nearestSites(blockPoints(points.x, points.y), points.x, points.y, sites.x, sites.y)).toEqual(
        bruteForce(points, sites),
      );
    }
  });

  test("is the one with the smaller index when two stand at the same place", () => {
    const points = { x: Float64Array.of(5), y: Float64Array.of(5) };
    const sites = { x: Float64Array.of(90, 1, 1), y: Float64Array.of(90, 1, 1) };
    const { site } = nearestSites(blockPoints(points.x, points.y), points.x, points.y, sites.x, sites.y);
    expect(site[0]).toBe(1);
  });

  test("does not exist without sites", () => {
    const x = Float64Array.of(1, 2);
    const { site, squared } = nearestSites(blockPoints(x, x), x, x, new Float64Array(0), new Float64Array(0));
    expect([...site]).toEqual([-1, -1]);
    expect([...squared]).toEqual([Infinity, Infinity]);
  });

  test("cannot be asked of points or sites without a place", () => {
    const nan = Float64Array.of(Number.NaN);
    const zero = Float64Array.of(0);
    expect(() => blockPoints(nan, zero)).toThrow("point 0 has no place");
    expect(() => nearestSites(blockPoints(zero, zero), zero, zero, nan, zero)).toThrow("site 0 has no place");
  });

  test("an order along the Hilbert curve holds every point once, and its neighbours are near", () => {
    const side = 64;
    const x = Float64Array.from({ length: side * side }, (_, k) => k % side);
    const y = Float64Array.from({ length: side * side }, (_, k) => Math.floor(k / side));
    const order = hilbertOrder(x, y);
    expect(new Set(order).size).toBe(side * side);
    let longest = 0;
    for (let i = 1; i < order.length; i++) {
      const a = order[i - 1] as number;
      const b = order[i] as number;
      longest = Math.max(
        longest,
        Math.abs((x[a] as number) - (x[b] as number)) + Math.abs((y[a] as number) - (y[b] as number)),
      );
    }
    expect(longest).toBeLessThanOrEqual(2);
  });
});
