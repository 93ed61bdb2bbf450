import type { ScenarioFile } from "../domain/scenario-file.ts";
import { DEFAULT_LIST_SEPARATOR } from "./cell-texts.ts";
import { readCsv } from "./csv/read-csv.ts";
import { IssueLog } from "./issue-log.ts";
import type { PackageResource } from "./package/descriptor.ts";
import { ResourceColumns } from "./resource-columns.ts";
import { readScenarios } from "./roles/scenarios.ts";

/**
 * What-ifs from a table that belongs to no package; undefined when it is none of what-ifs. What cannot be used is left out and told.
 * @param places ids of the places of the city that is open
 */
export function readScenarioFile(
  name: string,
  bytes: Uint8Array,
  places: ReadonlySet<string>,
): ScenarioFile | undefined {
  const resource: PackageResource<"scenarios"> = {
    name,
    path: name,
    title: name,
    format: "csv",
    licences: [],
    sources: [],
    role: "scenarios",
    keys: { role: "scenarios" },
  };
  const log = new IssueLog(name);
  const table = readCsv(bytes, { source: name, listSeparator: DEFAULT_LIST_SEPARATOR });
  const columns = new ResourceColumns({ resource, table, log: new IssueLog(name) });
  if (!columns.named("scenario") || !columns.named("change")) return undefined;
  log.addAll(table.issues);
  const read = readScenarios({ resource, table, log }, new Set(), (id) => places.has(id));
  return {
    scenarios: read?.value ?? [],
    rejected: (read?.rejected ?? table.rowCount) + table.rejected,
    issues: log.list(),
  };
}
