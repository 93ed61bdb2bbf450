import type { ResourceReport, Role } from "../domain/city.ts";
import { mostBytes } from "../domain/file-limits.ts";
import type { Issue } from "../domain/issue.ts";
import type { PackageSource } from "../domain/package-source.ts";
import type { ReadingProgress } from "../domain/reading-progress.ts";
import { readResourceBytes } from "../sources/read-resource-bytes.ts";
import type { AreaIds } from "./area-ids.ts";
import { DEFAULT_LIST_SEPARATOR } from "./cell-texts.ts";
import { IssueLog } from "./issue-log.ts";
import { forgetRepairs } from "./made-repairs.ts";
import type { PackageResource } from "./package/descriptor.ts";
import { prepareTable } from "./prepare-table.ts";
import type { RawTable, TableOptions } from "./raw-table.ts";
import { type ResourceReading, type RoleResult, reportOf } from "./resource-reading.ts";
import { FORMAT_NAMES, type TableFormat, tableFormat } from "./table-formats.ts";
import { withWktGeometries } from "./wkt/wkt-geometries.ts";
import { withWrittenPositions } from "./written-positions.ts";

/** A resource after its role has read it; `value` is absent when nothing came of it. */
export interface ReadResource<T> {
  readonly value?: T | undefined;
  readonly report: ResourceReport;
  readonly issues: readonly Issue[];
}

export interface ReadingContext {
  readonly source: PackageSource;
  readonly signal: AbortSignal;
  readonly tell: (progress: ReadingProgress) => void;
  /** The city's Sozialräume, once they are read: rows may name them by their names. */
  readonly areas?: AreaIds | undefined;
}

/** Fetches the bytes of resources, all at the same time, and takes them apart; the roles come afterwards, in the order of the package. */
export function openTables<R extends Role>(
  resources: readonly PackageResource<R>[],
  context: ReadingContext,
): Promise<OpenedTable<R>[]> {
  return Promise.all(resources.map((resource) => openTable(resource, context)));
}

export interface OpenedTable<R extends Role> {
  readonly resource: PackageResource<R>;
  readonly log: IssueLog;
  readonly table?: RawTable | undefined;
  readonly onRow?: ((row: number) => void) | undefined;
}

async function openTable<R extends Role>(
  resource: PackageResource<R>,
  { source, signal, tell, areas }: ReadingContext,
): Promise<OpenedTable<R>> {
  const log = new IssueLog(resource.path);
  const format = tableFormat(resource.format);
  if (!format) {
    const known = [...FORMAT_NAMES, ...(resource.role === "network" ? ["osm.pbf"] : [])].join(", ");
    log.add("resource-format-unsupported", { context: { value: resource.format, known } });
    return { resource, log };
  }
  const { path, role } = resource;
  tell({ path, role, step: "fetching", rows: 0 });
  const read = await readResourceBytes(source, resource.path, signal, mostBytes(format.id));
  if ("issue" in read) {
    log.addAll([read.issue]);
    return { resource, log };
  }
  const onRows = (rows: number) => tell({ path, role, step: "splitting", rows });
  const raw = await tableOf(resource, format, read.bytes, { onRows });
  signal.throwIfAborted();
  log.addAll(raw.issues);
  forgetRepairs(resource);
  const table = await withRepairedAreas(resource, prepareTable(resource, raw, areas), log);
  const onRow = (rows: number) => tell({ path, role, step: "checking", rows, of: table.rowCount });
  return { resource, log, table, onRow };
}

/** The repairs of areas that the resource names; the cutters are fetched only where something is to be cut. */
export async function withRepairedAreas(resource: PackageResource, table: RawTable, log: IssueLog): Promise<RawTable> {
  const isCut = resource.keys.repairs?.some(({ repair }) => repair === "make-valid" || repair === "cut-overlaps");
  if (!isCut || !table.geometries) return table;
  const { repairAreas } = await import("./doctor/repair-areas.ts");
  return repairAreas({ resource, table, log });
}

/** The bytes of a resource as the table that it says they are. */
export async function tableOf(
  resource: PackageResource,
  format: TableFormat,
  bytes: Uint8Array<ArrayBuffer>,
  options: Pick<TableOptions, "onRows" | "beginning"> = {},
): Promise<RawTable> {
  const reader = await format.load();
  const table = await reader.read(bytes, { ...tableOptions(resource), ...options });
  return withWrittenPositions(withWktGeometries(table, resource.path, resource.keys.columns?.geometry));
}

/** How a resource says that its file is to be read. */
function tableOptions({ path, encoding, dialect, schema, keys }: PackageResource): TableOptions {
  return {
    source: path,
    encoding,
    delimiter: dialect?.delimiter,
    quoteChar: dialect?.quoteChar,
    escapeChar: dialect?.escapeChar,
    columnNames: dialect?.header === false ? (schema?.fields ?? []).map((field) => field.name) : undefined,
    headerRows: dialect?.headerRows,
    headerJoin: dialect?.headerJoin,
    commentRows: dialect?.commentRows,
    table: dialect?.sheetName ?? dialect?.table,
    decimalChar: keys.decimalChar ?? schema?.fields?.find((field) => field.decimalChar)?.decimalChar,
    listSeparator: keys.listSeparator ?? DEFAULT_LIST_SEPARATOR,
  };
}

/** Lets a role read an opened table. */
export function readRole<R extends Role, T>(
  { resource, log, table, onRow }: OpenedTable<R>,
  role: (reading: ResourceReading<R>) => RoleResult<T> | undefined,
): ReadResource<T> {
  if (!table) return { report: reportOf(resource, table, { rows: 0, rejected: 0 }), issues: log.list() };
  if (table.rowCount === 0 && !table.issues.some((issue) => issue.severity === "error")) log.add("resource-empty");
  // Nothing was found to read: columns that are missing then are no news.
  const result = table.columns.length === 0 && table.rowCount === 0 ? undefined : role({ resource, table, log, onRow });
  return {
    value: result?.value,
    report: reportOf(resource, table, result ?? { rows: 0, rejected: table.rowCount }),
    issues: log.list(),
  };
}
