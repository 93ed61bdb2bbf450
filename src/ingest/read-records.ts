import type { CityRecords, ResourceReport, Role } from "../domain/city.ts";
import type { Issue } from "../domain/issue.ts";
import { openAddresses } from "./addresses/open-addresses.ts";
import { AreaLookup } from "./area-lookup.ts";
import type { StageInput, StageNotes } from "./ingest-tasks.ts";
import { ObservationList } from "./observation-list.ts";
import { resourcesOf } from "./package/descriptor.ts";
import { readNetworks } from "./read-networks.ts";
import { type OpenedTable, openTables, type ReadingContext, readRole } from "./read-resource.ts";
import { resolveReferences } from "./resolve-references.ts";
import { originOf, type ResourceReading, type RoleResult } from "./resource-reading.ts";
import { readAkteure } from "./roles/akteure.ts";
import { readGoals } from "./roles/goals.ts";
import { inlineIndicators, readIndicators } from "./roles/indicators.ts";
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
  const [indicators, observations, goals, vorhaben, termine, akteure, walking, addresses] = await Promise.all([
    open("indicators"),
    open("observations"),
    open("goals"),
    open("vorhaben"),
    open("termine"),
    open("akteure"),
    readNetworks(input.descriptor, context),
    openAddresses(resourcesOf(input.descriptor, "addresses"), context),
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

  const listed = unique((taken) => readAll(indicators, (reading) => readIndicators(reading, taken)));
  const ids = new Set(listed.map(({ id }) => id));
  // A definition in a table of its own goes before one beside the values; of the latter the first stays.
  const beside = observations.flatMap(({ resource }) => inlineIndicators(resource));
  const defined = [...listed, ...beside.filter(({ id }) => !ids.has(id) && ids.add(id))];
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
    network: walking.network,
  };
  for (const read of addresses) {
    reports.push(read.report);
    issues.push(...read.issues);
  }
  reports.push(...walking.reports);
  issues.push(...walking.issues);
  return { records, reports, issues };
}

/** One set of ids for all resources of a role. */
function unique<T>(read: (taken: Set<string>) => T[][]): T[] {
  return read(new Set()).flat();
}
