import { localized } from "../../domain/localized.ts";
import type { Measured } from "../../domain/measured.ts";
import type { Level, Sozialraum } from "../../domain/sozialraum.ts";
import type { CrsId } from "../../geo/crs.ts";
import { numberCells, optionalNumber } from "../cell-numbers.ts";
import { textAt } from "../cell-texts.ts";
import { type PackedShapes, packShapes } from "../geojson/pack-shapes.ts";
import type { RawColumn } from "../raw-table.ts";
import { rememberLine } from "../record-lines.ts";
import { ResourceColumns } from "../resource-columns.ts";
import { originOf, type ResourceReading, type RoleResult } from "../resource-reading.ts";
import { crsOf, issuePointIn, tellSwapped } from "../row-positions.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** One cut of the city: areas with their boundaries, ascending by id. Undefined, told, when it has no areas that can be used. */
export function readSozialraeume(reading: ResourceReading<"sozialraeume">): RoleResult<Level> | undefined {
  const { resource, table, log } = reading;
  const columns = new ResourceColumns(reading);
  const id = columns.require("id");
  const name = columns.require("name");
  const crs = crsOf(reading);
  if (!table.geometries) log.add("column-missing", { column: "geometry", context: { ours: "geometry", present: "" } });
  if (!id || !table.geometries || crs === undefined) return undefined;
  const parent = columns.find("parent");
  const residents = measuredAt(reading, columns.find("residents"));
  const households = measuredAt(reading, columns.find("households"));
  const areaSquareMetres = optionalNumber(reading, columns.find("areaSquareMetres"));

  const rows = usableRows(reading, id);
  const packed = packShapes(
    rows.map((row) => table.geometries?.[row] as GeoJSON.Geometry),
    crs,
  );
  tellFlaws(reading, rows, packed, crs);
  const unusable = new Set(packed.empty);
  const good = rows.filter((_, index) => !unusable.has(index));
  // A row that was left out is not the area that has its id, but it lies somewhere.
  const drawn = new Set(good);
  nameRowSubjects(reading, (row) => {
    const key = textAt(id, row);
    return key !== undefined && drawn.has(row)
      ? { on: "sozialraum", id: key, level: resource.keys.level }
      : issuePointIn(table.geometries?.[row], crs);
  });
  if (good.length === 0) return undefined;
  const shapes = {
    ...packed.shapes,
    // What was left of nothing has no polygons: its entry goes, the starts of the others stay.
    areaStarts: packed.shapes.areaStarts.filter((_, i) => i === 0 || !unusable.has(i - 1)),
  };
  tellSwapped(reading, ...someVertices(shapes.coordinates), crs);
  const sozialraeume = good.map((row): Sozialraum => {
    const key = textAt(id, row) as string;
    const title = textAt(name, row);
    if (title === undefined && name)
      log.add("name-missing", { row: table.lineOf(row), column: name.name, context: { id: key } });
    const sozialraum: Sozialraum = {
      id: key,
      name: title ?? key,
      parent: textAt(parent, row),
      residents: residents(row),
      households: households(row),
      areaSquareMetres: areaSquareMetres(row),
    };
    rememberLine(sozialraum, table.lineOf(row));
    return sozialraum;
  });
  const { keys } = resource;
  return {
    value: {
      id: keys.level,
      title: localized(keys.levelTitle ?? keys.level),
      parentLevel: keys.parentLevel,
      sozialraeume,
      shapes,
      origin: originOf(resource, crs),
    },
    rows: good.length,
    rejected: table.rowCount - good.length,
    crs,
  };
}

/** A ring that was left out of an area that otherwise stays is a repair; an area of which nothing is left is an error. */
function tellFlaws({ log, table }: ResourceReading, rows: readonly number[], packed: PackedShapes, crs: CrsId): void {
  const lineOf = (index: number): number => table.lineOf(rows[index] as number);
  const empty = new Set(packed.empty);
  const told = new Set<number>();
  for (const { index, flaw } of packed.flaws) {
    if (told.has(index)) continue;
    told.add(index);
    const lost = flaw === "outside-crs" ? "coordinates-outside-crs" : "geometry-unusable";
    log.add(empty.has(index) ? lost : "geometry-repaired", { row: lineOf(index), context: { reason: flaw, crs } });
  }
  for (const index of packed.empty) {
    if (told.has(index)) continue;
    const type = table.geometries?.[rows[index] as number]?.type ?? "";
    log.add("geometry-unusable", { row: lineOf(index), context: { reason: "no-area", type } });
  }
  for (const index of packed.closed)
    log.add("geometry-repaired", { row: lineOf(index), context: { reason: "closed" } });
}

/** Rows with an id of their own and a geometry, ascending by id; the first of equal ids stays. */
function usableRows(reading: ResourceReading, id: RawColumn): number[] {
  const { table, log } = reading;
  const seen = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const place = { row: table.lineOf(row), column: id.name };
    const key = textAt(id, row);
    if (key === undefined) log.add("value-missing-required", place);
    else if (seen.has(key)) log.add("id-duplicate", { ...place, context: { value: key, of: "sozialraum" } });
    else if (!table.geometries?.[row]) log.add("geometry-missing", { row: place.row, context: { id: key } });
    else seen.set(key, row);
  }
  return [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function measuredAt(reading: ResourceReading, column: RawColumn | undefined): (row: number) => Measured | undefined {
  if (!column) return () => undefined;
  const cells = numberCells(reading, column);
  return (row) => {
    const value = cells.at(row);
    return value === "rejected" ? "not-stated" : value;
  };
}

function someVertices(coordinates: Float64Array): [Float64Array, Float64Array] {
  const every = Math.max(1, Math.floor(coordinates.length / 2 / 200));
  const lon: number[] = [];
  const lat: number[] = [];
  for (let v = 0; v < coordinates.length / 2; v += every) {
    lon.push(coordinates[2 * v] as number);
    lat.push(coordinates[2 * v + 1] as number);
  }
  return [Float64Array.from(lon), Float64Array.from(lat)];
}
