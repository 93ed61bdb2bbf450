import type { ReadingProgress } from "../domain/reading-progress.ts";
import { readZip } from "../sources/zip.ts";
import { buffersIn } from "../work/buffers-in.ts";
import type { TaskRegistry } from "../work/runner.ts";
import {
  examineTask,
  findAddressesTask,
  inspectFileTask,
  openPackageTask,
  openZipTask,
  previewDraftTask,
  readCandidatesTask,
  readNetworkFileTask,
  readRecordsTask,
  readScenariosTask,
  readSupplyTask,
} from "./ingest-tasks.ts";
import { readMap } from "./read-map.ts";
import { readSupply } from "./read-supply.ts";

/** Nobody reads numbers that change more often. */
const BETWEEN_MS = 250;

/** The beginning of each file, and on the way what came last after a while. */
function paced(tell: (progress: ReadingProgress) => void): (progress: ReadingProgress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < BETWEEN_MS && progress.step !== "fetching") return;
    last = now;
    tell(progress);
  };
}

/** Registers the readers; called by the worker, and by tests with an inline runner. What the first answer does not need is fetched later. */
export function serveIngest(registry: TaskRegistry): void {
  registry
    .register(openPackageTask, async ({ source }, { signal, progress }) => {
      const value = await readMap({ source, signal, tell: paced(progress) });
      return { value, transfer: "map" in value ? value.map.levels.flatMap((level) => buffersIn(level.shapes)) : [] };
    })
    .register(readSupplyTask, async (input, { signal, progress }) => {
      const value = await readSupply(input, {
        source: input.source,
        areas: input.areas,
        signal,
        tell: paced(progress),
      });
      const { population } = value.supply;
      return { value, transfer: population ? [...buffersIn(population), ...population.groups.flatMap(buffersIn)] : [] };
    })
    .register(readRecordsTask, async (input, { signal, progress }) => {
      const { readRecords } = await import("./read-records.ts");
      const value = await readRecords(input, {
        source: input.source,
        areas: input.areas,
        signal,
        tell: paced(progress),
      });
      const { network, observations } = value.records;
      return { value, transfer: [...buffersIn(observations), ...(network ? buffersIn(network) : [])] };
    })
    .register(examineTask, async (input, { signal }) => {
      const { examine } = await import("./doctor/examine.ts");
      const context = { source: input.source, areas: input.areas, signal, tell: () => {} };
      return { value: { issues: await examine(input, context) } };
    })
    .register(readCandidatesTask, async ({ name, file, crs }) => {
      const { readCandidates } = await import("./read-candidates.ts");
      const value = await readCandidates(name, file, crs);
      return { value, transfer: buffersIn(value) };
    })
    .register(readScenariosTask, async ({ name, file, places }) => {
      const { readScenarioFile } = await import("./read-scenario-file.ts");
      return { value: readScenarioFile(name, new Uint8Array(await file.arrayBuffer()), new Set(places)) };
    })
    .register(inspectFileTask, async ({ name, file, city, wanted }) => {
      const { inspectChosen } = await import("./inspect/chosen-file.ts");
      return { value: await inspectChosen(name, file, city, wanted) };
    })
    .register(previewDraftTask, async ({ file, draft, city, beside }) => {
      const { previewChosen } = await import("./inspect/chosen-file.ts");
      const value = await previewChosen(draft, file, city, beside);
      return { value, transfer: value.place ? buffersIn(value.place) : [] };
    })
    .register(findAddressesTask, async ({ key, beside, text }) => {
      const { bookToSearch } = await import("./addresses/book-beside.ts");
      const { findAddresses } = await import("./addresses/find-addresses.ts");
      return { value: findAddresses(await bookToSearch(key, beside), text) };
    })
    .register(readNetworkFileTask, async ({ name, file, around }, { progress }) => {
      const { readNetworkFile } = await import("./read-network-file.ts");
      const tell = paced(progress);
      const said = { path: name, role: "network", rows: 0 } as const;
      tell({ ...said, step: "fetching" });
      const bytes = new Uint8Array(await file.arrayBuffer());
      const value = readNetworkFile(name, bytes, around, (rows, of) => tell({ ...said, step: "splitting", rows, of }));
      return { value, transfer: value.network ? buffersIn(value.network) : [] };
    })
    .register(openZipTask, async ({ zip, label }) => {
      const found = await readZip(zip, label);
      return { value: "issue" in found ? { refused: [found.issue] } : found };
    });
}
