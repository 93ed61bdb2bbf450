import type { Anlaufpunkt } from "../domain/anlaufpunkt.ts";
import type { CitySupply } from "../domain/city.ts";
import type { Population } from "../domain/population.ts";
import type { Origin } from "../domain/provenance.ts";
import type { Scenario } from "../domain/scenario.ts";
import { parseCrs } from "../geo/crs.ts";
import { openAddressBook } from "./addresses/open-addresses.ts";
import type { StageInput, StageNotes } from "./ingest-tasks.ts";
import { IssueLog } from "./issue-log.ts";
import { resourcesOf } from "./package/descriptor.ts";
import { openTables, type ReadingContext, type ReadResource, readRole } from "./read-resource.ts";
import { originOf } from "./resource-reading.ts";
import { kindsOf, readAnlaufpunkte } from "./roles/anlaufpunkte.ts";
import { readPopulation } from "./roles/population.ts";
import { readScenarios } from "./roles/scenarios.ts";

/** Second stage: places and residents, enough for the first answer. */
export async function readSupply(
  input: StageInput,
  context: ReadingContext,
): Promise<{ supply: CitySupply } & StageNotes> {
  const places = resourcesOf(input.descriptor, "anlaufpunkte");
  const [openedPlaces, openedPopulation, openedScenarios] = await Promise.all([
    openTables(places, context),
    openTables(resourcesOf(input.descriptor, "population"), context),
    openTables(resourcesOf(input.descriptor, "scenarios"), context),
  ]);
  const book = await openAddressBook(openedPlaces, resourcesOf(input.descriptor, "addresses"), context);
  const taken = new Set<string>();
  const anlaufpunkte: Anlaufpunkt[] = [];
  const anlaufpunkteOrigins: Origin[] = [];
  const reports = [];
  const issues = [];
  for (const opened of openedPlaces) {
    const read = readRole(opened, (reading) => readAnlaufpunkte(reading, taken, book));
    reports.push(read.report);
    issues.push(...read.issues);
    if (!read.value || read.value.length === 0) continue;
    for (const place of read.value) anlaufpunkte.push(place);
    anlaufpunkteOrigins.push(originOf(opened.resource, parseCrs(read.report.crs ?? ""), read.report.located));
  }
  const known = new Set(input.areas.flatMap(({ ids }) => ids));
  const populations = openedPopulation.map((opened) => readRole(opened, (reading) => readPopulation(reading, known)));
  const population = newestPopulation(populations);
  for (const read of populations) {
    reports.push(read.report);
    issues.push(...read.issues);
    if (!read.value || read.value === population) continue;
    const log = new IssueLog(read.report.path);
    log.add("resource-unused", { context: { reason: "population", value: population?.origin.title ?? "" } });
    issues.push(...log.list());
  }
  const scenarios: Scenario[] = [];
  const takenScenarios = new Set<string>();
  for (const opened of openedScenarios) {
    const read = readRole(opened, (reading) => readScenarios(reading, takenScenarios, (id) => taken.has(id)));
    reports.push(read.report);
    issues.push(...read.issues);
    scenarios.push(...(read.value ?? []));
  }
  const supply = { anlaufpunkte, kinds: kindsOf(anlaufpunkte, places), anlaufpunkteOrigins, population, scenarios };
  return { supply, reports, issues };
}

/** Residents are never added across files: of several the one with the newest date counts, of equals the first. */
function newestPopulation(reads: readonly ReadResource<Population>[]): Population | undefined {
  let newest: Population | undefined;
  for (const { value } of reads) {
    if (!value || value.residents.length === 0) continue;
    if (!newest || (value.origin.period ?? "") > (newest.origin.period ?? "")) newest = value;
  }
  return newest;
}
