import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Benefits } from "../../../src/analysis/siting/benefits.ts";
import type { SitingDemand } from "../../../src/analysis/siting/coverage-benefits.ts";
import { PooledSearch } from "../../../src/analysis/siting/pooled-search.ts";
import { poolOf, type SitePool } from "../../../src/analysis/siting/site-pool.ts";
import { waysPool } from "../../../src/analysis/siting/ways-pool.ts";
import { localPlane, planeDistance } from "../../../src/geo/local-plane.ts";
import { longestWays, reachedBy, savedBy, subsets, worthOf } from "./matrix-benefits.ts";

const RUNS = { seed: 2_611, numRuns: 150 };

const small = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 10 })).chain(([candidates, points]) =>
  fc.record({
    ways: fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: points, maxLength: points }), {
      minLength: candidates,
      maxLength: candidates,
    }),
    weight: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: points, maxLength: points }),
    sites: fc.integer({ min: 0, max: 4 }),
    reach: fc.integer({ min: 0, max: 25 }),
    group: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: candidates, maxLength: candidates }),
    look: fc.integer({ min: 1, max: 3 }),
    loose: fc.integer({ min: 0, max: 3 }),
  }),
);

/** A pool that knows of its candidates only that they are worth no more than so many times what they are. */
function loosely(pool: SitePool, times: number): SitePool {
  return { ...pool, atMost: (prices) => pool.atMost(prices).map((worth, j) => worth * (1 + times * (j % 3))) };
}

function bestOf(benefits: Benefits, candidates: number, sites: number): number {
  let most = 0;
  for (const set of subsets(candidates, sites)) most = Math.max(most, worthOf(benefits, set));
  return most;
}

describe("C23: a search that looks at few candidates closely", { timeout: 60_000 }, () => {
  test("is never above the best of all sets, its bound never below, and both hold after every step", () => {
    fc.assert(
      fc.property(small, ({ ways, weight, sites, reach, group, look, loose }) => {
        for (const benefits of [reachedBy(ways, weight, reach), savedBy(ways, weight, longestWays(ways))]) {
          const best = bestOf(benefits, ways.length, sites);
          const search = new PooledSearch(loosely(poolOf(benefits, Uint32Array.from(group)), loose), {
            sites,
            look,
            restarts: 3,
          });
          let before = search.answer;
          do {
            const { answer } = search;
            expect(worthOf(benefits, answer.sites)).toBeCloseTo(answer.value, 9);
            expect(answer.value).toBeLessThanOrEqual(best + 1e-9);
            expect(answer.bound).toBeGreaterThanOrEqual(best - 1e-9);
            expect(answer.value).toBeGreaterThanOrEqual(before.value - 1e-9);
            expect(answer.bound).toBeLessThanOrEqual(before.bound + 1e-9);
            if (answer.isProven) expect(answer.value).toBeCloseTo(best, 9);
            before = answer;
          } while (search.step());
          // What is left to prove holds the best choice, or it is known.
          while (search.look());
          const { open, candidate, isWhole } = search.part;
          expect(isWhole || search.answer.isProven).toBe(true);
          const left = [...open].map((c) => candidate[c] as number);
          let most = search.answer.value;
          for (const set of subsets(left.length, sites)) {
            most = Math.max(
              most,
              worthOf(
                benefits,
                set.map((c) => left[c] as number),
              ),
            );
          }
          expect(most).toBeCloseTo(best, 9);
        }
      }),
      RUNS,
    );
  });

  test("where no more pairs may be held, the bound still speaks for all candidates", () => {
    fc.assert(
      fc.property(small, ({ ways, weight, sites, group }) => {
        const benefits = savedBy(ways, weight, longestWays(ways));
        const pool = poolOf(benefits, Uint32Array.from(group));
        const search = new PooledSearch(pool, { sites, look: 1, pairs: 1, restarts: 2 });
        while (search.step());
        expect(search.answer.bound).toBeGreaterThanOrEqual(bestOf(benefits, ways.length, sites) - 1e-9);
      }),
      RUNS,
    );
  });
});

const PLANE = localPlane(10, 51);
const place = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }));

describe("a pool of ways by the straight line", { timeout: 60_000 }, () => {
  test("columns are what each candidate saves everyone, and no candidate is worth more than is said, at any prices", () => {
    const city = fc.record({
      cells: fc.array(fc.tuple(place, fc.nat({ max: 50 }), fc.integer({ min: 0, max: 3000 })), {
        minLength: 1,
        maxLength: 60,
      }),
      candidates: fc.array(place, { minLength: 1, maxLength: 12 }),
      detour: fc.constantFrom(1, 1.2, 1.4),
      paid: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 60, maxLength: 60 }),
    });
    fc.assert(
      fc.property(city, ({ cells, candidates, detour, paid }) => {
        const column = (values: readonly number[]) => Float64Array.from(values);
        const demand: SitingDemand = {
          plane: PLANE,
          x: column(cells.map(([[x]]) => x)),
          y: column(cells.map(([[, y]]) => y)),
          weight: column(cells.map(([, people]) => people)),
          nearest: column(cells.map(([, , metres]) => metres)),
        };
        const pool = waysPool(
          demand,
          { x: column(candidates.map(([x]) => x)), y: column(candidates.map(([, y]) => y)) },
          detour,
        );
        const benefits = pool.columns(Uint32Array.from(candidates, (_, j) => j));
        const saved = candidates.map(([x, y]) =>
          cells.reduce((sum, [[px, py], people, metres]) => {
            const way = Math.floor(planeDistance(PLANE, x, y, px, py) * 1000 * detour + 0.5) / 1000;
            return sum + people * Math.max(0, metres - way);
          }, 0),
        );
        const highest = new Float64Array(benefits.points);
        saved.forEach((metres, j) => {
          expect(worthOf(benefits, [j])).toBeCloseTo(metres, 6);
          for (let e = benefits.starts[j] as number; e < (benefits.starts[j + 1] as number); e++) {
            const i = benefits.point[e] as number;
            highest[i] = Math.max(highest[i] as number, benefits.value?.[e] ?? 0);
          }
        });
        expect(pool.before).toBeCloseTo(
          cells.reduce((sum, [, people, metres]) => sum + people * metres, 0),
          6,
        );
        for (const prices of [undefined, highest.map((most, i) => (most * (paid[i] as number)) / 100)]) {
          const atMost = pool.atMost(prices);
          poolOf(benefits)
            .atMost(prices)
            .forEach((worth, j) => {
              expect(atMost[j]).toBeGreaterThanOrEqual(worth - 1e-9);
            });
        }
      }),
      { ...RUNS, numRuns: 40 },
    );
  });
});
