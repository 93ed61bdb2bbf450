import fc from "fast-check";
import type { Highs } from "highs";
import { beforeAll, describe, expect, test } from "vitest";
import type { Benefits } from "../../../src/analysis/siting/benefits.ts";
import { CoverSearch } from "../../../src/analysis/siting/cover-search.ts";
import { loadHighs } from "../../../src/analysis/siting/exact/load-highs.ts";
import { proveCover } from "../../../src/analysis/siting/exact/prove-cover.ts";
import { proveLongestWay } from "../../../src/analysis/siting/exact/prove-longest-way.ts";
import { greedySites } from "../../../src/analysis/siting/greedy-sites.ts";
import { SiteSearch } from "../../../src/analysis/siting/site-search.ts";
import { longestWays, reachedBy, savedBy, subsets, worthOf } from "./matrix-benefits.ts";
import { proven, provenBySolverAlone } from "./prove.ts";

/* Small random cases: up to nine candidates, ten points, whole weights and ways; every set of sites is tried for comparison. */

interface Case {
  readonly ways: readonly (readonly number[])[];
  readonly weight: readonly number[];
  readonly sites: number;
  readonly reach: number;
}

const small: fc.Arbitrary<Case> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 10 }))
  .chain(([candidates, points]) =>
    fc.record({
      ways: fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: points, maxLength: points }), {
        minLength: candidates,
        maxLength: candidates,
      }),
      weight: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: points, maxLength: points }),
      sites: fc.integer({ min: 0, max: 4 }),
      reach: fc.integer({ min: 0, max: 25 }),
    }),
  );
const RUNS = { seed: 20_261, numRuns: 120 };

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const both = ({ ways, weight, reach }: Case): readonly Benefits[] => [
  reachedBy(ways, weight, reach),
  savedBy(ways, weight, longestWays(ways)),
];

function bestOfAll(benefits: Benefits, candidates: number, sites: number): number {
  let most = 0;
  for (const set of subsets(candidates, sites)) most = Math.max(most, worthOf(benefits, set));
  return most;
}

function searched(benefits: Benefits, sites: number, seed = 1) {
  const search = new SiteSearch(benefits, { sites, seed, restarts: 4 });
  while (search.step());
  return search.answer;
}

describe("C23: laws of siting", { timeout: 120_000 }, () => {
  test("the exact answer is that of trying every set of sites; no search is above it, no bound below", () => {
    fc.assert(
      fc.property(small, (given) => {
        for (const benefits of both(given)) {
          const best = bestOfAll(benefits, given.ways.length, given.sites);
          const exact = proven(highs, benefits, given.sites);
          expect(exact.value).toBe(best);
          expect(worthOf(benefits, exact.sites)).toBe(best);
          expect(provenBySolverAlone(highs, benefits, given.sites).value).toBe(best);
          const first = new SiteSearch(benefits, { sites: given.sites, restarts: 0 }).answer;
          const answer = searched(benefits, given.sites);
          expect(first.value).toBeLessThanOrEqual(answer.value);
          expect(answer.value).toBeLessThanOrEqual(best);
          expect(first.bound).toBeGreaterThanOrEqual(best);
          expect(answer.bound).toBeGreaterThanOrEqual(best);
          if (answer.isProven) expect(answer.value).toBe(best);
          expect(answer.sites.length).toBeLessThanOrEqual(given.sites);
        }
      }),
      RUNS,
    );
  });

  test("columns that are left out, but named with the most they can be worth, keep every bound true", () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 8 }), (given, keep) => {
        for (const benefits of both(given)) {
          const kept = Math.min(keep, given.ways.length);
          const alone = given.ways.map((_, j) => worthOf(benefits, [j]));
          const restAtMost = Math.max(0, ...alone.slice(kept));
          const part = { ...benefits, starts: benefits.starts.slice(0, kept + 1) };
          const { sites } = given;
          const search = new SiteSearch(part, { sites, restarts: 2, rest: given.ways.length - kept, restAtMost });
          while (search.step());
          expect(search.answer.bound).toBeGreaterThanOrEqual(bestOfAll(benefits, given.ways.length, sites) - 1e-9);
        }
      }),
      RUNS,
    );
  });

  test("the fewest sites that reach all are those of trying every set; the bound is never above", () => {
    fc.assert(
      fc.property(small, ({ ways, weight, reach }) => {
        const benefits = reachedBy(ways, weight, reach);
        const counted = { ...benefits, weight: new Float64Array(benefits.points).fill(1) };
        const all = worthOf(
          counted,
          ways.map((_, j) => j),
        );
        let fewest = 0;
        const reachesAll = (count: number) => {
          for (const set of subsets(ways.length, count)) if (worthOf(counted, set) === all) return true;
          return false;
        };
        while (!reachesAll(fewest)) fewest++;
        const search = new CoverSearch(benefits);
        while (search.step());
        const { sites, bound } = search.answer;
        expect(worthOf(counted, sites)).toBe(all);
        expect(bound).toBeLessThanOrEqual(fewest);
        const known = { sites: sites.length, benefits, value: sites.length, bound: 0 };
        const { better, isProven } = proveCover(highs, known, sites);
        expect(isProven).toBe(true);
        expect((better ?? sites).length).toBe(fewest);
        expect(worthOf(counted, better ?? sites)).toBe(all);
      }),
      RUNS,
    );
  });

  test("the least longest way is that of trying every set of sites", () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 1, max: 4 }), ({ ways, weight }, sites) => {
        const longest = (set: readonly number[]) =>
          Math.max(...weight.map((_, i) => Math.min(...set.map((j) => ways[j]?.[i] ?? Infinity))));
        let least = Infinity;
        for (const set of subsets(ways.length, sites)) if (set.length > 0) least = Math.min(least, longest(set));
        const answer = proveLongestWay(highs, Float64Array.from(ways.flat()), weight.length, sites);
        expect(answer.metres).toBe(least);
        expect(longest(answer.sites)).toBe(least);
      }),
      RUNS,
    );
  });

  test("more sites never reach fewer, and more reach never reaches fewer", () => {
    fc.assert(
      fc.property(small, (given) => {
        const { ways, weight, sites, reach } = given;
        for (const benefits of both(given)) {
          expect(proven(highs, benefits, sites + 1).value).toBeGreaterThanOrEqual(proven(highs, benefits, sites).value);
          expect(greedySites(benefits, { sites: sites + 1 }).value).toBeGreaterThanOrEqual(
            greedySites(benefits, { sites }).value,
          );
        }
        const near = proven(highs, reachedBy(ways, weight, reach), sites).value;
        expect(proven(highs, reachedBy(ways, weight, reach + 3), sites).value).toBeGreaterThanOrEqual(near);
      }),
      RUNS,
    );
  });

  test("gains add up to the value and never grow from one site to the next", () => {
    fc.assert(
      fc.property(small, (given) => {
        for (const benefits of both(given)) {
          for (const { sites, gains, value } of [
            greedySites(benefits, { sites: given.sites }),
            searched(benefits, given.sites),
            proven(highs, benefits, given.sites),
          ]) {
            expect(gains.reduce((sum, gain) => sum + gain, 0)).toBe(value);
            expect(worthOf(benefits, sites)).toBe(value);
            expect([...gains].sort((a, b) => b - a)).toEqual(gains);
            sites.forEach((_, n) => {
              expect(worthOf(benefits, sites.slice(0, n + 1))).toBe(
                gains.slice(0, n + 1).reduce((sum, gain) => sum + gain, 0),
              );
            });
          }
        }
      }),
      RUNS,
    );
  });

  test("lazy greedy takes the same sites as asking every candidate every time", () => {
    fc.assert(
      fc.property(small, (given) => {
        for (const benefits of both(given)) {
          const naive: number[] = [];
          for (let n = 0; n < given.sites; n++) {
            const before = worthOf(benefits, naive);
            const gains = given.ways.map((_, j) => worthOf(benefits, [...naive, j]) - before);
            const most = Math.max(0, ...gains);
            if (most === 0) break;
            naive.push(gains.indexOf(most));
          }
          expect(greedySites(benefits, { sites: given.sites }).sites).toEqual(naive);
        }
      }),
      RUNS,
    );
  });

  test("scaling the weights scales the values, and the order of points and candidates means nothing", () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 2, max: 9 }), (given, factor) => {
        const scaled = { ...given, weight: given.weight.map((weight) => weight * factor) };
        const turned = {
          ...given,
          ways: given.ways.toReversed().map((row) => row.toReversed()),
          weight: given.weight.toReversed(),
        };
        both(given).forEach((benefits, b) => {
          const { value } = proven(highs, benefits, given.sites);
          expect(proven(highs, both(scaled)[b] as Benefits, given.sites).value).toBe(factor * value);
          expect(proven(highs, both(turned)[b] as Benefits, given.sites).value).toBe(value);
          expect(greedySites(both(scaled)[b] as Benefits, { sites: given.sites }).sites).toEqual(
            greedySites(benefits, { sites: given.sites }).sites,
          );
        });
      }),
      RUNS,
    );
  });

  test("the same seed gives the same sites", () => {
    fc.assert(
      fc.property(small, fc.integer(), (given, seed) => {
        for (const benefits of both(given)) {
          expect(searched(benefits, given.sites, seed)).toEqual(searched(benefits, given.sites, seed));
        }
      }),
      RUNS,
    );
  });
});
