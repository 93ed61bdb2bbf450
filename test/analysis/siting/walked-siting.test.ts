import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import { prepareDemandTask } from "../../../src/analysis/coverage/coverage-tasks.ts";
import { KeptDemand } from "../../../src/analysis/coverage/kept-demand.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { serveCoverage } from "../../../src/analysis/coverage/serve-coverage.ts";
import { buildWalkingGraph } from "../../../src/analysis/network/build-walking-graph.ts";
import { KeptNetwork } from "../../../src/analysis/network/kept-network.ts";
import { measureWalkedCoverageTask, prepareNetworkTask } from "../../../src/analysis/network/network-tasks.ts";
import { placeSites } from "../../../src/analysis/network/place-sites.ts";
import { serveNetwork } from "../../../src/analysis/network/serve-network.ts";
import { type Snapped, snapToNetwork } from "../../../src/analysis/network/snap-to-network.ts";
import { serveSiting } from "../../../src/analysis/siting/serve-siting.ts";
import type { SitingOptions } from "../../../src/analysis/siting/siting.ts";
import { beginSiting } from "../../../src/analysis/siting/siting-run.ts";
import {
  type CandidatesWalked,
  proposeSitesTask,
  type SitingProposal,
} from "../../../src/analysis/siting/siting-tasks.ts";
import { walkToCandidates } from "../../../src/analysis/siting/walk-to-candidates.ts";
import type { Network } from "../../../src/domain/network.ts";
import type { Population } from "../../../src/domain/population.ts";
import type { Level } from "../../../src/domain/sozialraum.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { inlineRunner, TaskRegistry } from "../../../src/work/runner.ts";
import { hasSharedData } from "../../shared-data.ts";
import { koeln } from "../coverage/real-cities.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "../coverage/squares.ts";
import { type Lane, toyNetwork } from "../network/lanes.ts";
import { lanes, place } from "../network/random-lanes.ts";
import { koelnNetwork, koelnPlaces } from "../network/real-networks.ts";
import { waysByTable } from "../network/ways-by-table.ts";

const LEVEL = toyLevel([{ geometry: polygon([square(-400, -400, 2000)]) }]);
const WITHIN = 180;
const cells = fc.array(fc.record({ at: place, residents: fc.integer({ min: 0, max: 50 }) }), {
  minLength: 1,
  maxLength: 20,
});

/** A search along a random network, run to its end, with a table of all ways beside it. */
function search(
  drawn: readonly Lane[],
  given: readonly { at: Place; residents: number }[],
  fixed: readonly Place[],
  to: readonly Place[],
  options: SitingOptions,
  thinned?: number,
) {
  const demand = prepareDemand({ population: toyPopulation(given), levels: [LEVEL], level: "quartier" });
  const graph = buildWalkingGraph(toyNetwork(drawn), demand.plane);
  const points = snapToNetwork(graph, demand.x, demand.y);
  const walk = { demand, graph, points, snapWithin: WITHIN };
  const [stay, candidates] = [degrees(fixed), degrees(to)];
  const prepared = runAtOnce(
    walkToCandidates(walk, demand.residents.slice(), stay, candidates, options, { candidates: thinned }),
  );
  runAtOnce(prepared.rest);
  const run = beginSiting(prepared.demand, prepared.candidates, options);
  while (run.step());
  const rounded = (metres: number) => Math.floor(metres * 1000 + 0.5) / 1000;
  const toFixed = waysByTable(graph, points, placeSites(graph, stay), WITHIN);
  const toNew = waysByTable(graph, points, placeSites(graph, candidates), WITHIN);
  const now = Array.from(demand.x, (_, i) => Math.min(Infinity, ...fixed.map((__, s) => rounded(toFixed(i, s)))));
  const wayTo = (i: number, s: number) => rounded(toNew(i, s));
  const partOf = ({ edge, way }: Snapped, i: number) =>
    (way[i] as number) <= WITHIN ? (graph.islands.partOfEdge[edge[i] as number] as number) : -1;
  const parts = {
    people: Array.from(points.edge, (_, i) => partOf(points, i)),
    candidates: to.map((_, s) => partOf(prepared.candidates, s)),
  };
  return { demand, prepared, answer: run.answer, now, wayTo, parts };
}

/** All choices of at most two. */
function choices(count: number): number[][] {
  const all = Array.from({ length: count }, (_, a) => a);
  return [[], ...all.map((a) => [a]), ...all.flatMap((a) => all.slice(a + 1).map((b) => [a, b]))];
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe("C24: the best sites along a network", { timeout: 120_000 }, () => {
  test("most reached: no choice by the table of all ways is worth more than the bound, and the proposal is worth what it says", () => {
    fc.assert(
      fc.property(
        lanes,
        cells,
        fc.array(place, { maxLength: 3 }),
        fc.array(place, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 50, max: 1200 }),
        (drawn, given, fixed, to, reach) => {
          const options: SitingOptions = { goal: "most-reached", sites: 2, reach, restarts: 2 };
          const { demand, answer, now, wayTo } = search(drawn, given, fixed, to, options);
          const worth = (sites: readonly number[]) =>
            sum(
              [...demand.residents].filter(
                (_, i) => !((now[i] as number) <= reach) && sites.some((s) => wayTo(i, s) <= reach),
              ),
            );
          const best = Math.max(...choices(to.length).map(worth));
          expect(answer.value).toBe(worth([...answer.sites]));
          expect(answer.bound).toBeGreaterThanOrEqual(best);
          if (answer.isProven) expect(answer.value).toBe(best);
          expect(answer.before).toBe(sum([...demand.residents].filter((_, i) => (now[i] as number) <= reach)));
        },
      ),
      { numRuns: 80 },
    );
  });

  test("fewest sites: reach whoever finds a way to any candidate within the reach, and no fewer than the bound do", () => {
    fc.assert(
      fc.property(
        lanes,
        cells,
        fc.array(place, { maxLength: 2 }),
        fc.array(place, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 50, max: 1200 }),
        (drawn, given, fixed, to, reach) => {
          const options: SitingOptions = { goal: "fewest-sites", sites: 1, reach };
          const { demand, answer, now, wayTo } = search(drawn, given, fixed, to, options);
          const open = [...demand.residents.keys()].filter(
            (i) => (demand.residents[i] as number) > 0 && !((now[i] as number) <= reach),
          );
          const reachedBy = (sites: readonly number[]) => open.filter((i) => sites.some((s) => wayTo(i, s) <= reach));
          const all = reachedBy(to.map((_, s) => s));
          expect(reachedBy([...answer.sites])).toEqual(all);
          for (const choice of choices(to.length)) {
            if (choice.length < answer.bound)
              expect(reachedBy(choice).length < all.length || all.length === 0).toBe(true);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("shortest ways: whoever has an endless way is left out and named; of the others no choice saves more than the bound", () => {
    fc.assert(
      fc.property(
        lanes,
        cells,
        fc.array(place, { minLength: 1, maxLength: 3 }),
        fc.array(place, { minLength: 1, maxLength: 7 }),
        (drawn, given, fixed, to) => {
          const options: SitingOptions = { goal: "shortest-ways", sites: 2, reach: 0, restarts: 2 };
          const { demand, prepared, answer, now, wayTo } = search(drawn, given, fixed, to, options);
          const people = [...demand.residents.keys()].filter((i) => (demand.residents[i] as number) > 0);
          const counted = people.filter((i) => (now[i] as number) < Infinity);
          // Where nobody walks to a place that stays, it is as if none stayed: the next test.
          fc.pre(counted.length > 0);
          const residents = (of: readonly number[]) => sum(of.map((i) => demand.residents[i] as number));
          expect(prepared.withoutWay).toBe(residents(people) - residents(counted));
          const saved = (sites: readonly number[]) =>
            sum(
              counted.map((i) => {
                const metres = Math.min(now[i] as number, ...sites.map((s) => wayTo(i, s)));
                return (demand.residents[i] as number) * ((now[i] as number) - metres);
              }),
            );
          const best = Math.max(...choices(to.length).map(saved));
          expect(answer.value).toBeCloseTo(saved([...answer.sites]), 6);
          expect(answer.bound).toBeGreaterThanOrEqual(best - 1e-6);
          if (answer.isProven) expect(answer.value).toBeCloseTo(best, 6);
          expect(answer.total).toBe(residents(counted));
          expect(answer.ways).toBeCloseTo(
            sum(counted.map((i) => (demand.residents[i] as number) * (now[i] as number))) - answer.value,
            5,
          );
        },
      ),
      { numRuns: 80 },
    );
  });

  test("shortest ways where none stays: who counts walks to every candidate that is asked, and thinning them only loosens the bound", () => {
    fc.assert(
      fc.property(
        lanes,
        cells,
        fc.array(place, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(undefined, 2, 3),
        (drawn, given, to, thinned) => {
          const options: SitingOptions = { goal: "shortest-ways", sites: 2, reach: 0, restarts: 2 };
          const { demand, prepared, answer, wayTo, parts } = search(drawn, given, [], to, options, thinned);
          const asked = [...(prepared.demand.walks?.asked ?? [])];
          expect(asked.length).toBeLessThanOrEqual(thinned ?? to.length);
          const { weight } = prepared.demand;
          const counted = [...weight.keys()].filter((i) => (weight[i] as number) > 0);
          expect(prepared.withoutWay).toBe(sum([...demand.residents]) - sum(counted.map((i) => weight[i] as number)));
          expect(answer.total).toBe(sum(counted.map((i) => demand.residents[i] as number)));
          for (const i of counted) for (const s of asked) expect(wayTo(i, s)).toBeLessThan(Infinity);
          const now = counted.map((i) => Math.max(0, ...asked.map((s) => wayTo(i, s))));
          const saved = (sites: readonly number[]) =>
            sum(
              counted.map((i, k) => {
                const metres = Math.min(now[k] as number, ...sites.map((s) => wayTo(i, s)));
                return (demand.residents[i] as number) * ((now[k] as number) - metres);
              }),
            );
          expect(answer.value).toBeCloseTo(saved([...answer.sites]), 6);
          if (asked.length === 0) return;
          // What may be chosen at all: candidates of the same part to which at least half of the people there find a way.
          const part = parts.candidates[asked[0] as number];
          const there = [...demand.residents.keys()].filter((i) => parts.people[i] === part);
          const residents = (of: readonly number[]) => sum(of.map((i) => demand.residents[i] as number));
          const isPossible = (s: number) =>
            parts.candidates[s] === part &&
            2 * residents(there.filter((i) => wayTo(i, s) < Infinity)) >= residents(there);
          expect(asked.every(isPossible)).toBe(true);
          const best = Math.max(
            ...choices(to.length)
              .filter((choice) => choice.every(isPossible))
              .map(saved),
          );
          expect(answer.bound).toBeGreaterThanOrEqual(best - 1e-6);
          if (thinned === undefined && answer.isProven) expect(answer.value).toBeCloseTo(best, 6);
        },
      ),
      { numRuns: 80 },
    );
  });

  test("on foot never reaches more than as the crow flies", () => {
    fc.assert(
      fc.property(
        lanes,
        cells,
        fc.array(place, { minLength: 1, maxLength: 7 }),
        fc.integer({ min: 50, max: 1200 }),
        (drawn, given, to, reach) => {
          const options: SitingOptions = { goal: "most-reached", sites: 7, reach, restarts: 0 };
          const { demand, prepared, answer } = search(drawn, given, [], to, options);
          const straight = beginSiting(
            { ...prepared.demand, walks: undefined, nearest: new Float64Array(demand.x.length).fill(Number.NaN) },
            prepared.candidates,
            options,
          );
          expect(answer.value).toBeLessThanOrEqual(straight.answer.value);
        },
      ),
    );
  });
});

const KEY = { city: 1, level: "" };

async function served(city: { levels: readonly Level[]; level: string; population: Population; network: Network }) {
  const registry = new TaskRegistry();
  const kept = new KeptDemand();
  const network = new KeptNetwork(kept);
  serveCoverage(registry, kept);
  serveNetwork(registry, kept, network);
  serveSiting(registry, kept, network);
  const runner = inlineRunner(registry);
  const key = { ...KEY, level: city.level };
  const points = await runner.run(prepareDemandTask, { ...key, population: city.population, levels: city.levels });
  const fixed = (sites: Sites) => ({ demand: key, fixed: sites, candidates: "cells" as const, walking: {} });
  expect(
    await runner.run(proposeSitesTask, {
      ...fixed(degrees([])),
      options: { goal: "most-reached", sites: 1, reach: 9 },
      milliseconds: 0,
    }),
  ).toBeUndefined();
  await runner.run(prepareNetworkTask, { demand: key, network: city.network });
  const covered = async (sites: Sites, reach: number) => {
    const options = { reach, hasAnlaufpunkte: true };
    const walked = await runner.run(measureWalkedCoverageTask, { demand: key, sites, options, walking: {} });
    if (!walked) throw new Error("not walked");
    return walked.coverage;
  };
  return { runner, fixed, covered, points };
}

function joined(a: Sites, b: Sites): Sites {
  return { lon: Float64Array.of(...a.lon, ...b.lon), lat: Float64Array.of(...a.lat, ...b.lat) };
}

describe.skipIf(!hasSharedData)("C24: Köln on foot", { timeout: 120_000 }, () => {
  let once: ReturnType<typeof served> | undefined;
  const city = () => {
    const level = "stadtteil";
    once ??= served({ levels: koeln.levels(), level, population: koeln.population(), network: koelnNetwork() });
    const { lon, lat } = koelnPlaces();
    return once.then((answers) => ({ ...answers, stay: { lon: lon.slice(0, 120), lat: lat.slice(0, 120) } }));
  };

  test("the sites that are adopted reach exactly those who were promised, by the coverage along the network", async () => {
    const { runner, fixed, covered, stay } = await city();
    const options: SitingOptions = { goal: "most-reached", sites: 5, reach: 800, restarts: 0 };
    const told: (SitingProposal | CandidatesWalked)[] = [];
    const answer = await runner.run(
      proposeSitesTask,
      { ...fixed(stay), options, milliseconds: 300 },
      { onProgress: (said) => told.push(said) },
    );
    if (!answer) throw new Error("no answer");
    const before = await covered(stay, 800);
    const after = await covered(joined(stay, answer), 800);
    expect(answer.before).toBe(before.city.reached);
    expect(answer.value).toBeGreaterThan(20_000);
    expect(after.city.reached).toBe(before.city.reached + answer.value);
    expect(answer.bound).toBeGreaterThanOrEqual(answer.value);
    expect(answer.withoutWay).toBe(0);
    expect(told.some((said) => "sites" in said)).toBe(true);

    const fewest = await runner.run(proposeSitesTask, {
      ...fixed(stay),
      options: { ...options, goal: "fewest-sites", reach: 3000 },
      milliseconds: 0,
    });
    if (!fewest) throw new Error("no answer");
    const [without, reached] = [await covered(stay, 3000), await covered(joined(stay, fewest), 3000)];
    expect(reached.city.reached).toBe(without.city.reached + fewest.reachable);
  });

  test("the ways that are adopted are as short as was promised, and who has none is named", async () => {
    const { runner, fixed, covered, points, stay } = await city();
    const options: SitingOptions = { goal: "shortest-ways", sites: 3, reach: 0, restarts: 0 };
    const answer = await runner.run(proposeSitesTask, { ...fixed(stay), options, milliseconds: 0 });
    if (!answer) throw new Error("no answer");
    const before = await covered(stay, 800);
    const after = await covered(joined(stay, answer), 800);
    expect(before.city.residents).toBe(answer.total + answer.withoutWay);
    expect(answer.withoutWay).toBeGreaterThan(0);
    expect(answer.withoutWay).toBeLessThan(0.01 * before.city.residents);
    let shorter = 0;
    let left = 0;
    before.points.distance.forEach((was, i) => {
      const people = points.residents[i] as number;
      if (!(people > 0) || (points.area[i] as number) < 0 || !Number.isFinite(was)) return;
      const is = after.points.distance[i] as number;
      shorter += people * (was - is);
      left += people * is;
    });
    expect(Math.abs(answer.value / shorter - 1)).toBeLessThan(1e-9);
    expect(Math.abs(answer.ways / left - 1)).toBeLessThan(1e-9);
  });

  test("a search that is given up while it walks ends there, and takes no detour on what is walked", async () => {
    const { runner, fixed, stay } = await city();
    const options: SitingOptions = { goal: "shortest-ways", sites: 2, reach: 0 };
    const given = new AbortController();
    const search = runner.run(
      proposeSitesTask,
      { ...fixed(degrees([])), options, milliseconds: 0 },
      { signal: given.signal, onProgress: () => given.abort(new Error("enough")) },
    );
    await expect(search).rejects.toThrow("enough");
    await expect(
      runner.run(proposeSitesTask, { ...fixed(stay), options: { ...options, detour: 1.2 }, milliseconds: 0 }),
    ).rejects.toThrow("detour is 1.2");
  });
});
