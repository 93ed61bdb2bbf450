import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type { Role } from "../../domain/city.ts";
import type { Indicator, Observations } from "../../domain/indicator.ts";
import type { Population } from "../../domain/population.ts";
import type { Level, Sozialraum } from "../../domain/sozialraum.ts";
import { pickShapes } from "../../geo/pick-shapes.ts";
import { type PlaneAreas, planeAreas } from "../../geo/plane-areas.ts";
import { openAddressBook } from "../addresses/open-addresses.ts";
import { AreaLookup } from "../area-lookup.ts";
import type { StageInput } from "../ingest-tasks.ts";
import { ObservationList } from "../observation-list.ts";
import { orderLevels } from "../order-levels.ts";
import { type PackageResource, resourcesOf } from "../package/descriptor.ts";
import { type OpenedTable, openTables, type ReadingContext, readRole } from "../read-resource.ts";
import { readAnlaufpunkte } from "../roles/anlaufpunkte.ts";
import { inlineIndicators, readIndicators } from "../roles/indicators.ts";
import { readObservations } from "../roles/observations.ts";
import { readPopulation } from "../roles/population.ts";
import { readSozialraeume } from "../roles/sozialraeume.ts";
import { type CityGround, cityGround } from "./far-areas.ts";

export interface ExaminedLevel {
  readonly level: Level;
  readonly resource: PackageResource;
  /** Of the level, without those that lie in another part of the world. */
  readonly near: readonly Sozialraum[];
  /** The ground of `near`, in its order. Undefined when no area has a vertex. */
  readonly areas?: PlaneAreas | undefined;
}

/** The data as the checks want them: read as they are for answers, and their records still know their lines. */
export interface Examined {
  /** Finest first. */
  readonly levels: readonly ExaminedLevel[];
  readonly ground: CityGround;
  readonly places: readonly Anlaufpunkt[];
  readonly population?: Population | undefined;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly observations: Observations;
  readonly tables: readonly OpenedTable<Role>[];
  /** By name. */
  readonly resources: ReadonlyMap<string, PackageResource>;
}

/** Reads once more what is examined; what was told when it was read first is not told again. */
export async function readExamined(
  input: StageInput,
  context: ReadingContext,
  wanted: { readonly population: boolean; readonly observations: boolean },
): Promise<Examined> {
  const { descriptor } = input;
  const open = <R extends Role>(role: R): Promise<OpenedTable<R>[]> =>
    openTables(resourcesOf(descriptor, role), context);
  const [areas, places, populations, definitions, values] = await Promise.all([
    open("sozialraeume"),
    open("anlaufpunkte"),
    wanted.population ? open("population") : [],
    open("indicators"),
    wanted.observations ? open("observations") : [],
  ]);
  const read = new Map<string, { readonly level: Level; readonly resource: PackageResource }>();
  for (const opened of areas) {
    const { value } = readRole(opened, readSozialraeume);
    if (value && !read.has(value.id)) read.set(value.id, { level: value, resource: opened.resource });
  }
  const ordered = orderLevels([...read.values()].map(({ level }) => level));
  const ground = cityGround(ordered.map(({ shapes }) => shapes));
  const book = await openAddressBook(places, resourcesOf(descriptor, "addresses"), context);
  const taken = new Set<string>();
  const known = new Set(input.areas.flatMap(({ ids }) => ids));
  const residents = populations.flatMap((opened) => readRole(opened, (r) => readPopulation(r, known)).value ?? []);
  const ids = new Set<string>();
  const listed = definitions.flatMap((opened) => readRole(opened, (r) => readIndicators(r, ids)).value ?? []);
  const beside = values.flatMap(({ resource }) => inlineIndicators(resource));
  const indicators = new Map([...beside, ...listed].map((indicator) => [indicator.id, indicator]));
  const list = new ObservationList();
  const lookup = new AreaLookup(input.areas);
  for (const opened of values) readRole(opened, (r) => readObservations(r, { areas: lookup, indicators, list }));
  return {
    levels: ordered.flatMap(({ id }) => read.get(id) ?? []).map((one) => ({ ...one, ...nearOf(one.level, ground) })),
    ground,
    places: places.flatMap((opened) => readRole(opened, (r) => readAnlaufpunkte(r, taken, book)).value ?? []),
    population: residents.reduce<Population | undefined>(
      (newest, one) => (!newest || (one.origin.period ?? "") > (newest.origin.period ?? "") ? one : newest),
      undefined,
    ),
    indicators,
    observations: list.toObservations(),
    tables: [...areas, ...places, ...populations, ...values],
    resources: new Map(descriptor.resources.map((resource) => [resource.name, resource])),
  };
}

function nearOf(level: Level, { far }: CityGround): Pick<ExaminedLevel, "near" | "areas"> {
  const strays = far.get(level.shapes);
  if (!strays) return { near: level.sozialraeume, areas: planeAreas(level.shapes) };
  const indexes = [...level.sozialraeume.keys()].filter((index) => !strays.has(index));
  return {
    near: indexes.flatMap((index) => level.sozialraeume[index] ?? []),
    areas: planeAreas(pickShapes(level.shapes, indexes)),
  };
}
