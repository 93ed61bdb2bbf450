import { type DateFormat, isoDate } from "../domain/date-format.ts";
import { WHOLE_CITY } from "../domain/indicator.ts";
import type { Repair } from "../domain/repair.ts";
import { DATE_COLUMNS } from "../domain/role-columns.ts";
import type { AreaIds } from "./area-ids.ts";
import { DEFAULT_LIST_SEPARATOR } from "./cell-texts.ts";
import { matchNames } from "./inspect/match-names.ts";
import { rememberRepairs } from "./made-repairs.ts";
import type { PackageResource } from "./package/descriptor.ts";
import type { RawColumn, RawTable } from "./raw-table.ts";

/** Columns of the contract that name Sozialräume, one or a list. */
const AREA_COLUMNS = ["sozialraum", "sozialraeume"];

/**
 * The table as its resource says that it is meant: repairs that somebody has agreed to, axes in the usual order, dates as the contract
 * writes them, Sozialräume by their ids. The roles then read it like any other; the file stays as it was.
 * @param areas the city's Sozialräume, finest level first; absent while they are being read themselves
 */
export function prepareTable(resource: PackageResource, table: RawTable, areas?: AreaIds): RawTable {
  const { keys } = resource;
  let prepared = table;
  for (const repair of keys.repairs ?? []) {
    const before = prepared;
    prepared = repaired(before, repair);
    const count = prepared === before ? 0 : before.rowCount - prepared.rowCount || 1;
    rememberRepairs(resource, { repair: repair.repair, count });
  }
  if ("axisOrder" in keys && keys.axisOrder === "yx") prepared = turned(prepared);
  if (keys.dateFormat !== undefined) prepared = withDates(resource, prepared, keys.dateFormat);
  const { periods } = keys as { readonly periods?: Readonly<Record<string, string>> | undefined };
  if (periods) prepared = withPeriods(resource, prepared, periods);
  if (areas) prepared = withAreaIds(resource, prepared, areas);
  return prepared;
}

/** The column of the file that stands for ours. */
function columnOf(resource: PackageResource, table: RawTable, ours: string): RawColumn | undefined {
  const mapped = resource.keys.columns?.[ours];
  const name = (mapped ?? ours).trim().toLowerCase();
  return table.columns.find((column) => column.name.trim().toLowerCase() === name);
}

function withTexts(table: RawTable, column: RawColumn, texts: readonly string[]): RawTable {
  const columns = table.columns.map((each) => (each === column ? { name: each.name, texts } : each));
  return { ...table, columns };
}

/** A repair of rows; those of geometries are made where areas are packed. */
function repaired(table: RawTable, repair: Repair): RawTable {
  switch (repair.repair) {
    case "leave-out": {
      const lines = new Set(repair.lines);
      return withoutRows(table, (row) => lines.has(table.lineOf(row)));
    }
    case "drop-duplicates": {
      const seen = new Set<string>();
      return withoutRows(table, (row) => {
        const cells = table.columns.map(({ texts }) => texts[row] ?? "");
        const key = JSON.stringify([cells, table.geometries?.[row] ?? null]);
        if (seen.has(key)) return true;
        seen.add(key);
        return false;
      });
    }
    case "set-value": {
      const column = table.columns.find(({ name }) => name === repair.column);
      const hasLine = column?.texts.some((_, row) => table.lineOf(row) === repair.line);
      if (!column || !hasLine) return table;
      const isMeant = (row: number) => table.lineOf(row) === repair.line;
      const texts = column.texts.map((text, row) => (isMeant(row) ? repair.value : text));
      // The numbers of the format stay, but for the one that is replaced.
      const numbers = column.numbers?.map((value, row) => (isMeant(row) ? Number.NaN : value));
      const columns = table.columns.map((each) => (each === column ? { name: each.name, texts, numbers } : each));
      return { ...table, columns };
    }
    default:
      return table;
  }
}

/** The other rows; the same table when all of them stay. */
export function withoutRows(table: RawTable, isOut: (row: number) => boolean): RawTable {
  const rows = Array.from({ length: table.rowCount }, (_, row) => row).filter((row) => !isOut(row));
  if (rows.length === table.rowCount) return table;
  return {
    ...table,
    rowCount: rows.length,
    columns: table.columns.map(({ name, texts, numbers }) => ({
      name,
      texts: rows.map((row) => texts[row] ?? ""),
      numbers: numbers && Float64Array.from(rows, (row) => numbers[row] ?? Number.NaN),
    })),
    geometries: table.geometries && rows.map((row) => table.geometries?.[row] ?? null),
    lineOf: (row) => table.lineOf(rows[row] ?? row),
  };
}

/** North before east becomes east before north; columns of coordinates change places where they are read. */
function turned(table: RawTable): RawTable {
  const flip = (node: unknown): unknown => {
    if (!Array.isArray(node)) return node;
    return typeof node[0] === "number" ? [node[1], node[0], ...node.slice(2)] : node.map(flip);
  };
  const flipped = (geometry: GeoJSON.Geometry | null): GeoJSON.Geometry | null => {
    if (!geometry) return null;
    if (geometry.type === "GeometryCollection") {
      return { ...geometry, geometries: geometry.geometries.map((member) => flipped(member) as GeoJSON.Geometry) };
    }
    return { ...geometry, coordinates: flip(geometry.coordinates) } as GeoJSON.Geometry;
  };
  return { ...table, geometries: table.geometries?.map(flipped) };
}

function withDates(resource: PackageResource, table: RawTable, format: DateFormat): RawTable {
  let prepared = table;
  for (const ours of DATE_COLUMNS) {
    const column = columnOf(resource, prepared, ours);
    if (!column) continue;
    prepared = withTexts(
      prepared,
      column,
      column.texts.map((text) => isoDate(text, format) ?? text),
    );
  }
  return prepared;
}

/** Times become those of the contract by what the package says that they mean. */
function withPeriods(resource: PackageResource, table: RawTable, periods: Readonly<Record<string, string>>): RawTable {
  const column = columnOf(resource, table, "period");
  if (!column) return table;
  const meant = new Map(Object.entries(periods));
  return withTexts(
    table,
    column,
    column.texts.map((text) => meant.get(text.trim()) ?? text),
  );
}

/** Names and corrected matches become ids; what means none of ours on purpose becomes empty. */
function withAreaIds(resource: PackageResource, table: RawTable, areas: AreaIds): RawTable {
  const keys = resource.keys as {
    readonly sozialraumBy?: "id" | "name" | undefined;
    readonly sozialraumMatches?: Readonly<Record<string, string>> | undefined;
    readonly level?: string | undefined;
  };
  if (keys.sozialraumBy !== "name" && !keys.sozialraumMatches) return table;
  let prepared = table;
  for (const ours of AREA_COLUMNS) {
    const column = columnOf(resource, prepared, ours);
    if (!column) continue;
    const separator = ours === "sozialraeume" ? (resource.keys.listSeparator ?? DEFAULT_LIST_SEPARATOR) : undefined;
    const partsOf = (text: string) =>
      (separator === undefined ? [text] : text.split(separator)).map((part) => part.trim());
    const raws = new Set(column.texts.flatMap(partsOf));
    const idOf = areaIds(raws, keys, areas);
    prepared = withTexts(
      prepared,
      column,
      column.texts.map((text) =>
        partsOf(text)
          .map(idOf)
          .join(separator ?? ""),
      ),
    );
  }
  return prepared;
}

function areaIds(
  raws: Iterable<string>,
  keys: {
    readonly sozialraumBy?: "id" | "name" | undefined;
    readonly sozialraumMatches?: Readonly<Record<string, string>> | undefined;
    readonly level?: string | undefined;
  },
  areas: AreaIds,
): (raw: string) => string {
  const given = new Map(Object.entries(keys.sozialraumMatches ?? {}));
  const levels = areas.filter(({ level }) => keys.level === undefined || keys.level === level);
  const byName = new Map<string, string>();
  if (keys.sozialraumBy === "name") {
    for (const { ids, names } of levels) {
      const named = ids.map((id, i) => ({ id, name: names[i] ?? id }));
      for (const [raw, id] of matchNames(raws, named).matches) if (!byName.has(raw)) byName.set(raw, id);
    }
  }
  return (raw) => given.get(raw) ?? (raw === WHOLE_CITY ? raw : (byName.get(raw) ?? raw));
}
