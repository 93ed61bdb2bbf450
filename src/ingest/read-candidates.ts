import type { CandidateFile } from "../domain/candidate-file.ts";
import { crsTitle } from "../geo/crs.ts";
import { DEFAULT_LIST_SEPARATOR, textAt } from "./cell-texts.ts";
import { fileBytes } from "./file-bytes.ts";
import { IssueLog } from "./issue-log.ts";
import type { PackageResource } from "./package/descriptor.ts";
import type { RawTable } from "./raw-table.ts";
import { ResourceColumns } from "./resource-columns.ts";
import { rowPositions } from "./row-positions.ts";
import { FORMAT_NAMES, formatOfFile } from "./table-formats.ts";

const NAME_COLUMNS = ["name", "bezeichnung", "title", "adresse", "address", "id"];

/**
 * Places from a file that belongs to no package: a table with lon and lat, or with x and y in a system that is named, or GeoJSON.
 * What cannot be used is left out and told.
 * @param crs the system of x and y; default: what the file says, else degrees
 */
export async function readCandidates(name: string, file: Blob, crs?: string): Promise<CandidateFile> {
  const log = new IssueLog(name);
  const nothing = { name, lon: new Float64Array(0), lat: new Float64Array(0), names: [], rejected: 0 };
  const format = formatOfFile(name);
  if (!format) {
    log.add("resource-format-unsupported", {
      context: { value: name.slice(name.lastIndexOf(".") + 1), known: FORMAT_NAMES.join(", ") },
    });
    return { ...nothing, issues: log.list() };
  }
  const read = await fileBytes(name, file, format.id);
  if ("issue" in read) return { ...nothing, issues: [read.issue] };
  const table = await (await format.load()).read(read.bytes, { source: name, listSeparator: DEFAULT_LIST_SEPARATOR });
  log.addAll(table.issues);
  const resource: PackageResource<"anlaufpunkte"> = {
    name,
    path: name,
    title: name,
    format: format.id,
    licences: [],
    sources: [],
    role: "anlaufpunkte",
    keys: { role: "anlaufpunkte", crs, decimalChar: decimalOf(table) },
  };
  const reading = { resource, table, log };
  const columns = new ResourceColumns(reading);
  const positions = table.rowCount > 0 ? rowPositions(reading, columns) : undefined;
  if (table.rowCount === 0 && !table.issues.some(({ severity }) => severity === "error")) log.add("resource-empty");
  if (!positions) return { ...nothing, rejected: table.rowCount, issues: log.list() };
  const named = NAME_COLUMNS.map((column) => columns.named(column)).find((column) => column !== undefined);
  const rows = [...positions.lon.keys()].filter((row) => Number.isFinite(positions.lon[row] as number));
  return {
    name,
    lon: Float64Array.from(rows, (row) => positions.lon[row] as number),
    lat: Float64Array.from(rows, (row) => positions.lat[row] as number),
    names: rows.map((row) => textAt(named, row) ?? ""),
    rejected: table.rowCount - rows.length + table.rejected,
    crs: crsTitle(positions.crs),
    issues: log.list(),
  };
}

const COORDINATES = /^(x|y|lon|lat)$/i;

/** Nobody can say beforehand how the file writes decimals: a comma where coordinates have commas and no points. */
function decimalOf({ columns }: RawTable): "," | undefined {
  const texts = columns.filter(({ name }) => COORDINATES.test(name.trim())).flatMap((column) => column.texts);
  return texts.some((text) => text.includes(",")) && !texts.some((text) => text.includes(".")) ? "," : undefined;
}
