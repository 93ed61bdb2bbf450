import { describe, expect, it } from "vitest";
import { measureCoverageTask, prepareDemandTask } from "../../../src/analysis/coverage/coverage-tasks.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { serveCoverage } from "../../../src/analysis/coverage/serve-coverage.ts";
import { TaskRegistry, workerRunner } from "../../../src/work/runner.ts";
import { fakeWorkers } from "../../work/fake-workers.ts";
import { degrees, polygon, square, toyLevel, toyPopulation } from "./squares.ts";

const level = toyLevel([
  { id: "a", geometry: polygon([square(0, 0, 1000)]) },
  { id: "b", geometry: polygon([square(1000, 0, 1000)]) },
]);
const population = toyPopulation([
  { at: [500, 500], residents: 40 },
  { at: [1700, 500], residents: 30 },
  { at: [9000, 500], residents: 7 },
]);
const input = { population, levels: [level], level: level.id };
const demand = { city: 1, level: level.id };
const sites = degrees([[400, 500]]);
const options = { reach: 800, hasAnlaufpunkte: true };

/** Messages really move here: what was given away is empty afterwards. */
function aRunner() {
  const { createWorker, started } = fakeWorkers(() => {
    const registry = new TaskRegistry();
    serveCoverage(registry);
    return registry;
  });
  return { runner: workerRunner(createWorker), started };
}

describe("the residents that a worker keeps", () => {
  it("answer as often as they are asked, with what the kernel finds", async () => {
    const { runner } = aRunner();
    const expected = prepareDemand(input);
    const points = await runner.run(prepareDemandTask, { city: 1, ...input });
    const { lon, lat, residents, area, row, groups } = expected;
    expect(points).toEqual({ lon, lat, residents, area, row, groups });
    for (const reach of [800, 2000, 800]) {
      const asked = { demand, sites, options: { ...options, reach } };
      expect(await runner.run(measureCoverageTask, asked)).toEqual(measureCoverage(expected, sites, asked.options));
    }
  });

  it("are those of one city: of another nobody knows, and after another the first is gone", async () => {
    const { runner } = aRunner();
    expect(await runner.run(measureCoverageTask, { demand, sites, options })).toBeUndefined();
    await runner.run(prepareDemandTask, { city: 1, ...input });
    expect(await runner.run(measureCoverageTask, { demand, sites, options })).toBeDefined();
    await runner.run(prepareDemandTask, { city: 2, ...input });
    expect(await runner.run(measureCoverageTask, { demand, sites, options })).toBeUndefined();
    const second = { city: 2, level: level.id };
    expect(await runner.run(measureCoverageTask, { demand: second, sites, options })).toBeDefined();
  });
});
