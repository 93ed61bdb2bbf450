import { describe, expect, test } from "vitest";
import { measureCoverageTask, prepareDemandTask } from "../../../src/analysis/coverage/coverage-tasks.ts";
import { KeptDemand } from "../../../src/analysis/coverage/kept-demand.ts";
import { serveCoverage } from "../../../src/analysis/coverage/serve-coverage.ts";
import {
  beginWalkedMoveTask,
  describeNetworkTask,
  isochronesTask,
  measureWalkedCoverageTask,
  prepareNetworkTask,
  walkedMoveStepTask,
} from "../../../src/analysis/network/network-tasks.ts";
import { serveNetwork } from "../../../src/analysis/network/serve-network.ts";
import { TaskRegistry, workerRunner } from "../../../src/work/runner.ts";
import { fakeWorkers } from "../../work/fake-workers.ts";
import { degrees, polygon, square, toyLevel, toyPopulation } from "../coverage/squares.ts";
import { type Lane, RIVER, toyNetwork } from "./lanes.ts";

/* The banks of the river, and a lane on an island in the north. */
const LANES: Lane[] = [
  ...RIVER,
  {
    line: [
      [200, 700],
      [250, 700],
    ],
    class: "path",
  },
];
const level = toyLevel([
  { id: "north", geometry: polygon([square(0, 500, 1000)]) },
  { id: "south", geometry: polygon([square(0, -500, 1000)]) },
]);
const population = toyPopulation([
  { at: [100, 560], residents: 40 },
  { at: [100, 440], residents: 30 },
  { at: [900, 450], residents: 20 },
  { at: [210, 710], residents: 7 },
  { at: [500, 0], residents: 5 },
  { at: [500, 900], residents: Number.NaN },
]);
const demand = { city: 1, level: level.id };
const input = { ...demand, population, levels: [level] };
const network = toyNetwork(LANES);
const sites = degrees([[100, 550]]);
const options = { reach: 500, hasAnlaufpunkte: true };

/** Messages really move here: what was given away is empty afterwards. */
function aRunner() {
  const { createWorker } = fakeWorkers(() => {
    const registry = new TaskRegistry();
    const kept = new KeptDemand();
    serveCoverage(registry, kept);
    serveNetwork(registry, kept);
    return registry;
  });
  return workerRunner(createWorker);
}

async function aCity() {
  const runner = aRunner();
  await runner.run(prepareDemandTask, input);
  const report = await runner.run(prepareNetworkTask, { demand, network });
  return { runner, report };
}

describe("the network that a worker keeps", () => {
  test("says what it is like, with and without its steps", async () => {
    const { runner, report } = await aCity();
    expect(report).toMatchObject({ edges: 5, nodes: 6, islands: 1, islandEdges: 1, steps: 1, withoutSteps: false });
    expect(await runner.run(describeNetworkTask, { demand, walking: { withoutSteps: true } })).toMatchObject({
      edges: 4,
      islands: 1,
      withoutSteps: true,
    });
  });

  test("gives a coverage by ways that are walked, never a better one than the straight line", async () => {
    const { runner } = await aCity();
    const straight = await runner.run(measureCoverageTask, { demand, sites, options });
    const walked = await runner.run(measureWalkedCoverageTask, { demand, sites, options, walking: {} });
    // By the steps 10 + 100 + 100 + 100 = 310 m; along the south street 1100 m; the island cannot be left; (500, 0) is too far away.
    expect(straight?.city.reached).toBe(77);
    expect(walked?.coverage.city.reached).toBe(70);
    expect([...(walked?.coverage.areas.reached ?? [])]).toEqual([40, 30]);
    expect(walked?.coverage.areas.nearestMedian[0]).toBeCloseTo(10, 2);
    // 30 people within 310 m and 20 at 1100 m: five, too far from the network, are left out.
    expect(walked?.coverage.areas.nearestMedian[1]).toBeCloseTo(310, 2);
    expect(walked?.coverage.areas.nearestP90[1]).toBeCloseTo(1100, 2);
    // Seven of 47 cannot get there at all: the 90 % value falls on them and is none.
    expect(walked?.coverage.areas.nearestP90[0]).toBeNaN();
    const ways = [...(walked?.coverage.points.distance ?? [])];
    expect(ways.filter(Number.isFinite).sort((a, b) => a - b)).toEqual(
      [10, 310, 1100].map((metres) => expect.closeTo(metres, 2)),
    );
    expect(ways.filter((metres) => metres === Infinity).length).toBe(1);
    expect(ways.filter(Number.isNaN).length).toBe(2);
  });

  test("says whom it could not walk with", async () => {
    const { runner } = await aCity();
    const twoSites = degrees([
      [100, 550],
      [225, 720],
      [500, 0],
    ]);
    const walked = await runner.run(measureWalkedCoverageTask, { demand, sites: twoSites, options, walking: {} });
    expect(walked?.snapping).toMatchObject({
      snapWithin: 250,
      all: { points: 5, residents: 102 },
      unsnapped: { points: 1, residents: 5 },
      onIslands: { points: 1, residents: 7 },
      withoutWay: { points: 0, residents: 0 },
      farthest: expect.closeTo(450, 2),
    });
    expect([...(walked?.snapping.sitePart ?? [])]).toEqual([0, 1, -1]);
    expect([...(walked?.snapping.siteWay ?? [])]).toEqual([0, 20, 450].map((metres) => expect.closeTo(metres, 2)));
    expect([...(walked?.snapping.siteToMain ?? [])]).toEqual([Number.NaN, expect.closeTo(170, 2), Number.NaN]);
    const alone = await runner.run(measureWalkedCoverageTask, { demand, sites, options, walking: {} });
    expect(alone?.snapping.withoutWay).toEqual({ points: 1, residents: 7 });
    const farther = await runner.run(measureWalkedCoverageTask, {
      demand,
      sites,
      options,
      walking: { snapWithin: 460 },
    });
    expect(farther?.snapping.unsnapped).toEqual({ points: 0, residents: 0 });
  });

  test("walks round for who cannot climb steps", async () => {
    const { runner } = await aCity();
    const walking = { withoutSteps: true };
    const walked = await runner.run(measureWalkedCoverageTask, { demand, sites, options, walking });
    expect(walked?.coverage.city.reached).toBe(40);
    const far = await runner.run(measureWalkedCoverageTask, {
      demand,
      sites,
      options: { ...options, reach: 1911 },
      walking,
    });
    expect(far?.coverage.city.reached).toBe(90);
  });

  test("gives for every step of a moving place what it gives for all places", async () => {
    const { runner } = await aCity();
    const both = degrees([
      [100, 550],
      [900, 560],
    ]);
    const move = { demand, sites: both, moving: 1, options, walking: {} };
    expect(await runner.run(beginWalkedMoveTask, move)).toBe(true);
    for (const at of [
      [900, 440],
      [230, 700],
      [500, 0],
      [100, 440],
    ] as const) {
      const there = degrees([at]);
      const step = { demand, lon: there.lon[0] as number, lat: there.lat[0] as number };
      expect(await runner.run(walkedMoveStepTask, step)).toEqual(
        await runner.run(measureWalkedCoverageTask, { demand, sites: degrees([[100, 550], at]), options, walking: {} }),
      );
    }
  });

  test("draws from where a place is reached", async () => {
    const { runner } = await aCity();
    const drawn = await runner.run(isochronesTask, { demand, sites, bands: [300, 150], walking: {} });
    expect([...(drawn?.bands ?? [])]).toEqual([150, 300]);
    expect(drawn?.shapes.areaStarts.length).toBe(3);
    expect(drawn?.shapes.coordinates.length).toBeGreaterThan(40);
  });

  test("is asked for anew when another city came, or residents came anew", async () => {
    const { runner } = await aCity();
    const question = { demand, sites, options, walking: {} };
    await runner.run(beginWalkedMoveTask, { ...question, moving: 0 });
    const step = { demand, lon: 10, lat: 51 };
    await runner.run(prepareDemandTask, input);
    expect(await runner.run(walkedMoveStepTask, step)).toBeUndefined();
    expect(await runner.run(measureWalkedCoverageTask, question)).toBeDefined();
    await runner.run(prepareDemandTask, { ...input, city: 2 });
    expect(await runner.run(measureWalkedCoverageTask, question)).toBeUndefined();
    const other = { ...demand, city: 2 };
    expect(await runner.run(measureWalkedCoverageTask, { ...question, demand: other })).toBeUndefined();
    expect(await runner.run(isochronesTask, { demand: other, sites, bands: [9], walking: {} })).toBeUndefined();
    expect(await runner.run(describeNetworkTask, { demand: other, walking: {} })).toBeUndefined();
    expect(await runner.run(beginWalkedMoveTask, { ...question, demand: other, moving: 0 })).toBeUndefined();
    expect(await runner.run(prepareNetworkTask, { demand: other, network })).toMatchObject({ edges: 5 });
    expect(await runner.run(measureWalkedCoverageTask, { ...question, demand: other })).toBeDefined();
  });

  test("multiplies no way that is walked, and takes no distance that is none", async () => {
    const { runner } = await aCity();
    const question = { demand, sites, options, walking: {} };
    await expect(
      runner.run(measureWalkedCoverageTask, { ...question, options: { ...options, detour: 1.3 } }),
    ).rejects.toThrow("detour is 1.3");
    await expect(runner.run(measureWalkedCoverageTask, { ...question, walking: { snapWithin: -1 } })).rejects.toThrow(
      "snapWithin is -1, not within 0–2000 m",
    );
  });
});
