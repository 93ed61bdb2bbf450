import type { CityRecords, ResourceReport, Role } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import type { Network } from "../domain/network.ts";
import { AreaLookup } from "./area-lookup.ts";
import type { StageInput, StageNotes } from "./ingest-tasks.ts";
import { IssueLog } from "./issue-log.ts";
import { ObservationList } from "./observation-list.ts";
import { resourcesOf } from "./package/descriptor.ts";
import { type OpenedTable, openTables, type ReadingContext, readRole } from "./read-resource.ts";
import { resolveReferences } from "./resolve-references.ts";
import { originOf, type ResourceReading, type RoleResult } from "./resource-reading.ts";
import { readAkteure } from "./roles/akteure.ts";
import { readGoals } from "./roles/goals.ts";
import { readIndicators } from "./roles/indicators.ts";
import { readNetwork } from "./roles/network.ts";
import { type NetworkNodes, readNetworkNodes } from "./roles/network-nodes.ts";
import { readObservations } from "./roles/observations.ts";
import { readTermine } from "./roles/termine.ts";
import { readVorhaben } from "./roles/vorhaben.ts";

/** Third stage: everything that the first answer can do without. */
export async function readRecords(
  input: StageInput,
  context: ReadingContext,
): Promise<{ records: CityRecords } & StageNotes> {
  const open = <R extends Role>(role: R): Promise<OpenedTable<R>[]> =>
    openTables(resourcesOf(input.descriptor, role), context);
  const [indicators, observations, goals, vorhaben, termine, akteure, nodes, networks] = await Promise.all([
    open("indicators"),
    open("observations"),
    open("goals"),
    open("vorhaben"),
    open("termine"),
    open("akteure"),
    open("network-nodes"),
    open("network"),
  ]);
  const reports: ResourceReport[] = [];
  const issues: Issue[] = [];
  const readAll = <R extends Role, T>(
    opened: readonly OpenedTable<R>[],
    role: (reading: ResourceReading<R>) => RoleResult<T> | undefined,
  ): T[] =>
    opened.flatMap((table) => {
      const read = readRole(table, role);
      reports.push(read.report);
      issues.push(...read.issues);
      return read.value === undefined ? [] : [read.value];
    });
  const areas = new AreaLookup(input.areas);
  const knowsArea = (id: string): boolean => areas.knows(id);

  const defined = unique((taken) => readAll(indicators, (reading) => readIndicators(reading, taken)));
  const list = new ObservationList();
  const target = { areas, indicators: new Map(defined.map((indicator) => [indicator.id, indicator])), list };
  readAll(observations, (reading) => readObservations(reading, target));
  const { issues: referenceIssues, ...resolved } = resolveReferences(
    {
      indicators: defined,
      goals: unique((taken) => readAll(goals, (reading) => readGoals(reading, taken))),
      vorhaben: unique((taken) => readAll(vorhaben, (reading) => readVorhaben(reading, taken, knowsArea))),
    },
    input.descriptor,
  );
  issues.push(...referenceIssues);
  const records: CityRecords = {
    ...resolved,
    observations: list.toObservations(),
    observationOrigins: observations.map(({ resource }) => originOf(resource)),
    termine: unique((taken) => readAll(termine, (reading) => readTermine(reading, taken, knowsArea))),
    akteure: unique((taken) => readAll(akteure, (reading) => readAkteure(reading, taken, knowsArea))),
    network: firstNetwork(readAll(networks, networkRole(readAll(nodes, readNetworkNodes))), networks, issues),
  };
  return { records, reports, issues };
}

/** One set of ids for all resources of a role. */
function unique<T>(read: (taken: Set<string>) => T[][]): T[] {
  return read(new Set()).flat();
}

function networkRole(nodes: readonly NetworkNodes[]) {
  const all = nodes.length > 0 ? { positions: new Map(nodes.flatMap(({ positions }) => [...positions])) } : undefined;
  return (reading: ResourceReading<"network">) => readNetwork(reading, all);
}

function firstNetwork(
  read: readonly Network[],
  opened: readonly OpenedTable<"network">[],
  issues: Issue[],
): Network | undefined {
  for (const other of read.slice(1)) {
    const log = new IssueLog(opened.find(({ resource }) => resource.name === other.resource)?.resource.path ?? "");
    log.add("resource-unused", { context: { reason: "network", value: read[0]?.resource ?? "" } });
    issues.push(...log.list());
  }
  return read[0];
}
