import type { IssueCode } from "../../domain/issue.ts";
import type { Network } from "../../domain/network.ts";
import { type CrsId, toLonLat } from "../../geo/crs.ts";
import { optionalNumber } from "../cell-numbers.ts";
import { textAt, valueMap } from "../cell-texts.ts";
import { type RawColumn, ROWS_PER_WORD } from "../raw-table.ts";
import { ResourceColumns } from "../resource-columns.ts";
import type { ResourceReading, RoleResult } from "../resource-reading.ts";
import { crsOf, issuePointIn } from "../row-positions.ts";
import { nameRowSubjects } from "../row-subjects.ts";
import type { NetworkNodes } from "./network-nodes.ts";

/** What a direction is called in the tables of offices and of OpenStreetMap. */
const ONE_WAY = new Map(
  Object.entries({ yes: 1, ja: 1, true: 1, "1": 1, no: 0, nein: 0, false: 0, "0": 0, "-1": -1, reverse: -1 }),
);
const MOST_CLASSES = 255;

/** Edges of the walking network: lines, or pairs of nodes of the second resource. */
export function readNetwork(
  reading: ResourceReading<"network">,
  nodes: NetworkNodes | undefined,
): RoleResult<Network> | undefined {
  const { table, log, resource } = reading;
  const columns = new ResourceColumns(reading);
  const lengthAt = optionalNumber(reading, columns.find("lengthMetres"));
  const classAt = classIndex(reading, columns.find("class"));
  const oneWayAt = oneWay(reading, columns.find("oneWay"));
  const edges = table.geometries ? undefined : nodePairs(reading, columns, nodes);
  const crs = edges ? "EPSG:4326" : table.geometries ? crsOf(reading) : undefined;
  if (crs === undefined) return undefined;
  const ends = [columns.find("from"), columns.find("to")];
  nameRowSubjects(reading, (row) => {
    if (!edges) return issuePointIn(table.geometries?.[row], crs);
    const node = ends.map((end) => nodes?.positions.get(textAt(end, row) ?? "")).find((position) => position);
    return node && { on: "point", lon: node[0], lat: node[1] };
  });

  const coordinates: number[] = [];
  const lineStarts = [0];
  const lengths: number[] = [];
  const classes: number[] = [];
  const directions: number[] = [];
  let kept = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (row % ROWS_PER_WORD === 0) reading.onRow?.(row);
    const lines = edges ? edges(row) : linesOf(reading, row);
    const direction = oneWayAt(row);
    let good = 0;
    for (const line of lines) {
      const lon = Float64Array.from(line, (position) => Number(position[0] ?? Number.NaN));
      const lat = Float64Array.from(line, (position) => Number(position[1] ?? Number.NaN));
      const flaw = flawOf(lon, lat, crs);
      if (flaw !== undefined) {
        log.add(flaw, { row: table.lineOf(row), context: { reason: "line", crs } });
        continue;
      }
      // Against the line: the line is turned round, so that 1 always means along it.
      if (direction === -1) {
        lon.reverse();
        lat.reverse();
      }
      for (let v = 0; v < lon.length; v++) coordinates.push(lon[v] as number, lat[v] as number);
      lineStarts.push(coordinates.length / 2);
      // The length of several lines together says nothing of each.
      lengths.push(lines.length === 1 ? (lengthAt(row) ?? Number.NaN) : Number.NaN);
      classes.push(classAt(row));
      directions.push(Math.abs(direction));
      good++;
    }
    if (good > 0) kept++;
  }
  const value: Network = {
    coordinates: Float64Array.from(coordinates),
    lineStarts: Uint32Array.from(lineStarts),
    lengthMetres: Float64Array.from(lengths),
    classIndex: Uint8Array.from(classes),
    classes: classAt.names,
    oneWay: Uint8Array.from(directions),
    resource: resource.name,
  };
  return { value, rows: kept, rejected: table.rowCount - kept, crs };
}

type Line = readonly (readonly number[])[];

function linesOf({ table, log }: ResourceReading, row: number): readonly Line[] {
  const geometry = table.geometries?.[row];
  if (!geometry) {
    log.add("geometry-missing", { row: table.lineOf(row) });
    return [];
  }
  if (geometry.type === "LineString") return [geometry.coordinates];
  if (geometry.type === "MultiLineString") return geometry.coordinates;
  log.add("geometry-unusable", { row: table.lineOf(row), context: { reason: "line", type: geometry.type } });
  return [];
}

/** Projects the line in place and says what is wrong with it. */
function flawOf(lon: Float64Array, lat: Float64Array, crs: CrsId): IssueCode | undefined {
  if (lon.length < 2 || !lon.every(Number.isFinite) || !lat.every(Number.isFinite)) return "geometry-unusable";
  return toLonLat(crs, lon, lat) > 0 ? "coordinates-outside-crs" : undefined;
}

function nodePairs(
  reading: ResourceReading<"network">,
  columns: ResourceColumns,
  nodes: NetworkNodes | undefined,
): ((row: number) => readonly Line[]) | undefined {
  const { table, log } = reading;
  const from = columns.require("from");
  const to = columns.require("to");
  columns.require("lengthMetres");
  if (!from || !to) return undefined;
  if (!nodes) {
    log.add("column-missing", { column: "network-nodes", context: { ours: "network-nodes", present: "" } });
    return undefined;
  }
  return (row) => {
    const ends = [from, to].map((column) => {
      const id = textAt(column, row);
      const place = { row: table.lineOf(row), column: column.name };
      const node = id === undefined ? undefined : nodes.positions.get(id);
      if (id === undefined) log.add("value-missing-required", place);
      else if (!node) log.addForValue("id-unknown", id, { ...place, context: { of: "network-nodes" } });
      return node;
    });
    const [start, end] = ends;
    return start && end ? [[start, end]] : [];
  };
}

/** Index of the class of a row; class 0 is "", the source did not say. */
function classIndex(
  reading: ResourceReading,
  column: RawColumn | undefined,
): ((row: number) => number) & { names: string[] } {
  const names = [""];
  const indices = new Map([["", 0]]);
  const map = valueMap(reading, "class");
  const at = (row: number): number => {
    const raw = textAt(column, row);
    const name = raw === undefined ? "" : map(raw);
    const known = indices.get(name);
    if (known !== undefined) return known;
    if (names.length > MOST_CLASSES) {
      const place = { row: reading.table.lineOf(row), column: column?.name };
      reading.log.add("value-not-allowed", { ...place, context: { value: name, allowed: `≤ ${MOST_CLASSES}` } });
      return 0;
    }
    indices.set(name, names.length);
    names.push(name);
    return names.length - 1;
  };
  return Object.assign(at, { names });
}

function oneWay(reading: ResourceReading, column: RawColumn | undefined): (row: number) => number {
  const map = valueMap(reading, "oneWay");
  return (row) => {
    const raw = textAt(column, row);
    if (raw === undefined) return 0;
    const direction = ONE_WAY.get(map(raw).toLowerCase());
    if (direction === undefined) {
      const place = { row: reading.table.lineOf(row), column: column?.name };
      reading.log.addForValue("value-not-allowed", raw, {
        ...place,
        context: { allowed: [...ONE_WAY.keys()].join(", ") },
      });
    }
    return direction ?? 0;
  };
}
