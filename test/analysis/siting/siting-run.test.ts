import fc from "fast-check";
import type { Highs } from "highs";
import { describe, expect, test } from "vitest";
import type { SitingDemand } from "../../../src/analysis/siting/coverage-benefits.ts";
import { coverageBenefits } from "../../../src/analysis/siting/coverage-benefits.ts";
import { loadHighs } from "../../../src/analysis/siting/exact/load-highs.ts";
import { proveSites } from "../../../src/analysis/siting/exact/prove-sites.ts";
import type { SitingGoal, SitingOptions } from "../../../src/analysis/siting/siting.ts";
import { beginSiting } from "../../../src/analysis/siting/siting-run.ts";
import type { PlacedPoints } from "../../../src/analysis/siting/square-grid.ts";
import { waysBenefits } from "../../../src/analysis/siting/ways-benefits.ts";
import { localPlane, planeDistance } from "../../../src/geo/local-plane.ts";
import { subsets } from "./matrix-benefits.ts";

const PLANE = localPlane(10, 51);
type Place = readonly [x: number, y: number];

function placed(places: readonly Place[]): PlacedPoints {
  return { x: Float64Array.from(places, ([x]) => x), y: Float64Array.from(places, ([, y]) => y) };
}

/** Rounded to the millimetre, as rule C3 says; by the definition. */
function way([x1, y1]: Place, [x2, y2]: Place, detour = 1): number {
  return Math.floor(planeDistance(PLANE, x1, y1, x2, y2) * 1000 * detour + 0.5) / 1000;
}

function demandOf(cells: readonly (readonly [...Place, number])[], fixed: readonly Place[], detour = 1): SitingDemand {
  const places = cells.map(([x, y]): Place => [x, y]);
  return {
    plane: PLANE,
    ...placed(places),
    weight: Float64Array.from(cells, ([, , residents]) => residents),
    nearest: Float64Array.from(places, (cell) =>
      fixed.length > 0 ? Math.min(...fixed.map((site) => way(cell, site, detour))) : Number.NaN,
    ),
  };
}

function finished(demand: SitingDemand, candidates: readonly Place[], options: SitingOptions) {
  const run = beginSiting(demand, placed(candidates), options);
  while (run.step());
  return run;
}

/*
 * By hand: a street of six blocks, 1,000 m apart, with 10, 40, 30, 5, 60, 20 people; one place stands at the first block and stays.
 * Reach 1,000 m: the place reaches blocks 1 and 2. New sites may stand at any block.
 */
const STREET = [10, 40, 30, 5, 60, 20].map((people, k) => [0, 1000 * k, people] as const);
const BLOCKS = STREET.map(([x, y]): Place => [x, y]);

describe("C22: a street of six blocks, reckoned by hand", () => {
  const options = { sites: 1, reach: 1000 };

  test("one site: the fourth block newly reaches 30 + 5 + 60; two: the last 20 more", () => {
    const { answer } = finished(demandOf(STREET, [[0, 0]]), BLOCKS, { ...options, goal: "most-reached" });
    expect([...answer.sites]).toEqual([3]);
    expect([answer.total, answer.before, answer.value, answer.bound]).toEqual([165, 50, 95, 95]);
    const two = finished(demandOf(STREET, [[0, 0]]), BLOCKS, { ...options, goal: "most-reached", sites: 2 }).answer;
    expect([...two.gains]).toEqual([95, 20]);
    expect([two.sites[0], two.isProven, two.gap]).toEqual([3, true, 0]);
    // The fifth and the sixth block both reach the sixth; the smaller number is taken.
    expect(two.sites[1]).toBe(4);
  });

  test("fewest sites: one alone cannot reach blocks 3 to 6, two do", () => {
    const { answer } = finished(demandOf(STREET, [[0, 0]]), BLOCKS, { ...options, goal: "fewest-sites" });
    expect([answer.value, answer.bound, answer.isProven]).toEqual([2, 2, true]);
    expect([answer.before, answer.reachable]).toEqual([50, 115]);
    expect([...answer.gains].reduce((sum, gain) => sum + gain, 0)).toBe(115);
  });

  test("shortest ways: 455,000 person-metres today, 330,000 less with a site at the fifth block", () => {
    // Before: 40·1 + 30·2 + 5·3 + 60·4 + 20·5 = 455 km. With a site at block 5: 40 + 30·2 + 5·1 + 0 + 20·1 = 125 km: 330 km less.
    // At block 4: 40 + 30·1 + 0 + 60·1 + 20·2 = 170. Block 5 is best.
    const { answer } = finished(demandOf(STREET, [[0, 0]]), BLOCKS, { ...options, goal: "shortest-ways" });
    expect([...answer.sites]).toEqual([4]);
    expect(answer.before).toBeCloseTo(455_000, 0);
    expect(answer.value).toBeCloseTo(330_000, 0);
    expect(answer.ways).toBeCloseTo(125_000, 0);
    expect(answer.isProven).toBe(true);
  });

  test("without any place today the first site of the shortest ways is the weighted median block", () => {
    // Σ w·|k − 5|: 10·4 + 40·3 + 30·2 + 5 + 0 + 20 = 245; at block 3: 20 + 40 + 0 + 5 + 120 + 60 = 245; at block 4: 30 + 80 + 30 + 0 + 60 + 40 = 240.
    const { answer } = finished(demandOf(STREET, []), BLOCKS, { ...options, goal: "shortest-ways" });
    expect([...answer.sites]).toEqual([3]);
    expect(answer.ways).toBeCloseTo(240_000, 0);
    expect(answer.before).toBeNaN();
  });
});

describe("what siting does at the edges", () => {
  const goals: readonly SitingGoal[] = ["most-reached", "fewest-sites", "shortest-ways"];

  test.each(goals)("%s: where everything is served already, no site is chosen and that is proven", (goal) => {
    const { answer } = finished(demandOf(STREET, BLOCKS), BLOCKS, { goal, sites: 3, reach: 1000 });
    expect([answer.sites.length, answer.value, answer.bound, answer.isProven]).toEqual([0, 0, 0, true]);
  });

  test.each(goals)("%s: without candidates there are no sites, and none better", (goal) => {
    const { answer } = finished(demandOf(STREET, [[0, 0]]), [], { goal, sites: 3, reach: 1000 });
    expect([answer.sites.length, answer.value, answer.isProven]).toEqual([0, 0, true]);
  });

  test.each(goals)("%s: without residents there is nothing to gain", (goal) => {
    const empty = STREET.map(([x, y]) => [x, y, 0] as const);
    const { answer } = finished(demandOf(empty, [[0, 0]]), BLOCKS, { goal, sites: 3, reach: 1000 });
    expect([answer.sites.length, answer.total, answer.isProven]).toEqual([0, 0, true]);
  });

  test("unknown residents are not counted, neither as people nor as zero of something", () => {
    const cells = [...STREET, [0, 7000, Number.NaN] as const];
    const { answer } = finished(demandOf(cells, [[0, 0]]), BLOCKS, { goal: "most-reached", sites: 1, reach: 1000 });
    expect([answer.total, answer.value]).toEqual([165, 95]);
  });

  test("more sites than candidates: all that add something are taken", () => {
    const run = finished(demandOf(STREET, [[0, 0]]), BLOCKS.slice(3), { goal: "most-reached", sites: 99, reach: 1000 });
    expect([run.answer.value, run.answer.bound, run.answer.isProven]).toEqual([115, 115, true]);
    expect(run.answer.sites.length).toBeLessThanOrEqual(3);
  });

  test("a reach below zero, a detour below one and places that are none are named", () => {
    const demand = demandOf(STREET, [[0, 0]]);
    const options = { goal: "most-reached", sites: 1, reach: 1000 } as const;
    expect(() => beginSiting(demand, placed(BLOCKS), { ...options, reach: -1 })).toThrow("reach is -1");
    expect(() => beginSiting(demand, placed(BLOCKS), { ...options, detour: 0.5 })).toThrow("detour is 0.5");
    expect(() => beginSiting(demand, placed(BLOCKS), { ...options, sites: Number.NaN })).toThrow("NaN");
    expect(() => beginSiting(demand, placed([[Number.NaN, 0]]), options)).toThrow("candidate 0 has no place");
  });
});

const place = fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: -3000, max: 3000 }));
const city = fc.record({
  cells: fc.array(
    fc.tuple(place, fc.nat({ max: 50 })).map(([[x, y], people]) => [x, y, people] as const),
    { minLength: 1, maxLength: 40 },
  ),
  fixed: fc.array(place, { maxLength: 3 }),
  candidates: fc.array(place, { minLength: 1, maxLength: 12 }),
  reach: fc.integer({ min: 0, max: 2500 }),
  detour: fc.constantFrom(1, 1.2, 1.4),
});
const RUNS = { seed: 416, numRuns: 150 };

describe("from places to benefits", { timeout: 60_000 }, () => {
  test("pairs are those of the distance of coverage, exactly the reach included", () => {
    fc.assert(
      fc.property(city, fc.boolean(), ({ cells, fixed, candidates, reach: any, detour }, isExact) => {
        const [x, y] = cells[0] as readonly [number, number, number];
        const reach = isExact ? way([x, y], candidates[0] as Place, detour) : any;
        const demand = demandOf(cells, fixed, detour);
        const made = coverageBenefits(demand, placed(candidates), { reach, detour });
        if (!made) throw new Error("no limit was set");
        const { benefits, candidate, demandPoint } = made;
        const found = new Set<string>();
        candidate.forEach((j, c) => {
          for (let e = benefits.starts[c] as number; e < (benefits.starts[c + 1] as number); e++) {
            found.add(`${j}-${demandPoint[benefits.point[e] as number]}`);
          }
        });
        const wanted = candidates.flatMap((at, j) =>
          cells.flatMap(([x, y, people], i) =>
            people > 0 && !((demand.nearest[i] as number) <= reach) && way([x, y], at, detour) <= reach
              ? [`${j}-${i}`]
              : [],
          ),
        );
        expect([...found].sort()).toEqual(wanted.sort());
      }),
      RUNS,
    );
  });

  test("candidates that are left out are worth no more than is said, for reach and for ways", () => {
    fc.assert(
      fc.property(city, place, fc.integer({ min: 1, max: 6 }), ({ cells, candidates, reach, detour }, site, wanted) => {
        const demand = demandOf(cells, [site], detour);
        const before = cells.map(([x, y]) => way([x, y], site, detour));
        const reached = coverageBenefits(demand, placed(candidates), { reach, detour, candidates: wanted });
        const saved = waysBenefits(demand, placed(candidates), { detour, candidates: wanted });
        candidates.forEach((at, j) => {
          let newly = 0;
          let metres = 0;
          cells.forEach(([x, y, people], i) => {
            const own = way([x, y], at, detour);
            if ((before[i] as number) > reach && own <= reach) newly += people;
            metres += people * Math.max(0, (before[i] as number) - own);
          });
          if (!reached?.candidate.includes(j)) expect(newly).toBeLessThanOrEqual(reached?.restAtMost ?? 0);
          if (!saved?.candidate.includes(j)) expect(metres).toBeLessThanOrEqual((saved?.restAtMost ?? 0) + 1e-9);
        });
      }),
      RUNS,
    );
  });

  test("thinned candidates without any place today: the slack makes the bound true for all candidates", () => {
    fc.assert(
      fc.property(city, ({ cells, candidates, detour }) => {
        const demand = demandOf(cells, [], detour);
        fc.pre(demand.weight.some((weight) => weight > 0));
        const people = demand.weight.filter((weight) => weight > 0).length;
        const thin = waysBenefits(demand, placed(candidates), { detour, pairs: 3 * people });
        const cost = (set: readonly number[]) =>
          cells.reduce(
            (sum, [x, y, w]) => sum + w * Math.min(...set.map((j) => way([x, y], candidates[j] as Place, detour))),
            0,
          );
        let least = Infinity;
        for (const set of subsets(candidates.length, 2)) if (set.length > 0) least = Math.min(least, cost(set));
        let leastKept = Infinity;
        const kept = [...(thin?.candidate ?? [])];
        for (const set of subsets(kept.length, 2)) {
          if (set.length > 0) leastKept = Math.min(leastKept, cost(set.map((c) => kept[c] as number)));
        }
        expect(leastKept - (thin?.slack ?? 0)).toBeLessThanOrEqual(least + 1e-6);
      }),
      RUNS,
    );
  });

  test("a larger reach never reaches fewer, and what the chosen sites reach is what coverage measures", async () => {
    const highs: Highs = await loadHighs();
    const exact = (demand: SitingDemand, candidates: readonly Place[], reach: number, detour: number) => {
      const run = finished(demand, candidates, { goal: "most-reached", sites: 3, reach, detour, restarts: 1 });
      const { unproven } = run.proofInput();
      const proof = proveSites(highs, unproven);
      return { sites: [...run.answer.sites], found: run.answer.value, best: proof.better?.value ?? run.answer.value };
    };
    fc.assert(
      fc.property(city, fc.integer({ min: 0, max: 500 }), ({ cells, fixed, candidates, reach, detour }, more) => {
        const demand = demandOf(cells, fixed, detour);
        const { sites, found, best } = exact(demand, candidates, reach, detour);
        const isReached = ([x, y]: readonly [number, number, number], within: number, places: readonly Place[]) =>
          places.some((at) => way([x, y], at, detour) <= within);
        const reachedBy = (within: number, places: readonly Place[]) =>
          cells.reduce((sum, cell) => sum + (isReached(cell, within, places) ? cell[2] : 0), 0);
        const chosen = sites.map((j) => candidates[j] as Place);
        expect(reachedBy(reach, [...fixed, ...chosen]) - reachedBy(reach, fixed)).toBe(found);
        const wider = exact(demand, candidates, reach + more, detour);
        expect(wider.best + reachedBy(reach + more, fixed)).toBeGreaterThanOrEqual(best + reachedBy(reach, fixed));
      }),
      RUNS,
    );
  });
});
