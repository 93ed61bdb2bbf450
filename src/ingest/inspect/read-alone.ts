import type { CityForData } from "../../domain/data-draft.ts";
import type { Indicator } from "../../domain/indicator.ts";
import type { AddressBook } from "../addresses/address-book.ts";
import type { AreaIds } from "../area-ids.ts";
import { AreaLookup } from "../area-lookup.ts";
import type { IssueLog } from "../issue-log.ts";
import { ObservationList } from "../observation-list.ts";
import type { PackageResource } from "../package/descriptor.ts";
import type { RawTable } from "../raw-table.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { readAddresses } from "../roles/addresses.ts";
import { readAkteure } from "../roles/akteure.ts";
import { readAnlaufpunkte } from "../roles/anlaufpunkte.ts";
import { readBackground } from "../roles/background.ts";
import { readGoals } from "../roles/goals.ts";
import { inlineIndicators, readIndicators } from "../roles/indicators.ts";
import { readNetwork } from "../roles/network.ts";
import { readNetworkNodes } from "../roles/network-nodes.ts";
import { readObservations } from "../roles/observations.ts";
import { readPopulation } from "../roles/population.ts";
import { readScenarios } from "../roles/scenarios.ts";
import { readSozialraeume } from "../roles/sozialraeume.ts";
import { readTermine } from "../roles/termine.ts";
import { readVorhaben } from "../roles/vorhaben.ts";

/** A resource read by its role as if it stood alone beside the city's Sozialräume: how many rows would be kept, and what would be told. */
export function readAlone(
  resource: PackageResource,
  table: RawTable,
  log: IssueLog,
  areas: AreaIds,
  city: CityForData,
  book?: AddressBook,
): RoleResult<unknown> | undefined {
  const reading: ResourceReading = { resource, table, log };
  const lookup = new AreaLookup(areas);
  const knows = (id: string) => lookup.knows(id);
  const taken = new Set<string>();
  if (isOf(reading, "sozialraeume")) return readSozialraeume(reading);
  if (isOf(reading, "anlaufpunkte")) return readAnlaufpunkte(reading, taken, book);
  if (isOf(reading, "addresses")) return readAddresses(reading);
  if (isOf(reading, "population")) return readPopulation(reading, new Set(areas.flatMap(({ ids }) => ids)));
  if (isOf(reading, "observations")) {
    const known = city.indicators.map(({ id, title }) => [id, definition(id, title)] as const);
    const own = inlineIndicators(reading.resource).map((indicator) => [indicator.id, indicator] as const);
    const indicators = new Map([...own, ...known]);
    const list = new ObservationList();
    return { ...readObservations(reading, { areas: lookup, indicators, list }), value: list.toObservations() };
  }
  if (isOf(reading, "indicators")) return readIndicators(reading, taken);
  if (isOf(reading, "goals")) return readGoals(reading, taken);
  if (isOf(reading, "vorhaben")) return readVorhaben(reading, taken, knows);
  if (isOf(reading, "termine")) return readTermine(reading, taken, knows);
  if (isOf(reading, "akteure")) return readAkteure(reading, taken, knows);
  if (isOf(reading, "network")) return readNetwork(reading, undefined);
  if (isOf(reading, "network-nodes")) return readNetworkNodes(reading);
  if (isOf(reading, "scenarios")) return readScenarios(reading, taken, () => true);
  if (isOf(reading, "background")) return readBackground(reading);
  return undefined;
}

function isOf<R extends PackageResource["role"]>(reading: ResourceReading, role: R): reading is ResourceReading<R> {
  return reading.resource.role === role;
}

/** Only that it is known matters here. */
function definition(id: string, title: string): Indicator {
  return { id, title: { de: title, en: title }, kind: "count", direction: "neutral", goals: [], resource: "" };
}
