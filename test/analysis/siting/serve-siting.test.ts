import { describe, expect, test } from "vitest";
import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import { prepareDemandTask } from "../../../src/analysis/coverage/coverage-tasks.ts";
import { KeptDemand } from "../../../src/analysis/coverage/kept-demand.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { serveCoverage } from "../../../src/analysis/coverage/serve-coverage.ts";
import { loadHighs } from "../../../src/analysis/siting/exact/load-highs.ts";
import { serveSiting } from "../../../src/analysis/siting/serve-siting.ts";
import type { SitingOptions } from "../../../src/analysis/siting/siting.ts";
import {
  proposeSitesTask,
  proveSitesTask,
  type SitingProposal,
  type SitingQuestion,
  unprovenSitesTask,
} from "../../../src/analysis/siting/siting-tasks.ts";
import { shapesFromGeojson } from "../../../src/geo/shapes-from-geojson.ts";
import { inlineRunner, TaskRegistry } from "../../../src/work/runner.ts";
import { hasSharedData } from "../../shared-data.ts";
import { berlin } from "../coverage/real-cities.ts";
import { degrees, type Place, polygon, square, toyLevel, toyPopulation } from "../coverage/squares.ts";

/* Two Sozialräume of 4 km side by side, cells every 500 m; the western one has one place in its south-west corner. */
const AREAS = [0, 1].map((k) => ({ id: `${k}`, geometry: polygon([square(4000 * k, 0, 4000)]) }));
const CELLS = Array.from({ length: 128 }, (_, k) => ({
  at: [250 + 500 * (k % 16), 250 + 500 * Math.floor(k / 16)] as Place,
  residents: 10 + (k % 7),
}));
const KEY = { city: 1, level: "quartier" };
const OPTIONS: SitingOptions = { goal: "most-reached", sites: 3, reach: 1000 };

async function served() {
  const registry = new TaskRegistry();
  const kept = new KeptDemand();
  serveCoverage(registry, kept);
  serveSiting(registry, kept, undefined, () => loadHighs());
  const runner = inlineRunner(registry);
  const level = toyLevel(AREAS);
  const population = toyPopulation(CELLS);
  await runner.run(prepareDemandTask, { city: 1, population, levels: [level], level: "quartier" });
  return { runner, demand: prepareDemand({ population, levels: [level], level: "quartier" }) };
}

const question = (more: Partial<SitingQuestion> = {}): SitingQuestion => ({
  demand: KEY,
  fixed: degrees([[0, 0]]),
  candidates: "cells",
  options: OPTIONS,
  milliseconds: 2000,
  ...more,
});

function joined(a: Sites, b: Sites): Sites {
  return { lon: Float64Array.of(...a.lon, ...b.lon), lat: Float64Array.of(...a.lat, ...b.lat) };
}

describe("siting as the worker serves it", () => {
  test("newly reached is what coverage measures after the sites have been added", async () => {
    const { runner, demand } = await served();
    const told: SitingProposal[] = [];
    const answer = await runner.run(proposeSitesTask, question(), {
      onProgress: (said) => {
        if (!("walked" in said)) told.push(said);
      },
    });
    const measure = (sites: Sites) =>
      measureCoverage(demand, sites, { reach: 1000, hasAnlaufpunkte: true }).city.reached;
    const before = measure(question().fixed);
    expect(answer?.before).toBe(before);
    expect(answer?.sites).toHaveLength(3);
    expect(measure(joined(question().fixed, answer as SitingProposal))).toBe(before + (answer?.value ?? 0));
    expect(told[0]?.sites.length).toBe(3);
    expect(told.at(-1)?.bound).toBeGreaterThanOrEqual(answer?.bound ?? Infinity);
    // The number of a site is that of its cell.
    answer?.sites.forEach((cell, s) => {
      expect(answer.lon[s]).toBeCloseTo(demand.lon[cell] as number, 8);
      expect(answer.lat[s]).toBeCloseTo(demand.lat[cell] as number, 8);
    });
  });

  test("a drawn area keeps the sites inside, an excluded one keeps them out", async () => {
    const { runner } = await served();
    const east = shapesFromGeojson([polygon([square(4000, 0, 4000)])]);
    const inside = await runner.run(proposeSitesTask, question({ within: east }));
    const outside = await runner.run(proposeSitesTask, question({ excluded: east }));
    const border = degrees([[4000, 2000]]).lon[0] as number;
    expect(inside?.lon.every((lon) => lon > border)).toBe(true);
    expect(outside?.lon.every((lon) => lon < border)).toBe(true);
    expect([inside?.candidates, outside?.candidates]).toEqual([64, 64]);
  });

  test("chosen places are numbered as they were given", async () => {
    const { runner } = await served();
    const places = degrees([
      [7900, 7900],
      [2000, 2000],
      [6000, 2000],
    ]);
    const answer = await runner.run(proposeSitesTask, question({ candidates: places }));
    expect([...(answer?.sites ?? [])].sort()).toEqual([1, 2]);
    answer?.sites.forEach((place, s) => {
      expect(answer.lon[s]).toBe(places.lon[place]);
    });
  });

  test("need multiplies residents; where it is not known they are left out and counted", async () => {
    const { runner, demand } = await served();
    const plain = await runner.run(proposeSitesTask, question());
    const triple = await runner.run(proposeSitesTask, question({ needOfArea: Float64Array.of(3, 3) }));
    expect(triple?.value).toBe(3 * (plain?.value ?? Number.NaN));
    const unknown = await runner.run(proposeSitesTask, question({ needOfArea: Float64Array.of(Number.NaN, 1) }));
    expect(unknown?.withoutNeed).toBe(demand.areas.residents[0]);
    expect(unknown?.total).toBe(demand.areas.residents[1]);
    await expect(runner.run(proposeSitesTask, question({ needOfArea: Float64Array.of(1) }))).rejects.toThrow("1 needs");
  });

  test.each(["most-reached", "fewest-sites", "shortest-ways"] as const)(
    "%s: what is unproven of the last proposal is proven elsewhere",
    async (goal) => {
      const { runner } = await served();
      const options: SitingOptions = { ...OPTIONS, goal, restarts: 0 };
      const answer = await runner.run(proposeSitesTask, question({ options, milliseconds: 0 }));
      const unproven = await runner.run(unprovenSitesTask, {});
      expect(unproven).toBeDefined();
      if (!unproven || !answer) return;
      const proof = await runner.run(proveSitesTask, unproven);
      expect(proof.isProven).toBe(true);
      const value = proof.better?.value ?? answer.value;
      if (goal === "fewest-sites") expect(proof.bound).toBeGreaterThanOrEqual(answer.bound);
      else expect(proof.bound).toBeLessThanOrEqual(answer.bound);
      expect(proof.bound).toBeCloseTo(value, 6);
      if (proof.better) {
        // What is better is so when it is measured anew, with these cells as the only candidates.
        const { lon, lat } = prepareDemand({
          population: toyPopulation(CELLS),
          levels: [toyLevel(AREAS)],
          level: "quartier",
        });
        const cells = [...proof.better.sites];
        const places = {
          lon: Float64Array.from(cells, (cell) => lon[cell] as number),
          lat: Float64Array.from(cells, (cell) => lat[cell] as number),
        };
        const again = await runner.run(proposeSitesTask, question({ options, candidates: places }));
        expect(again?.value).toBeCloseTo(value, 3);
      }
    },
  );

  test("a demand that is kept no more has to be prepared anew", async () => {
    const { runner } = await served();
    expect(await runner.run(proposeSitesTask, question({ demand: { city: 2, level: "quartier" } }))).toBeUndefined();
    expect(await runner.run(unprovenSitesTask, {})).toBeUndefined();
  });

  test("giving up is heard between slices", async () => {
    const { runner } = await served();
    const controller = new AbortController();
    const options: SitingOptions = { ...OPTIONS, goal: "fewest-sites" };
    const run = runner.run(proposeSitesTask, question({ options, milliseconds: 60_000 }), {
      signal: controller.signal,
      onProgress: () => controller.abort(new Error("enough")),
    });
    await expect(run).rejects.toThrow("enough");
  });
});

describe.skipIf(!hasSharedData)("siting on Berlin", { timeout: 60_000 }, () => {
  test("five and ten new quartierszentren: found, proven, and measured by coverage", async () => {
    const level = berlin.levels()[0];
    if (!level) throw new Error("no level");
    const input = { population: berlin.population(), levels: [level], level: level.id };
    const demand = prepareDemand(input);
    const registry = new TaskRegistry();
    const kept = new KeptDemand();
    serveCoverage(registry, kept);
    serveSiting(registry, kept, undefined, () => loadHighs());
    const runner = inlineRunner(registry);
    await runner.run(prepareDemandTask, { ...input, city: 1 });
    const fixed = berlin.quartierszentren();
    for (const sites of [5, 10]) {
      const options: SitingOptions = { goal: "most-reached", sites, reach: 800 };
      const asked = { demand: { city: 1, level: level.id }, fixed, candidates: "cells" as const, options };
      const answer = await runner.run(proposeSitesTask, { ...asked, milliseconds: 0 });
      expect(answer?.isProven).toBe(true);
      const reached = (places: Sites) =>
        measureCoverage(demand, places, { reach: 800, hasAnlaufpunkte: true }).city.reached;
      expect(answer?.value).toBe(reached(joined(fixed, answer as SitingProposal)) - reached(fixed));
    }
  });
});
