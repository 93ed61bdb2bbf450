import type { CityMap, CityRecords, CitySupply, ResourceReport } from "../../src/domain/city.ts";
import type { Issue } from "../../src/domain/issue.ts";
import type { PackageSource } from "../../src/domain/package-source.ts";
import { areaIdsOf } from "../../src/ingest/area-ids.ts";
import { examineTask, openPackageTask, readRecordsTask, readSupplyTask } from "../../src/ingest/ingest-tasks.ts";
import { serveIngest } from "../../src/ingest/serve-ingest.ts";
import { inlineRunner, TaskRegistry } from "../../src/work/runner.ts";

const registry = new TaskRegistry();
serveIngest(registry);
export const ingestRunner = inlineRunner(registry);

export interface WholePackage {
  readonly map: CityMap;
  readonly supply: CitySupply;
  readonly records: CityRecords;
  readonly reports: readonly ResourceReport[];
  readonly issues: readonly Issue[];
}

/** All three stages in a row, cloned on the way as a worker would. */
export async function readWholePackage(source: PackageSource): Promise<WholePackage> {
  const opened = await ingestRunner.run(openPackageTask, { source });
  if ("refused" in opened) throw new Error(`refused: ${JSON.stringify(opened.refused)}`);
  const input = { source, descriptor: opened.descriptor, areas: areaIdsOf(opened.map) };
  const supply = await ingestRunner.run(readSupplyTask, input);
  const records = await ingestRunner.run(readRecordsTask, input);
  return {
    map: opened.map,
    supply: supply.supply,
    records: records.records,
    reports: [...opened.reports, ...supply.reports, ...records.reports],
    issues: [...opened.issues, ...supply.issues, ...records.issues],
  };
}

/** What the checks find in a package, as the app asks for it; `rows` = how large it says that it is. */
export async function examinePackage(source: PackageSource, rows = { cells: 0, values: 0 }): Promise<readonly Issue[]> {
  const opened = await ingestRunner.run(openPackageTask, { source });
  if ("refused" in opened) throw new Error(`refused: ${JSON.stringify(opened.refused)}`);
  const input = { source, descriptor: opened.descriptor, areas: areaIdsOf(opened.map), ...rows };
  return (await ingestRunner.run(examineTask, input)).issues;
}
