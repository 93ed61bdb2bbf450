import { expect, test } from "vitest";
import { measureCoverageTask, prepareDemandTask } from "../../src/analysis/coverage/coverage-tasks.ts";
import { serveCoverage } from "../../src/analysis/coverage/serve-coverage.ts";
import { coverageAnswer } from "../../src/commands/answers/coverage.ts";
import type { App, Services } from "../../src/commands/app.ts";
import type { CityMap, CitySupply } from "../../src/domain/city.ts";
import { createAppStore } from "../../src/state/app-state.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";
import { polygon, square, toyLevel, toyPopulation } from "../analysis/coverage/squares.ts";

const level = toyLevel([{ id: "a", geometry: polygon([square(0, 0, 1000)]) }]);
const map: CityMap = { info: { name: "x", title: "X" } as CityMap["info"], levels: [level], backgrounds: [] };
const citySupply = (): CitySupply => ({
  anlaufpunkte: [],
  kinds: [],
  anlaufpunkteOrigins: [],
  population: toyPopulation([{ at: [500, 500], residents: 40 }]),
});

/** A worker that can lose what it keeps, as one does that was ended. */
function fragileWorker() {
  const begin = () => {
    const registry = new TaskRegistry();
    serveCoverage(registry);
    return inlineRunner(registry);
  };
  let worker = begin();
  const asked: string[] = [];
  const runner: Services["runner"] = {
    run(task, input, options) {
      asked.push(task.name);
      return worker.run(task, input, { ...options, transfer: undefined });
    },
  };
  const lose = () => {
    worker = begin();
  };
  return { runner, asked, lose };
}

const { signal } = new AbortController();
const STRAIGHT = { detour: 1, network: undefined, withoutSteps: false };

test("the residents are prepared once for every reach, and anew where the worker has lost them", async () => {
  const { runner, asked, lose } = fragileWorker();
  const { ask } = coverageAnswer({ store: createAppStore(), services: { runner } as Services } as App);
  const supply = citySupply();
  const question = { map, supply, level: level.id, people: undefined, kinds: [], places: [], reach: 800, ...STRAIGHT };
  const first = await ask(question, signal);
  const second = await ask({ ...question, reach: 500 }, signal);
  const measure = measureCoverageTask.name;
  const prepare = prepareDemandTask.name;
  expect(asked).toEqual([prepare, measure, measure]);
  expect(second.demand).toBe(first.demand);
  expect(second.coverage.city.residents).toBe(40);
  lose();
  asked.length = 0;
  const third = await ask({ ...question, reach: 300 }, signal);
  expect(asked).toEqual([measure, prepare, measure]);
  expect(third.coverage.city.residents).toBe(40);
  // The residents of the package stay where they are.
  expect(supply.population?.residents).toEqual(Float64Array.of(40));
});

test("two questions at the same time prepare the residents once", async () => {
  const { runner, asked } = fragileWorker();
  const { ask } = coverageAnswer({ store: createAppStore(), services: { runner } as Services } as App);
  const question = {
    map,
    supply: citySupply(),
    level: level.id,
    people: undefined,
    kinds: [],
    places: [],
    reach: 800,
    ...STRAIGHT,
  };
  await Promise.all([ask(question, signal), ask({ ...question, reach: 500 }, signal)]);
  expect(asked.filter((name) => name === prepareDemandTask.name)).toHaveLength(1);
});
