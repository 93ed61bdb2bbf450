import type { TaskRegistry } from "../../work/runner.ts";
import type { Coverage } from "./coverage.ts";
import { measureCoverageTask, prepareDemandTask } from "./coverage-tasks.ts";
import type { Demand } from "./demand.ts";
import { measureCoverage } from "./measure-coverage.ts";
import { prepareDemand } from "./prepare-demand.ts";

/** Registers the coverage kernels; called by the worker, and by tests with an inline runner. */
export function serveCoverage(registry: TaskRegistry): void {
  registry
    .register(prepareDemandTask, (input) => {
      const value = prepareDemand(input);
      return { value, transfer: buffersOfDemand(value) };
    })
    .register(measureCoverageTask, ({ demand, sites, options }) => {
      const value = measureCoverage(demand, sites, options);
      return { value, transfer: buffersOfCoverage(value) };
    });
}

function buffersOfDemand({ areas, areaIndex, blocks, ...points }: Demand): Transferable[] {
  return [...buffers(points), ...buffers(areas), ...buffers(areaIndex), ...buffers(blocks)];
}

function buffersOfCoverage({ areas, points, siteArea }: Coverage): Transferable[] {
  return [...buffers(areas), ...buffers(points), siteArea.buffer as ArrayBuffer];
}

/** The buffers of all typed arrays of a record, each once: two columns may share one. */
function buffers(record: object): Transferable[] {
  const arrays = Object.values(record).filter((value): value is ArrayBufferView => ArrayBuffer.isView(value));
  return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))];
}
