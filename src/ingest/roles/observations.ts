import type { Indicator } from "../../domain/indicator.ts";
import { MISSING_REASONS, type ObservationStatus } from "../../domain/measured.ts";
import { isPeriod, type Period } from "../../domain/period.ts";
import type { AreaLookup } from "../area-lookup.ts";
import { numberCells } from "../cell-numbers.ts";
import { choiceAt, textAt, valueMap } from "../cell-texts.ts";
import type { ObservationList } from "../observation-list.ts";
import type { RawColumn } from "../raw-table.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { nameRowSubjects } from "../row-subjects.ts";

export interface ObservationTarget {
  readonly areas: AreaLookup;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly list: ObservationList;
}

const STATUSES: readonly ObservationStatus[] = ["ok", "estimated", ...MISSING_REASONS];

type Reading = ResourceReading<"observations">;
type CellValue = { readonly value: number; readonly status: ObservationStatus; readonly text: string };
/** One value of one row: what the wide form has in a column, the long form in the row itself. */
type RowReader = (row: number, level: string, sozialraum: string) => number;

/** Values per Sozialraum, indicator and period, long (one value a row) or wide (one area a row); they join `target.list`. */
export function readObservations(reading: Reading, target: ObservationTarget): RoleResult<true> {
  const { resource, table, log } = reading;
  const columns = new ResourceColumns(reading);
  const { sozialraum: ofAll } = resource.keys.columns?.sozialraum === undefined ? resource.keys : {};
  const area = ofAll === undefined ? columns.require("sozialraum") : undefined;
  const wide = wideColumns(reading);
  const readers = wide.length > 0 ? wideReaders(reading, columns, wide, target) : longReader(reading, columns, target);
  const { level: declared } = resource.keys;
  if (declared !== undefined && !target.areas.hasLevel(declared)) {
    log.add("id-unknown", { severity: "error", column: "level", context: { value: declared, of: "level" } });
    return { value: true, rows: 0, rejected: table.rowCount };
  }
  if ((!area && ofAll === undefined) || readers.length === 0) return { value: true, rows: 0, rejected: table.rowCount };
  const levelColumn = declared === undefined ? columns.find("level") : undefined;
  const indicatorColumn = wide.length > 0 ? undefined : columns.find("indicator");
  const indicatorOf = valueMap(reading, "indicator");
  nameRowSubjects(reading, (row) => {
    const given = textAt(area, row);
    for (const id of given === undefined ? [] : [given, target.areas.probablyMeant(given)]) {
      const level = id && target.areas.levelOf(id, declared ?? textAt(levelColumn, row));
      if (id && level) return { on: "sozialraum", id, level };
    }
    const indicator = indicatorOf(textAt(indicatorColumn, row) ?? "");
    return target.indicators.has(indicator) ? { on: "indicator", id: indicator } : undefined;
  });
  let rows = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const place = { row: table.lineOf(row), column: area?.name };
    const sozialraum = ofAll ?? textAt(area, row);
    if (sozialraum === undefined) {
      log.add("value-missing-required", place);
      continue;
    }
    const level = target.areas.levelOf(sozialraum, declared ?? textAt(levelColumn, row));
    if (level === undefined) {
      const meant = target.areas.probablyMeant(sozialraum);
      const context = { level: declared ?? "", ...(meant === undefined ? {} : { meant }) };
      log.addForValue("id-unknown", sozialraum, { ...place, context });
      continue;
    }
    let kept = 0;
    for (const read of readers) kept += read(row, level, sozialraum);
    if (kept > 0) rows++;
  }
  return { value: true, rows, rejected: table.rowCount - rows };
}

interface WideColumn {
  readonly name: string;
  readonly indicator: string;
  readonly period: Period | undefined;
}

function wideColumns({ resource }: Reading): WideColumn[] {
  // In the long form `values.indicator` says what the cells of that column mean.
  const isLong = resource.keys.columns?.indicator !== undefined;
  return Object.entries(resource.keys.values ?? {}).flatMap(([name, spec]): WideColumn[] => {
    if (isLong && name === "indicator") return [];
    if (typeof spec === "string") return [{ name, indicator: spec, period: resource.keys.period }];
    const { indicator, period } = spec as { indicator?: unknown; period?: unknown };
    if (typeof indicator !== "string") return [];
    return [{ name, indicator, period: typeof period === "string" ? period : resource.keys.period }];
  });
}

function wideReaders(
  reading: Reading,
  columns: ResourceColumns,
  wide: readonly WideColumn[],
  target: ObservationTarget,
): RowReader[] {
  const { log, table, resource } = reading;
  const periodColumn = columns.find("period");
  return wide.flatMap(({ name, indicator, period }): RowReader[] => {
    const column = columns.named(name);
    const definition = target.indicators.get(indicator);
    if (!column) {
      const present = table.columns.map((candidate) => candidate.name).join(", ");
      log.add("column-missing", { column: name, context: { ours: `values.${name}`, present } });
      return [];
    }
    if (!definition) {
      log.addForValue("id-unknown", indicator, { severity: "error", column: name, context: { of: "indicator" } });
      return [];
    }
    if (period === undefined && !periodColumn) {
      log.add("column-missing", { column: "period", context: { ours: "period", present: name } });
      return [];
    }
    const valueAt = cellValues(reading, column);
    return [
      (row, level, sozialraum) => {
        const when = period ?? periodAt(reading, periodColumn, row);
        const cell = valueAt(row, definition);
        if (!cell || when === undefined) return 0;
        return keep(reading, target, row, { level, sozialraum, indicator, period: when, ...cell }, resource.name);
      },
    ];
  });
}

function longReader(reading: Reading, columns: ResourceColumns, target: ObservationTarget): RowReader[] {
  const { log, table, resource } = reading;
  const indicatorColumn = columns.require("indicator");
  const valueColumn = columns.require("value");
  const fixedPeriod = resource.keys.period;
  const periodColumn = fixedPeriod === undefined ? columns.require("period") : columns.find("period");
  if (!indicatorColumn || !valueColumn || (fixedPeriod === undefined && !periodColumn)) return [];
  const indicatorOf = valueMap(reading, "indicator");
  const statusColumn = columns.find("status");
  const statusAt = choiceAt(reading, "status", statusColumn, STATUSES);
  const valueAt = cellValues(reading, valueColumn);
  return [
    (row, level, sozialraum) => {
      const line = table.lineOf(row);
      const raw = textAt(indicatorColumn, row);
      const indicator = raw === undefined ? undefined : indicatorOf(raw);
      const definition = indicator === undefined ? undefined : target.indicators.get(indicator);
      if (indicator === undefined || !definition) {
        const place = { row: line, column: indicatorColumn.name };
        if (indicator === undefined) log.add("value-missing-required", place);
        else log.addForValue("id-unknown", indicator, { ...place, context: { of: "indicator" } });
        return 0;
      }
      const period = textAt(periodColumn, row) === undefined ? fixedPeriod : periodAt(reading, periodColumn, row);
      const status = statusAt(row);
      const cell = withStatus(reading, valueColumn, row, status, () => valueAt(row, definition));
      if (period === undefined && textAt(periodColumn, row) === undefined) {
        log.add("value-missing-required", { row: line, column: periodColumn?.name });
      }
      if (!cell || period === undefined) return 0;
      return keep(reading, target, row, { level, sozialraum, indicator, period, ...cell }, resource.name);
    },
  ];
}

function keep(
  { log, table }: Reading,
  { list }: ObservationTarget,
  row: number,
  observation: Parameters<ObservationList["add"]>[0],
  resource: string,
): number {
  if (list.add(observation, resource, table.lineOf(row))) return 1;
  const { sozialraum, indicator, period } = observation;
  log.add("id-duplicate", {
    row: table.lineOf(row),
    context: { value: `${sozialraum} · ${indicator} · ${period}`, of: "observation" },
  });
  return 0;
}

function periodAt({ log, table }: Reading, column: RawColumn | undefined, row: number): Period | undefined {
  const text = textAt(column, row) ?? "";
  if (isPeriod(text)) return text;
  log.add("period-invalid", { row: table.lineOf(row), column: column?.name, context: { value: text } });
  return undefined;
}

/** A class may be a text: what is neither number nor declared code is its name then, also „-“, which elsewhere would be asked. */
function cellValues(reading: Reading, column: RawColumn): (row: number, indicator: Indicator) => CellValue | undefined {
  const cells = numberCells(reading, column, { negative: true });
  return (row, indicator) => {
    const text = textAt(column, row);
    if (indicator.kind === "class" && text !== undefined && cells.quietly(row) === undefined) {
      return { value: Number.NaN, status: "ok", text };
    }
    const cell = cells.at(row);
    if (cell === "rejected") return undefined;
    return typeof cell === "number"
      ? { value: cell, status: "ok", text: "" }
      : { value: Number.NaN, status: cell, text: "" };
  };
}

/** A stated reason outweighs the cell: a number beside „geheim gehalten“ must not get out. */
function withStatus(
  { log, table }: Reading,
  column: RawColumn,
  row: number,
  status: ObservationStatus | undefined,
  read: () => CellValue | undefined,
): CellValue | undefined {
  if (status === undefined || status === "ok") return read();
  if (status === "estimated") {
    const cell = read();
    return cell?.status === "ok" ? { ...cell, status } : cell;
  }
  const text = textAt(column, row);
  if (text !== undefined && /\d/.test(text)) {
    log.add("value-despite-status", { row: table.lineOf(row), column: column.name, context: { status } });
  }
  return { value: Number.NaN, status, text: "" };
}
