import type { ChangeName, Scenario, SiteEdit } from "../../domain/scenario.ts";
import { optionalNumber } from "../cell-numbers.ts";
import { choiceAt, textAt, writtenTextAt as textOf, valueMap } from "../cell-texts.ts";
import type { RawColumn } from "../raw-table.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { issuePointIn, tellSwapped } from "../row-positions.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** `none` keeps a scenario that changes nothing yet. */
const CHANGES: readonly (ChangeName | "none")[] = ["add", "move", "close", "reopen", "kind", "capacity", "none"];

const SYSTEM = "EPSG:4326";

interface Draft {
  readonly id: string;
  title?: string | undefined;
  note?: string | undefined;
  /** A row of it could be used: nothing but mistakes is no scenario. */
  isKept?: true;
  readonly added: Map<string, Scenario["added"][number]>;
  readonly edited: Map<string, SiteEdit>;
  /** What was changed already, by place. */
  readonly changed: Set<string>;
}

/**
 * What-ifs: one row is one change of one place. Title and note of a scenario are those of its first row that has one. Rows that cannot
 * be used are told and left out; the scenario keeps the others.
 * @param taken ids of scenarios of other resources: each scenario stands in one file
 * @param knowsPlace whether the package has a place with that id
 */
export function readScenarios(
  reading: ResourceReading<"scenarios">,
  taken: Set<string>,
  knowsPlace: (id: string) => boolean,
): RoleResult<Scenario[]> | undefined {
  const { table, log } = reading;
  const columns = new ResourceColumns(reading);
  const scenario = columns.require("scenario");
  const change = columns.require("change");
  if (!scenario || !change) return undefined;
  const changeAt = choiceAt(reading, "change", change, CHANGES);
  const place = columns.find("anlaufpunkt");
  const [title, name, note] = [columns.find("scenarioTitle"), columns.find("name"), columns.find("note")];
  const valueAt = values(reading, columns);
  nameRowSubjects(reading, (row) => {
    const id = textOf(place, row);
    if (id !== undefined && knowsPlace(id)) return { on: "anlaufpunkt", id };
    return valueAt.point(row);
  });

  const drafts = new Map<string, Draft>();
  let rows = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const at = { row: table.lineOf(row) };
    const id = textOf(scenario, row);
    if (id === undefined) log.add("value-missing-required", { ...at, column: scenario.name });
    if (id === undefined) continue;
    if (taken.has(id)) {
      log.addForValue("id-duplicate", id, { ...at, column: scenario.name });
      continue;
    }
    const draft: Draft = drafts.get(id) ?? { id, added: new Map(), edited: new Map(), changed: new Set() };
    drafts.set(id, draft);
    draft.title ??= textOf(title, row);
    draft.note ??= textOf(note, row);
    const what = changeAt(row);
    if (what === undefined) {
      if (textAt(change, row) === undefined) log.add("value-missing-required", { ...at, column: change.name });
      continue;
    }
    if (what !== "none") {
      const site = textOf(place, row);
      if (site === undefined) {
        log.add("value-missing-required", { ...at, column: place?.name ?? "anlaufpunkt" });
        continue;
      }
      if (!isFree(reading, draft, what, site, row, knowsPlace, place)) continue;
      const value = valueAt.of(what, row);
      if (!value) continue;
      apply(draft, what, site, { name: textOf(name, row) ?? "", ...value });
    }
    draft.isKept = true;
    rows++;
  }
  tellSwapped(reading, ...valueAt.told(), SYSTEM);
  const value = [...drafts.values()]
    .filter(({ isKept }) => isKept)
    .map(
      (draft): Scenario => ({
        id: draft.id,
        title: draft.title ?? draft.id,
        note: draft.note,
        added: [...draft.added.values()],
        edited: Object.fromEntries(draft.edited),
      }),
    );
  for (const { id } of value) taken.add(id);
  return { value, rows, rejected: table.rowCount - rows, crs: SYSTEM };
}

/** Whether a row may change that place: it is there – or, to be added, is not – and no row above said the same of it. */
function isFree(
  { table, log }: ResourceReading,
  draft: Draft,
  change: ChangeName,
  site: string,
  row: number,
  knowsPlace: (id: string) => boolean,
  column: RawColumn | undefined,
): boolean {
  const at = { row: table.lineOf(row), column: column?.name };
  if (change !== "add" && !knowsPlace(site)) {
    log.addForValue("id-unknown", site, { ...at, context: { of: "anlaufpunkt" } });
    return false;
  }
  if ((change === "add" && knowsPlace(site)) || draft.changed.has(changeKey(change, site))) {
    log.add("id-duplicate", { ...at, context: { value: site } });
    return false;
  }
  return true;
}

/** Closed and reopened at once would be neither. */
const changeKey = (change: ChangeName, site: string): string => `${change === "reopen" ? "close" : change}\n${site}`;

type Value = SiteEdit & { readonly name?: string };

/** What a change needs beside the place; undefined, told, where it is not there. */
function values(reading: ResourceReading<"scenarios">, columns: ResourceColumns) {
  const { table, log } = reading;
  const [lon, lat, kind, capacity] = [
    columns.find("lon"),
    columns.find("lat"),
    columns.find("kind"),
    columns.find("capacity"),
  ];
  const [lonAt, latAt] = [lon, lat].map((column) => optionalNumber(reading, column, { negative: true }));
  const capacityAt = optionalNumber(reading, capacity);
  const kindOf = valueMap(reading, "kind");
  const positions: [number[], number[]] = [[], []];
  const missing = (row: number, column: RawColumn | undefined, ours: string): void => {
    // What stands there and cannot be read was told when it was read.
    if (textAt(column, row) === undefined) {
      log.add("value-missing-required", { row: table.lineOf(row), column: column?.name ?? ours });
    }
  };
  const position = (row: number): { lon: number; lat: number } | undefined => {
    const [x, y] = [lonAt?.(row), latAt?.(row)];
    if (x === undefined) missing(row, lon, "lon");
    if (y === undefined) missing(row, lat, "lat");
    if (x === undefined || y === undefined) return undefined;
    if (!pointAt(x, y)) {
      log.add("coordinates-outside-crs", { row: table.lineOf(row), context: { x, y, crs: SYSTEM } });
      return undefined;
    }
    positions[0].push(x);
    positions[1].push(y);
    return { lon: x, lat: y };
  };
  const kindAt = (row: number): string | undefined => {
    const raw = textOf(kind, row);
    if (raw === undefined) missing(row, kind, "kind");
    return raw === undefined ? undefined : kindOf(raw);
  };
  return {
    of(change: ChangeName, row: number): Value | undefined {
      switch (change) {
        case "close":
          return { status: "closed" };
        case "reopen":
          return { status: "existing" };
        case "kind": {
          const to = kindAt(row);
          return to === undefined ? undefined : { kind: to };
        }
        case "capacity": {
          const to = capacityAt(row);
          if (to === undefined) missing(row, capacity, "capacity");
          return to === undefined ? undefined : { capacity: to };
        }
        case "move":
          return position(row);
        case "add": {
          const [where, what] = [position(row), kindAt(row)];
          // A capacity that is none costs the capacity, not the place.
          return where && what !== undefined ? { ...where, kind: what, capacity: capacityAt(row) } : undefined;
        }
      }
    },
    point: (row: number) => pointAt(Number(textAt(lon, row) ?? Number.NaN), Number(textAt(lat, row) ?? Number.NaN)),
    told: (): [Float64Array, Float64Array] => [Float64Array.from(positions[0]), Float64Array.from(positions[1])],
  };
}

function apply(draft: Draft, change: ChangeName, site: string, { name = "", ...value }: Value): void {
  draft.changed.add(changeKey(change, site));
  if (change !== "add") {
    draft.edited.set(site, { ...draft.edited.get(site), ...value });
    return;
  }
  const { kind, lon, lat, capacity } = value as SiteEdit & { kind: string; lon: number; lat: number };
  draft.added.set(site, { id: site, name, kind, lon, lat, capacity });
}

const pointAt = (lon: number, lat: number) => issuePointIn({ type: "Point", coordinates: [lon, lat] }, SYSTEM);
