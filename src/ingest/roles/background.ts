import { BACKGROUND_LAYERS, type BackgroundFeatures, type BackgroundLayer } from "../../domain/background.ts";
import { type CrsId, toLonLat } from "../../geo/crs.ts";
import { optionalNumber } from "../cell-numbers.ts";
import { choiceAt, textAt } from "../cell-texts.ts";
import { ResourceColumns } from "../resource-columns.ts";
import { originOf, type ResourceReading, type RoleResult } from "../resource-reading.ts";
import { crsOf, issuePointIn } from "../row-positions.ts";
import { nameRowSubjects } from "../row-subjects.ts";

/** Features to draw under the data, in degrees, cleaned of everything but layer, class, name and rank. */
export function readBackground(reading: ResourceReading<"background">): RoleResult<BackgroundFeatures> | undefined {
  const { resource, table, log } = reading;
  const columns = new ResourceColumns(reading);
  const fixed = resource.keys.layer;
  const layerColumn = fixed === undefined ? columns.require("layer") : undefined;
  const crs = crsOf(reading);
  if (!table.geometries) log.add("column-missing", { column: "geometry", context: { ours: "geometry", present: "" } });
  if (!table.geometries || crs === undefined || (fixed === undefined && !layerColumn)) return undefined;
  nameRowSubjects(reading, (row) => issuePointIn(table.geometries?.[row], crs));
  const layerAt = choiceAt<BackgroundLayer>(reading, "layer", layerColumn, BACKGROUND_LAYERS);
  const [classColumn, nameColumn] = [columns.find("class"), columns.find("name")];
  const rankAt = optionalNumber(reading, columns.find("rank"), { negative: true });
  const features: BackgroundFeatures["collection"]["features"] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const geometry = table.geometries[row];
    const layer = fixed ?? layerAt(row);
    if (!geometry) log.add("geometry-missing", { row: table.lineOf(row) });
    else if (layer === undefined && textAt(layerColumn, row) === undefined) {
      log.add("value-missing-required", { row: table.lineOf(row), column: layerColumn?.name });
    }
    if (!geometry || layer === undefined) continue;
    const cleaned = toDegrees(geometry, crs);
    if (!cleaned) {
      log.add("geometry-unusable", { row: table.lineOf(row), context: { reason: "not-a-number", crs } });
      continue;
    }
    const properties: (typeof features)[number]["properties"] = { layer };
    const [kind, name, rank] = [textAt(classColumn, row), textAt(nameColumn, row), rankAt(row)];
    if (kind !== undefined) properties.class = kind;
    if (name !== undefined) properties.name = name;
    if (rank !== undefined) properties.rank = rank;
    features.push({ type: "Feature", geometry: cleaned, properties });
  }
  return {
    value: { form: "features", collection: { type: "FeatureCollection", features }, origin: originOf(resource, crs) },
    rows: features.length,
    rejected: table.rowCount - features.length,
    crs,
  };
}

/** A copy of the geometry in degrees, two numbers per position; undefined when a position is none or lies outside of the system. */
function toDegrees(geometry: GeoJSON.Geometry, crs: CrsId): GeoJSON.Geometry | undefined {
  if (geometry.type === "GeometryCollection") {
    const members = geometry.geometries.map((member) => toDegrees(member, crs));
    return members.every((member) => member !== undefined)
      ? { type: "GeometryCollection", geometries: members as GeoJSON.Geometry[] }
      : undefined;
  }
  const xs: number[] = [];
  const ys: number[] = [];
  collect(geometry.coordinates, xs, ys);
  const lon = Float64Array.from(xs);
  const lat = Float64Array.from(ys);
  if (toLonLat(crs, lon, lat) > 0 || lon.length === 0) return undefined;
  let i = 0;
  const rebuild = (node: unknown): unknown => {
    if (!Array.isArray(node)) return node;
    if (!isPosition(node)) return node.map(rebuild);
    const position = [lon[i], lat[i]];
    i++;
    return position;
  };
  return { type: geometry.type, coordinates: rebuild(geometry.coordinates) } as GeoJSON.Geometry;
}

function collect(node: unknown, xs: number[], ys: number[]): void {
  if (!Array.isArray(node)) return;
  if (!isPosition(node)) for (const child of node) collect(child, xs, ys);
  else {
    xs.push(Number(node[0] ?? Number.NaN));
    ys.push(Number(node[1] ?? Number.NaN));
  }
}

function isPosition(node: unknown): node is unknown[] {
  return Array.isArray(node) && !Array.isArray(node[0]);
}
