import { readZip } from "../sources/zip.ts";
import type { TaskRegistry } from "../work/runner.ts";
import { openPackageTask, openZipTask, readRecordsTask, readSupplyTask } from "./ingest-tasks.ts";
import { readMap } from "./read-map.ts";
import { readRecords } from "./read-records.ts";
import { readSupply } from "./read-supply.ts";
import { buffersIn } from "./transferable-buffers.ts";

/** Registers the readers; called by the worker, and by tests with an inline runner. */
export function serveIngest(registry: TaskRegistry): void {
  registry
    .register(openPackageTask, async ({ source }, { signal }) => {
      const value = await readMap({ source, signal });
      return { value, transfer: "map" in value ? value.map.levels.flatMap((level) => buffersIn(level.shapes)) : [] };
    })
    .register(readSupplyTask, async (input, { signal }) => {
      const value = await readSupply(input, signal);
      const { population } = value.supply;
      return { value, transfer: population ? [...buffersIn(population), ...population.groups.flatMap(buffersIn)] : [] };
    })
    .register(readRecordsTask, async (input, { signal }) => {
      const value = await readRecords(input, signal);
      const { network, observations } = value.records;
      return { value, transfer: [...buffersIn(observations), ...(network ? buffersIn(network) : [])] };
    })
    .register(openZipTask, async ({ zip, label }) => {
      const found = await readZip(zip, label);
      return { value: "issue" in found ? { refused: [found.issue] } : found };
    });
}
