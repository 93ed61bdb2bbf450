import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SLOW_STEPS, type Weigh, weighBy, weighEach } from "../../../src/analysis/provision/decay.ts";
import { measureProvision } from "../../../src/analysis/provision/measure-provision.ts";
import type { Provision, ProvisionMethod } from "../../../src/analysis/provision/provision.ts";
import { givenPairs } from "../../../src/analysis/provision/site-pairs.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";

interface Case {
  readonly residents: readonly number[];
  readonly supply: readonly number[];
  /** metres[i][j] from point i to site j; Infinity = no way. */
  readonly metres: readonly (readonly number[])[];
  readonly reach: number;
  readonly weigh?: Weigh;
  readonly area?: readonly number[];
}

function measure(method: ProvisionMethod, given: Case): Provision {
  const starts = [0];
  const point: number[] = [];
  const metres: number[] = [];
  given.supply.forEach((_, j) => {
    given.residents.forEach((_, i) => {
      const way = given.metres[i]?.[j] as number;
      if (way === Infinity) return;
      point.push(i);
      metres.push(way);
    });
    starts.push(point.length);
  });
  const ways = { starts: Uint32Array.from(starts), point: Uint32Array.from(point), metres: Float64Array.from(metres) };
  const area = Int32Array.from(given.area ?? given.residents.map(() => 0));
  const competitors = { residents: Float64Array.from(given.residents), area, areas: Math.max(...area, 0) + 1 };
  const weigh = given.weigh ?? weighBy({ form: "none" }, given.reach);
  const question = { method, reach: given.reach, weigh, supply: Float64Array.from(given.supply) };
  return runAtOnce(measureProvision(givenPairs(given.residents.length, ways), competitors, question));
}

/** The formulas of the papers with full matrices. */
function byMatrices(
  method: ProvisionMethod,
  { residents, supply, metres, reach }: Case,
  weightOf: (d: number) => number,
) {
  const known = (i: number) => (residents[i] as number) > 0;
  const people = (i: number) => (known(i) ? (residents[i] as number) : 0);
  const all = residents.map((_, i) => i);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const given = (i: number, j: number) => (metres[i]?.[j] === Infinity ? 0 : weightOf(metres[i]?.[j] as number));
  const w = (i: number, j: number) => ((metres[i]?.[j] as number) <= reach ? given(i, j) : 0);
  const share = (i: number, j: number, of: (i: number, j: number) => number) => {
    const total = sum(supply.map((_, m) => of(i, m)));
    return total > 0 ? of(i, j) / total : 0;
  };
  const first = (i: number, j: number) => {
    if (method === "2sfca") return w(i, j);
    return method === "3sfca" ? share(i, j, given) * w(i, j) : share(i, j, w);
  };
  const second = (i: number, j: number) => {
    if (method !== "bfca") return first(i, j);
    return w(i, j) / sum(all.map((k) => (known(k) ? w(k, j) : 0)));
  };
  const ratio = supply.map((amount, j) => {
    const demand = sum(all.map((i) => people(i) * first(i, j)));
    return demand > 0 ? amount / demand : Number.NaN;
  });
  const points = all.map((i) =>
    sum(ratio.map((perHead, j) => (Number.isNaN(perHead) || w(i, j) === 0 ? 0 : perHead * second(i, j)))),
  );
  return { points, ratio };
}

// Three blocks and two centres: the middle block has both in reach, the last one none.
const STREET: Case = {
  residents: [100, 300, 50],
  supply: [40, 30],
  metres: [
    [200, 900],
    [400, 400],
    [1500, 1300],
  ],
  reach: 800,
};

describe("C15: provision, reckoned by hand", () => {
  test("2SFCA: each place is divided by all in its reach, and who has several adds up", () => {
    const { points, sites } = measure("2sfca", STREET);
    expect([...sites]).toEqual([40 / 400, 30 / 300]);
    expect([...points]).toEqual([0.1, 0.2, 0]);
  });

  test("means are weighted by residents and count those without any place as provided with nothing", () => {
    const { areas, city } = measure("2sfca", { ...STREET, area: [0, 1, 1] });
    expect([...areas.per10000]).toEqual([1000, ((300 * 0.2) / 350) * 10_000]);
    expect([...areas.noneInReach]).toEqual([0, 50]);
    expect(city.per10000).toBeCloseTo((70 / 450) * 10_000, 9);
    expect([city.residents, city.noneInReach, city.supply, city.supplyInReach]).toEqual([450, 50, 70, 70]);
    expect(areas.toCity[0]).toBeCloseTo(1000 / ((70 / 450) * 10_000), 12);
  });

  test("3SFCA: who has two places in reach burdens each with half", () => {
    const { points, sites } = measure("3sfca", STREET);
    expect([...sites]).toEqual([40 / 250, 30 / 150]);
    expect(points[0]).toBeCloseTo(40 / 250, 12);
    expect(points[1]).toBeCloseTo(0.5 * (40 / 250) + 0.5 * (30 / 150), 12);
    expect(points[2]).toBe(0);
  });

  test("BFCA: nobody is counted twice, and the level of service of a place is divided among its points", () => {
    const { points, sites } = measure("bfca", STREET);
    expect([...sites]).toEqual([40 / 250, 30 / 150]);
    expect(points[0]).toBeCloseTo(40 / 250 / 2, 12);
    expect(points[1]).toBeCloseTo(40 / 250 / 2 + 30 / 150, 12);
  });

  test("E2SFCA: rings weigh what they are given, their borders included; beyond the reach nothing counts", () => {
    const rings: Case = {
      residents: [10, 10, 10, 10],
      supply: [1],
      metres: [[300], [301], [900], [901]],
      reach: 900,
      weigh: weighBy(SLOW_STEPS, 900),
    };
    const { points } = measure("2sfca", rings);
    const perHead = 1 / (10 + 6.8 + 2.2);
    [1, 0.68, 0.22, 0].forEach((weight, i) => {
      expect(points[i]).toBeCloseTo(weight * perHead, 15);
    });
  });

  test("E2SFCA: the Gaussian decay is 1 at the door and a hundredth at the reach, or what is wished", () => {
    const weightAt = (metres: number, atReach?: number) => {
      const weight = new Float64Array(1);
      weighBy({ form: "gaussian", atReach }, 800)(Float64Array.of(metres), 1, weight);
      return weight[0];
    };
    expect(weightAt(0)).toBe(1);
    expect(weightAt(800)).toBeCloseTo(0.01, 15);
    expect(weightAt(400)).toBeCloseTo(0.01 ** 0.25, 15);
    expect(weightAt(800, 0.5)).toBeCloseTo(0.5, 15);
  });

  test("an area without known residents has no value; a place with nobody in reach has no ratio and hands out nothing", () => {
    const lonely = measure("2sfca", {
      residents: [Number.NaN, 20, 0],
      supply: [5, 7],
      metres: [
        [10, Infinity],
        [Infinity, 10],
        [10, Infinity],
      ],
      reach: 100,
      area: [0, 1, 2],
    });
    expect([...lonely.areas.per10000]).toEqual([Number.NaN, 3500, Number.NaN]);
    expect([...lonely.areas.residents]).toEqual([Number.NaN, 20, 0]);
    expect([...lonely.sites]).toEqual([Number.NaN, 0.35]);
    expect([lonely.city.supply, lonely.city.supplyInReach]).toEqual([12, 7]);
  });

  test("who lives outside all areas competes, but is in no mean", () => {
    const { areas, city } = measure("2sfca", {
      residents: [10, 30],
      supply: [4],
      metres: [[1], [1]],
      reach: 5,
      area: [0, -1],
    });
    expect([...areas.per10000]).toEqual([1000]);
    expect(city.residents).toBe(10);
  });

  test("what makes no sense is refused by name", () => {
    expect(() => measure("2sfca", { ...STREET, reach: Number.NaN })).toThrow("reach is NaN");
    expect(() => measure("2sfca", { ...STREET, supply: [1, -1] })).toThrow("supply is -1");
    expect(() => measure("2sfca", { ...STREET, weigh: weighEach(() => -1) })).toThrow("weight is -1 at 200 metres");
    expect(() =>
      measure("2sfca", {
        ...STREET,
        metres: [
          [-3, 1],
          [1, 1],
          [1, 1],
        ],
      }),
    ).toThrow("way of -3 metres");
    expect(() => weighBy({ form: "gaussian", atReach: 1 }, 800)).toThrow("atReach is 1");
    expect(() => weighBy({ form: "steps", weights: [] }, 800)).toThrow("steps without a weight");
  });
});

describe.skipIf(!hasSharedData)("C15: three tracts and three hospitals with published values (toy-2sfca)", () => {
  const toy = hasSharedData && JSON.parse(readFileSync(sharedData("results/toy-2sfca/expected.json"), "utf8"));
  const KEYS = ["1", "2", "3"];
  const scenarios = toy ? (toy.scenarios as Record<string, Record<string, number>>[]) : [];

  test.each(scenarios.map((scenario, k) => ({ k, scenario })))("are met to 1e-9 in scenario $k", ({ scenario }) => {
    const given: Case = {
      residents: KEYS.map((i) => toy.pop[i]),
      supply: KEYS.map((j) => toy.supply[j]),
      metres: KEYS.map((i) => KEYS.map((j) => scenario.cost?.[`${i}-${j}`] as number)),
      reach: 60.999,
      weigh: weighEach((cost) => 1 / cost),
    };
    const two = measure("2sfca", given);
    const three = measure("3sfca", given);
    KEYS.forEach((key, i) => {
      expect(Math.abs((two.points[i] as number) - (scenario.A_2SFCA?.[key] as number))).toBeLessThan(1e-9);
      const published = scenario.A_3SFCA_G_over_all_dest?.[key] as number;
      expect(Math.abs((three.points[i] as number) - published)).toBeLessThan(1e-9);
    });
    const given_ = [...two.points].reduce((sum, a, i) => sum + a * (given.residents[i] as number), 0);
    expect(Math.abs(given_ - 135)).toBeLessThan(1e-9);
  });
});

const cases = fc
  .record({ points: fc.integer({ min: 1, max: 12 }), sites: fc.integer({ min: 1, max: 6 }) })
  .chain(({ points, sites }) =>
    fc.record({
      residents: fc.array(fc.oneof(fc.nat({ max: 500 }), fc.constant(Number.NaN)), {
        minLength: points,
        maxLength: points,
      }),
      supply: fc.array(fc.nat({ max: 100 }), { minLength: sites, maxLength: sites }),
      metres: fc.array(
        fc.array(fc.oneof({ weight: 4, arbitrary: fc.nat({ max: 1000 }) }, fc.constant(Infinity)), {
          minLength: sites,
          maxLength: sites,
        }),
        { minLength: points, maxLength: points },
      ),
      reach: fc.nat({ max: 1000 }),
    }),
  );
const METHODS = ["2sfca", "3sfca", "bfca"] as const;
const method = fc.constantFrom(...METHODS);
const decays = [{ form: "none" }, SLOW_STEPS, { form: "steps", weights: [1, 0] }, { form: "gaussian" }] as const;
const decay = fc.constantFrom(...decays);
const near = (actual: number, expected: number) =>
  Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)) ||
  (Number.isNaN(actual) && Number.isNaN(expected));

describe("laws of provision (C15)", () => {
  test("every method gives what the full matrices of its paper give", () => {
    fc.assert(
      fc.property(cases, method, decay, (given, name, form) => {
        const weigh = weighBy(form, given.reach);
        const weightOf = (metres: number) => {
          const weight = new Float64Array(1);
          weigh(Float64Array.of(metres), 1, weight);
          return weight[0] as number;
        };
        const actual = measure(name, { ...given, weigh });
        const expected = byMatrices(name, given, weightOf);
        actual.points.forEach((value, i) => {
          expect(near(value, expected.points[i] as number)).toBe(true);
        });
        actual.sites.forEach((value, j) => {
          expect(near(value, expected.ratio[j] as number)).toBe(true);
        });
      }),
      { numRuns: 500 },
    );
  });

  test("what the residents get is what the places have that somebody reaches; in BFCA the levels of service are kept", () => {
    fc.assert(
      fc.property(cases, method, decay, (given, name, form) => {
        const { points, sites, city } = measure(name, { ...given, weigh: weighBy(form, given.reach) });
        const inhabited = given.residents.map((people) => (people > 0 ? people : 0));
        const got = [...points].reduce((sum, a, i) => {
          const people = inhabited[i] as number;
          return sum + (name === "bfca" ? (people > 0 ? a : 0) : a * people);
        }, 0);
        const ratios = [...sites].reduce((sum, ratio) => sum + (Number.isNaN(ratio) ? 0 : ratio), 0);
        expect(near(got, name === "bfca" ? ratios : city.supplyInReach)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("dividing a point into two changes nothing in 2SFCA and 3SFCA", () => {
    fc.assert(
      fc.property(cases, fc.constantFrom("2sfca" as const, "3sfca" as const), decay, (given, name, form) => {
        const weigh = weighBy(form, given.reach);
        const one = measure(name, { ...given, weigh });
        const half = (given.residents[0] as number) / 2;
        const two = measure(name, {
          ...given,
          weigh,
          residents: [half, ...given.residents.slice(1), half],
          metres: [...given.metres, given.metres[0] as number[]],
        });
        one.points.forEach((value, i) => {
          expect(near(two.points[i] as number, value)).toBe(true);
        });
        expect(near(two.city.per10000, one.city.per10000)).toBe(true);
      }),
    );
  });

  test("more supply at a place never lowers anyone's provision, and scaling all supply scales it", () => {
    fc.assert(
      fc.property(cases, method, decay, fc.integer({ min: 2, max: 9 }), (given, name, form, factor) => {
        const weigh = weighBy(form, given.reach);
        const before = measure(name, { ...given, weigh });
        const more = measure(name, { ...given, weigh, supply: given.supply.map((s, j) => (j === 0 ? s + factor : s)) });
        const all = measure(name, { ...given, weigh, supply: given.supply.map((s) => s * factor) });
        before.points.forEach((value, i) => {
          expect(more.points[i] as number).toBeGreaterThanOrEqual(value);
          expect(near(all.points[i] as number, value * factor)).toBe(true);
        });
      }),
    );
  });

  test("residents ten times as many have a tenth each", () => {
    fc.assert(
      fc.property(cases, method, (given, name) => {
        const one = measure(name, given);
        const ten = measure(name, { ...given, residents: given.residents.map((people) => people * 10) });
        one.points.forEach((value, i) => {
          expect(near((ten.points[i] as number) * 10, value)).toBe(true);
        });
      }),
    );
  });
});
