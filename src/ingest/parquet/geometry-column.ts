import type { FileMetaData } from "hyparquet";

export interface GeometryColumn {
  readonly name: string;
  /** Undefined = the file says that it does not know. */
  readonly crs?: string | undefined;
}

/** What GeoParquet 1.1 means where no system is named: degrees, longitude first. */
const DEFAULT_CRS = "OGC:CRS84";

/** The column of geometries: by the metadata `geo` of GeoParquet, else the first of Parquet's own type of geometries. */
export function geometryColumn(metadata: FileMetaData): GeometryColumn | undefined {
  const geo = record(parsed(metadata.key_value_metadata?.find(({ key }) => key === "geo")?.value));
  const columns = record(geo?.columns);
  if (geo && columns) {
    const name = typeof geo.primary_column === "string" ? geo.primary_column : (Object.keys(columns)[0] ?? "");
    const column = Object.hasOwn(columns, name) ? record(columns[name]) : undefined;
    if (column) return { name, crs: crsName(column.crs) };
  }
  for (const { name, logical_type: type } of metadata.schema) {
    if (type?.type !== "GEOMETRY" && type?.type !== "GEOGRAPHY") continue;
    return { name, crs: crsName(type.crs) };
  }
  return undefined;
}

/**
 * The system as others name it: PROJJSON has `id: { authority, code }`, files of before GeoParquet 1.0 have both beside the name or a text in
 * WKT, Parquet's own type `srid:25832`.
 */
function crsName(crs: unknown): string | undefined {
  if (crs === undefined || crs === "") return DEFAULT_CRS;
  if (typeof crs === "string") return parsedCrs(crs) ?? crs.replace(/^srid:/i, "EPSG:");
  const described = record(crs);
  if (!described) return undefined;
  const id = record(described.id) ?? described;
  if (typeof id.authority === "string" && (typeof id.code === "string" || typeof id.code === "number"))
    return `${id.authority}:${id.code}`;
  return typeof described.name === "string" ? described.name : undefined;
}

function parsedCrs(text: string): string | undefined {
  return text.trimStart().startsWith("{") ? crsName(parsed(text)) : undefined;
}

function parsed(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}
