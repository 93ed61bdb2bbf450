import {
  type Anlaufpunkt,
  type AnlaufpunktKind,
  type AnlaufpunktStatus,
  KNOWN_KINDS,
  type Wheelchair,
} from "../../domain/anlaufpunkt.ts";
import { type Localized, localized } from "../../domain/localized.ts";
import type { AddressBook } from "../addresses/address-book.ts";
import { addressCells } from "../addresses/address-rows.ts";
import { placePositions } from "../addresses/place-positions.ts";
import { optionalNumber } from "../cell-numbers.ts";
import { choiceAt, DEFAULT_LIST_SEPARATOR, listAt, textAt, valueMap } from "../cell-texts.ts";
import type { PackageResource } from "../package/descriptor.ts";
import { rememberLine } from "../record-lines.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { nameRowSubjects } from "../row-subjects.ts";

const STATUSES: readonly AnlaufpunktStatus[] = ["existing", "planned", "closed"];
const WHEELCHAIR: readonly Wheelchair[] = ["yes", "limited", "no"];

/**
 * Places; `taken` holds the ids of all resources of the package, so that each is there once; `book` the addresses by which places without
 * a position are looked up.
 */
export function readAnlaufpunkte(
  reading: ResourceReading<"anlaufpunkte">,
  taken: Set<string>,
  book?: AddressBook,
): RoleResult<Anlaufpunkt[]> {
  const { resource, table, log } = reading;
  const columns = new ResourceColumns(reading);
  const kindColumn = resource.keys.kind === undefined ? columns.require("kind") : columns.find("kind");
  const positions = placePositions(reading, columns, book);
  if (!positions || (resource.keys.kind === undefined && !kindColumn)) {
    return { value: [], rows: 0, rejected: table.rowCount };
  }
  const kindOf = valueMap(reading, "kind");
  const id = columns.find("id");
  const name = columns.find("name");
  const statusAt = choiceAt(reading, "status", columns.find("status"), STATUSES);
  const wheelchairAt = choiceAt(reading, "wheelchair", columns.find("wheelchair"), WHEELCHAIR);
  const capacityAt = optionalNumber(reading, columns.find("capacity"));
  const separator = resource.keys.listSeparator ?? DEFAULT_LIST_SEPARATOR;
  const lists = mapColumns(columns, ["topics", "targetGroups", "languages"]);
  const texts = mapColumns(columns, ["provider", "openingHours", "website", "phone", "email"]);
  const addresses = addressCells(columns);

  const value: Anlaufpunkt[] = [];
  // A row that was left out is not the place that has its id, but it lies somewhere.
  nameRowSubjects(reading, (row) => {
    const key = textAt(id, row) ?? `${resource.name}:${table.lineOf(row)}`;
    const at = positions.pointOf(row);
    const place = value.find((candidate) => candidate.id === key);
    return place && place.lon === at?.lon && place.lat === at.lat ? { on: "anlaufpunkt", id: key } : at;
  });
  for (let row = 0; row < table.rowCount; row++) {
    const line = table.lineOf(row);
    const lon = positions.lon[row] as number;
    const lat = positions.lat[row] as number;
    if (Number.isNaN(lon)) continue;
    const rawKind = textAt(kindColumn, row);
    const kind = resource.keys.kind ?? (rawKind === undefined ? undefined : kindOf(rawKind));
    if (kind === undefined) {
      log.add("value-missing-required", { row: line, column: kindColumn?.name });
      continue;
    }
    const key = textAt(id, row) ?? `${resource.name}:${line}`;
    if (taken.has(key)) {
      log.add("id-duplicate", { row: line, column: id?.name, context: { value: key } });
      continue;
    }
    taken.add(key);
    const title = textAt(name, row) ?? "";
    const address = addresses?.shown(row) || undefined;
    if (title === "") {
      log.add("name-missing", { row: line, column: name?.name, context: { id: key, kind, address: address ?? "" } });
    }
    const place: Anlaufpunkt = {
      id: key,
      name: title,
      kind,
      lon,
      lat,
      topics: listAt(lists.topics, row, separator),
      targetGroups: listAt(lists.targetGroups, row, separator),
      languages: listAt(lists.languages, row, separator),
      status: statusAt(row) ?? "existing",
      provider: textAt(texts.provider, row),
      address,
      openingHours: textAt(texts.openingHours, row),
      wheelchair: wheelchairAt(row),
      website: textAt(texts.website, row),
      phone: textAt(texts.phone, row),
      email: textAt(texts.email, row),
      capacity: capacityAt(row),
      resource: resource.name,
      location: positions.locationOf(row),
    };
    rememberLine(place, line);
    value.push(place);
  }
  const { crs, located } = positions;
  return { value, rows: value.length, rejected: table.rowCount - value.length, crs, located };
}

/** The kinds that occur, those of the contract first, then by title; titles as the package names them. */
export function kindsOf(
  anlaufpunkte: readonly Anlaufpunkt[],
  resources: readonly PackageResource<"anlaufpunkte">[],
): AnlaufpunktKind[] {
  const named = new Map<string, { readonly title: Localized; readonly plural: Localized }>();
  for (const { keys } of resources) {
    for (const [id, kind] of Object.entries(keys.kinds ?? {})) {
      const title = localized(kind);
      // The plural of an own kind is nobody's guess: where none is given its title stands for it.
      const plural = typeof kind === "object" && kind.plural !== undefined ? localized(kind.plural) : title;
      named.set(id, { title, plural });
    }
  }
  const existing = new Map<string, number>();
  for (const { kind, status } of anlaufpunkte) {
    existing.set(kind, (existing.get(kind) ?? 0) + (status === "existing" ? 1 : 0));
  }
  const known = Object.keys(KNOWN_KINDS);
  const rank = (id: string): number => (known.includes(id) ? known.indexOf(id) : known.length);
  return [...existing]
    .map(([id, count]): AnlaufpunktKind => {
      const ours = Object.hasOwn(KNOWN_KINDS, id) ? KNOWN_KINDS[id] : undefined;
      // A renamed kind of ours keeps its new name.
      const words = named.get(id) ?? ours ?? { title: localized(id), plural: localized(id) };
      return { id, title: words.title, plural: words.plural, existing: count };
    })
    .sort((a, b) => rank(a.id) - rank(b.id) || a.title.de.localeCompare(b.title.de, "de"));
}

function mapColumns<N extends string>(columns: ResourceColumns, names: readonly N[]) {
  return Object.fromEntries(names.map((name) => [name, columns.find(name)])) as Record<
    N,
    ReturnType<ResourceColumns["find"]>
  >;
}
