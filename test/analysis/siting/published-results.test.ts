import { readFileSync } from "node:fs";
import type { Highs } from "highs";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { CoverSearch } from "../../../src/analysis/siting/cover-search.ts";
import { loadHighs } from "../../../src/analysis/siting/exact/load-highs.ts";
import { proveCover } from "../../../src/analysis/siting/exact/prove-cover.ts";
import { proveLongestWay } from "../../../src/analysis/siting/exact/prove-longest-way.ts";
import { SiteSearch } from "../../../src/analysis/siting/site-search.ts";
import { hasSharedData, sharedData } from "../../shared-data.ts";
import { longestWays, reachedBy, savedBy } from "./matrix-benefits.ts";
import { proven, provenBySolverAlone } from "./prove.ts";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

/** OR-Library: n, edges, p, then the edges of a graph; of a repeated edge the last cost counts; ways are shortest paths. */
function readPmed(name: string): { ways: number[][]; p: number } {
  const numbers = readFileSync(sharedData(`results/orlib-pmed/${name}.txt`), "utf8")
    .trim()
    .split(/\s+/)
    .map(Number);
  const [n = 0, edges = 0, p = 0] = numbers;
  const ways = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 0 : Infinity)));
  const set = (i: number, j: number, cost: number) => {
    const row = ways[i];
    if (row) row[j] = cost;
  };
  for (let e = 0; e < edges; e++) {
    const [i = 0, j = 0, cost = 0] = numbers.slice(3 + 3 * e, 6 + 3 * e);
    set(i - 1, j - 1, cost);
    set(j - 1, i - 1, cost);
  }
  for (let via = 0; via < n; via++) {
    for (const row of ways) {
      const first = row[via] ?? Infinity;
      ways[via]?.forEach((rest, j) => {
        if (first + rest < (row[j] ?? Infinity)) row[j] = first + rest;
      });
    }
  }
  return { ways, p };
}

describe.skipIf(!hasSharedData)("OR-Library pmed1–5 (Beasley 1985)", { timeout: 120_000 }, () => {
  const expected = hasSharedData
    ? (JSON.parse(readFileSync(sharedData("results/orlib-pmed/expected.json"), "utf8")) as {
        p_median_optimum: Record<string, number>;
        p_center_optimum: Record<string, number>;
      })
    : { p_median_optimum: {}, p_center_optimum: {} };
  const names = Object.keys(expected.p_median_optimum);
  const costOf = (name: string, value: (benefits: ReturnType<typeof savedBy>, p: number) => number) => {
    const { ways, p } = readPmed(name);
    const before = longestWays(ways);
    const total = before.reduce((sum, metres) => sum + metres, 0);
    return (
      total -
      value(
        savedBy(
          ways,
          before.map(() => 1),
          before,
        ),
        p,
      )
    );
  };

  test.each(names)("%s: the shortest ways are proven to be the published optimum", (name) => {
    const optimum = expected.p_median_optimum[name];
    expect(costOf(name, (benefits, p) => proven(highs, benefits, p).value)).toBe(optimum);
    expect(costOf(name, (benefits, p) => provenBySolverAlone(highs, benefits, p).value)).toBe(optimum);
  });

  test("the search stays within 0.3 % of the optimum on average, its bound never above the optimum's cost", () => {
    const gaps = names.map((name) => {
      const optimum = expected.p_median_optimum[name] ?? Number.NaN;
      const found = costOf(name, (benefits, p) => {
        const search = new SiteSearch(benefits, { sites: p, seed: 7 });
        while (search.step());
        expect(costOf(name, () => search.answer.bound)).toBeLessThanOrEqual(optimum + 1e-6);
        return search.answer.value;
      });
      expect(found).toBeGreaterThanOrEqual(optimum);
      return (found - optimum) / optimum;
    });
    expect(gaps).toHaveLength(5);
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThanOrEqual(0.003);
  });

  test.each(names)("%s: the least longest way is the published optimum", (name) => {
    const { ways, p } = readPmed(name);
    const answer = proveLongestWay(highs, Float64Array.from(ways.flat()), ways.length, p);
    expect(answer.metres).toBe(expected.p_center_optimum[name]);
    expect(answer.sites.length).toBeLessThanOrEqual(p);
    const longest = ways.map((row) => Math.min(...answer.sites.map((j) => row[j] ?? Infinity)));
    expect(Math.max(...longest)).toBe(answer.metres);
  });
});

describe.skipIf(!hasSharedData)("San Francisco (PySAL spopt): 205 tracts, 16 stores, four sites, 5,000 m", () => {
  const REACH = 5000;
  const SITES = 4;
  const rows = (file: string) =>
    Papa.parse<Record<string, string>>(readFileSync(sharedData(`results/spopt-sf/${file}`), "utf8"), {
      header: true,
      skipEmptyLines: true,
    }).data;
  const read = () => {
    const tracts = rows("SF_demand_205_centroid_uniform_weight.csv");
    const tractOf = new Map(tracts.map((row, i) => [row.NAME, i]));
    const stores = rows("SF_store_site_16_longlat.csv").map((row) => String(row.NAME));
    const ways = stores.map(() => tracts.map(() => Infinity));
    for (const row of rows("SF_network_distance_candidateStore_16_censusTract_205_new.csv")) {
      const store = ways[stores.indexOf(String(row.name))];
      const tract = tractOf.get(row.DestinationName);
      if (store && tract !== undefined) store[tract] = Number(row.distance);
    }
    return { ways, weight: tracts.map((row) => Number(row.POP2000)), stores };
  };
  const names = (stores: readonly string[], sites: readonly number[]) => sites.map((j) => stores[j]).sort();

  test("most residents reached (MCLP): 875,247, found and proven", () => {
    const { ways, weight, stores } = read();
    const benefits = reachedBy(ways, weight, REACH);
    const answer = proven(highs, benefits, SITES);
    expect(answer.value).toBe(875_247);
    expect(names(stores, answer.sites)).toEqual(["Store_11", "Store_12", "Store_15", "Store_2"]);
    expect(provenBySolverAlone(highs, benefits, SITES).value).toBe(875_247);
  });

  test("shortest ways (p-median): 2,848,268,129.71 person-metres, found and proven", () => {
    const { ways, weight, stores } = read();
    const before = longestWays(ways);
    const total = before.reduce((sum, metres, i) => sum + metres * (weight[i] ?? 0), 0);
    const benefits = savedBy(ways, weight, before);
    const answer = proven(highs, benefits, SITES);
    expect(total - answer.value).toBeCloseTo(2_848_268_129.714512, 2);
    expect(names(stores, answer.sites)).toEqual(["Store_11", "Store_12", "Store_15", "Store_2"]);
    expect(total - provenBySolverAlone(highs, benefits, SITES).value).toBeCloseTo(2_848_268_129.714512, 2);
  });

  test("least longest way (p-center): 7,403.06 m, proven", () => {
    const { ways, stores } = read();
    const answer = proveLongestWay(highs, Float64Array.from(ways.flat()), ways[0]?.length ?? 0, SITES);
    expect(answer.metres).toBeCloseTo(7403.063810849859, 9);
    expect(answer.sites.length).toBeLessThanOrEqual(SITES);
    expect(stores).toHaveLength(16);
  });

  test("fewest sites that reach all who can be reached (LSCP): 8, proven", () => {
    const { ways, weight } = read();
    const benefits = reachedBy(ways, weight, REACH);
    const search = new CoverSearch(benefits);
    while (search.step());
    const { sites, bound } = search.answer;
    const { better, isProven } = proveCover(
      highs,
      { sites: sites.length, benefits, value: sites.length, bound },
      sites,
    );
    expect(isProven).toBe(true);
    expect((better ?? sites).length).toBe(8);
    const reached = new Set(
      (better ?? sites).flatMap((j) => [...benefits.point.subarray(benefits.starts[j], benefits.starts[j + 1])]),
    );
    expect(reached.size).toBe(new Set(benefits.point).size);
  });
});
