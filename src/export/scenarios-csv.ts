import Papa from "papaparse";
import { harmlessText } from "../domain/harmless-text.ts";
import type { ChangeName, Scenario, SiteEdit } from "../domain/scenario.ts";

const COLUMNS = [
  "scenario",
  "scenarioTitle",
  "change",
  "anlaufpunkt",
  "name",
  "kind",
  "lon",
  "lat",
  "capacity",
  "note",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

const BYTE_ORDER_MARK = "\ufeff";

/** What datapackage.json says of the file, as a resource of a package (contract: role `scenarios`). */
export function scenariosResource(title: string): object {
  return {
    name: "szenarien",
    path: "szenarien.csv",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    title,
    dialect: { delimiter: "," },
    anlaufpunkt: { role: "scenarios" },
  };
}

/**
 * What-ifs as the file of a package: one row per change, in the order of the scenarios; one that changes nothing has one row too. Read
 * again they are the same. The file is one for both languages (comma, decimal point); numbers have all their digits. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, as it does where it begins with one already: the reader takes it away.
 * @throws RangeError when a number is none that a place can have: a capacity below 0, a position that is not on earth
 */
export function scenariosCsv(scenarios: readonly Scenario[]): Uint8Array<ArrayBuffer> {
  const rows = scenarios.flatMap(rowsOf);
  const lines = Papa.unparse([COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ""))], {
    newline: "\r\n",
  });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${lines}\r\n`);
}

function rowsOf(scenario: Scenario): Row[] {
  const rows: Row[] = [];
  for (const { id, name, kind, lon, lat, capacity } of scenario.added) {
    rows.push({
      ...changed("add", id),
      name: harmlessText(name),
      ...moved(lon, lat),
      ...held(capacity),
      kind: harmlessText(kind),
    });
  }
  for (const [id, edit] of Object.entries(scenario.edited)) rows.push(...rowsOfEdit(id, edit));
  if (rows.length === 0) rows.push({ change: "none" });
  const [title, note] = [harmlessText(scenario.title), harmlessText(scenario.note ?? "")];
  return rows.map((row, i) => ({
    scenario: harmlessText(scenario.id),
    scenarioTitle: title,
    ...row,
    note: i === 0 ? note : "",
  }));
}

function rowsOfEdit(id: string, { lon, lat, kind, capacity, status }: SiteEdit): Row[] {
  const rows: Row[] = [];
  if (lon !== undefined || lat !== undefined) rows.push({ ...changed("move", id), ...moved(lon, lat) });
  if (status !== undefined) rows.push(changed(status === "closed" ? "close" : "reopen", id));
  if (kind !== undefined) rows.push({ ...changed("kind", id), kind: harmlessText(kind) });
  if (capacity !== undefined) rows.push({ ...changed("capacity", id), ...held(capacity) });
  return rows;
}

const changed = (change: ChangeName, id: string): Row => ({ change, anlaufpunkt: harmlessText(id) });

function moved(lon: number | undefined, lat: number | undefined): Row {
  if (lon === undefined || lat === undefined || !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) {
    throw new RangeError(`no position on earth: ${lon} ${lat}`);
  }
  return { lon: String(lon), lat: String(lat) };
}

function held(capacity: number | undefined): Row {
  if (capacity === undefined) return {};
  if (!(capacity >= 0 && capacity < Number.POSITIVE_INFINITY)) throw new RangeError(`no capacity: ${capacity}`);
  return { capacity: String(capacity) };
}
