import type { PlaceLocation } from "../../domain/address.ts";
import type { Repair } from "../../domain/repair.ts";
import type { CrsId } from "../../geo/crs.ts";
import { rememberRepairs } from "../made-repairs.ts";
import type { PackageResource } from "../package/descriptor.ts";
import type { RawColumn, RawTable } from "../raw-table.ts";
import type { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading } from "../resource-reading.ts";
import { type RowPositions, rowPositions } from "../row-positions.ts";
import { type AddressBook, latOf, lineOf, lonOf, wordsOf } from "./address-book.ts";
import { ADDRESS_COLUMNS, type AddressCells, addressCells } from "./address-rows.ts";
import type { LocatedByAddress } from "./located-by-address.ts";
import { matchAddress } from "./match-address.ts";

/** As `RowPositions`; `crs` is absent where no row has a position of its own. */
export interface PlacePositions extends Omit<RowPositions, "crs"> {
  readonly crs?: CrsId | undefined;
  /** Where the position of a row comes from, when it does not stand beside it. */
  locationOf(row: number): PlaceLocation | undefined;
  readonly located?: LocatedByAddress | undefined;
}

type SetPosition = Extract<Repair, { readonly repair: "set-position" }>;

/** So many rows are told one by one: of the others nobody asks what may be meant. */
const TOLD = 20;

/**
 * Positions of places: as they stand in the file; where they do not, as somebody has set them, else as the address files have them. A row
 * that stays without one is told with its address and what may be meant.
 * @param book absent = the package has no address file
 */
export function placePositions(
  reading: ResourceReading,
  columns: ResourceColumns,
  book: AddressBook | undefined,
): PlacePositions | undefined {
  const { resource, table } = reading;
  const set = new Map(setPositions(resource).map((repair) => [repair.line, repair] as const));
  const cells = addressCells(columns);
  const lacks = rowsWithoutPosition(resource, table);
  if (set.size === 0 && !cells) return withoutLocations(rowPositions(reading, columns));
  const isOther = (row: number): boolean =>
    set.has(table.lineOf(row)) || ((lacks === "all" || lacks(row)) && cells !== undefined && cells.shown(row) !== "");
  const own = lacks === "all" ? nowhere(table.rowCount) : rowPositions(reading, columns, isOther);
  return own && located(reading, own, isOther, { set, cells, book });
}

function setPositions(resource: PackageResource): SetPosition[] {
  return (resource.keys.repairs ?? []).filter((repair) => repair.repair === "set-position");
}

/** Whether places of a table may have to be looked for by their addresses. */
export function needsAddresses(resource: PackageResource, table: RawTable): boolean {
  const hasAddress = ADDRESS_COLUMNS.some((ours) => columnFor(resource, table, ours) !== undefined);
  if (!hasAddress) return false;
  const lacks = rowsWithoutPosition(resource, table);
  if (lacks === "all") return table.rowCount > 0;
  for (let row = 0; row < table.rowCount; row++) if (lacks(row)) return true;
  return false;
}

/** Which rows have no position of their own: „all“ where there are neither columns nor geometries for it. */
function rowsWithoutPosition(resource: PackageResource, table: RawTable): ((row: number) => boolean) | "all" {
  for (const [east, north] of [
    ["x", "y"],
    ["lon", "lat"],
  ] as const) {
    const pair = [columnFor(resource, table, east), columnFor(resource, table, north)];
    if (!pair[0] || !pair[1]) continue;
    // A cell without a digit says that there is none, however it says it.
    return (row) =>
      pair.some((column) => Number.isNaN(column?.numbers?.[row] ?? Number.NaN) && !/\d/.test(column?.texts[row] ?? ""));
  }
  const { geometries } = table;
  return geometries ? (row) => !geometries[row] : "all";
}

/** As `ResourceColumns` finds them, without a word about what is missing. */
function columnFor({ keys }: PackageResource, table: RawTable, ours: string): RawColumn | undefined {
  const mapped = keys.columns && Object.hasOwn(keys.columns, ours) ? keys.columns[ours] : undefined;
  const name = (mapped ?? ours).trim().toLowerCase();
  return table.columns.find((column) => column.name.trim().toLowerCase() === name);
}

function nowhere(rowCount: number): Omit<PlacePositions, "locationOf"> {
  const nothing = () => new Float64Array(rowCount).fill(Number.NaN);
  return { lon: nothing(), lat: nothing(), pointOf: () => undefined };
}

function withoutLocations(positions: RowPositions | undefined): PlacePositions | undefined {
  return positions && { ...positions, locationOf: () => undefined };
}

interface Means {
  readonly set: ReadonlyMap<number, SetPosition>;
  readonly cells: AddressCells | undefined;
  readonly book: AddressBook | undefined;
}

/** Places the rows that `isOther` names, into the arrays that are there. */
function located(
  { resource, table, log }: ResourceReading,
  own: Omit<PlacePositions, "locationOf">,
  isOther: (row: number) => boolean,
  { set, cells, book }: Means,
): PlacePositions {
  const locations = new Map<number, PlaceLocation>();
  const files = new Map(book?.files.map(({ title }) => [title, { file: title, exact: 0, approximate: 0 }]));
  const byHand: LocatedByAddress["byHand"][number][] = [];
  const open: LocatedByAddress["open"][number][] = [];
  let total = 0;
  const put = (row: number, lon: number, lat: number, location: PlaceLocation) => {
    own.lon[row] = lon;
    own.lat[row] = lat;
    locations.set(row, location);
  };
  for (let row = 0; row < table.rowCount; row++) {
    if (!isOther(row)) {
      // A table without any position: nobody has told yet that this row has no address either.
      if (own.crs === undefined && cells) {
        log.add("value-missing-required", { row: table.lineOf(row), column: cells.name });
      }
      continue;
    }
    total++;
    const line = table.lineOf(row);
    const address = cells?.shown(row) ?? "";
    const given = set.get(line);
    if (given) {
      put(row, given.lon, given.lat, { by: "hand", address: given.address, from: given.from });
      byHand.push({ line, address, at: given.address ?? `${given.lat}, ${given.lon}` });
      continue;
    }
    if (!book || !cells || book.size === 0) continue;
    const match = matchAddress(book, cells.wanted(row));
    if ("entry" in match) {
      const { entry, doubt } = match;
      const found = wordsOf(entry);
      const { title } = entry.file;
      const exactness = doubt === undefined ? "exact" : "approximate";
      const place = { match: exactness, doubt, file: title, line: lineOf(entry), address: found } as const;
      put(row, lonOf(entry), latOf(entry), { by: "address", ...place });
      const tally = files.get(title);
      if (tally) tally[exactness]++;
      if (doubt !== undefined) {
        log.add("address-approximate", {
          row: line,
          column: cells.name,
          context: { value: address, found, file: title, doubt },
        });
      }
      continue;
    }
    open.push({ line, address, ...match });
    const { problem } = match;
    const maybe = open.length > TOLD ? [] : match.candidates();
    log.add("address-not-found", {
      row: line,
      column: cells.name,
      context: { value: address, problem, candidates: maybe.map((one) => one.address).join("; ") },
    });
  }
  if (byHand.length > 0) rememberRepairs(resource, { repair: "set-position", count: byHand.length });
  const left = total - byHand.length;
  if (left > 0 && (!book || book.size === 0)) {
    log.add("addresses-missing", { column: cells?.name, context: { rows: left, files: files.size } });
  }
  return {
    ...own,
    locationOf: (row) => locations.get(row),
    located: total === 0 ? undefined : { files: [...files.values()], total, byHand, open },
  };
}
