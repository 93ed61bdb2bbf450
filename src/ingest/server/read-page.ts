import type { PageFormat } from "../../domain/server.ts";
import { type CrsId, parseCrs } from "../../geo/crs.ts";
import { DEFAULT_LIST_SEPARATOR } from "../cell-texts.ts";
import { isRecord } from "../geojson/geojson-parts.ts";
import { parseJson } from "../geojson/parse-json.ts";
import { readGeojson } from "../geojson/read-geojson.ts";
import { sampledPositions, turnedAxes } from "../gml/axis-order.ts";
import { gmlAxes } from "../gml/gml-axes.ts";
import { GmlTable } from "../gml/gml-table.ts";
import { IssueLog } from "../issue-log.ts";
import type { RawTable, TableOptions } from "../raw-table.ts";
import { UnreadableFile } from "../unreadable-file.ts";

export interface PageInput {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly format: PageFormat;
  /** The system that was asked for, as the server writes it. */
  readonly system?: string | undefined;
}

/** One page of a layer, as what will stand in our file. */
export interface ServerPage {
  /** Features of GeoJSON as text, the easting or longitude first. */
  readonly features: readonly string[];
  /** Their system as the registry names it; absent = lon and lat. */
  readonly crs?: string | undefined;
  /** The same for two pages that hold the same, whatever they call their features. */
  readonly fingerprint: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Features that the query has in all, where the server knows it. */
  readonly matched?: number | undefined;
  /** The server says that it goes on. */
  readonly hasNext: boolean;
  /** Where, as an OGC API says it. */
  readonly next?: string | undefined;
}

/** Rows that are shown before a layer is loaded. */
const SHOWN = 6;

/** What comes out of a page, or why nothing does. */
export type PageOutcome = ServerPage | { readonly broken: string };

/** Reads a page by the readers of GML and GeoJSON. */
export function readPage({ bytes, format, system }: PageInput): PageOutcome {
  try {
    return format === "gml" ? gmlPage(bytes) : geojsonPage(bytes, system);
  } catch (error) {
    if (error instanceof UnreadableFile) return { broken: `${error.reason} ${error.detail}`.trim() };
    throw error;
  }
}

const OPTIONS: TableOptions = { source: "server", listSeparator: DEFAULT_LIST_SEPARATOR };

function gmlPage(bytes: Uint8Array<ArrayBuffer>): ServerPage {
  const gml = new GmlTable(OPTIONS, new IssueLog(OPTIONS.source));
  const { matched, next } = gml.add(bytes);
  const rest = { matched, hasNext: next !== undefined };
  return gml.rowCount === 0 ? { ...EMPTY, ...rest } : { ...pageOf(gml.table()), ...rest };
}

const EMPTY: ServerPage = { features: [], fingerprint: "", columns: [], rows: [], hasNext: false };

function geojsonPage(bytes: Uint8Array<ArrayBuffer>, system: string | undefined): ServerPage {
  const document = parseJson(new TextDecoder().decode(bytes));
  if (!isRecord(document) || !Array.isArray(document.features))
    throw new UnreadableFile("no-features", "FeatureCollection");
  const rest = { matched: countOf(document.numberMatched ?? document.totalFeatures), ...nextOf(document.links) };
  if (document.features.length === 0) return { ...EMPTY, ...rest };
  const table = readGeojson(bytes, OPTIONS, new IssueLog(OPTIONS.source));
  return { ...pageOf(withSystem(table, system)), ...rest };
}

/** A system that only the question has named holds where the numbers cannot be degrees; degrees that stand the wrong way round are turned. */
function withSystem(table: RawTable, asked: string | undefined): RawTable {
  const geometries = table.geometries ?? [];
  const sample = sampledPositions(geometries);
  const areDegrees = sample.every(([x = 0, y = 0]) => Math.abs(x) <= 180 && Math.abs(y) <= 180);
  const crs = table.crs ?? (areDegrees ? "CRS84" : asked);
  const known = crs === undefined ? undefined : parseCrs(crs);
  if (known === undefined) return { ...table, crs };
  // By its short name: in GeoJSON the easting comes first, whatever the system says.
  const { northFirst } = gmlAxes(known, sample);
  return { ...table, crs, geometries: northFirst ? geometries.map((each) => each && turnedAxes(each)) : geometries };
}

function pageOf(table: RawTable): ServerPage {
  const { columns, rowCount, geometries } = table;
  const contents = Array.from({ length: rowCount }, (_, row) => featureOf(table, row));
  const identities = new Set(columns.flatMap(({ name }) => (/^(gml_)?id$/i.test(name) ? [name] : [])));
  const plain = (row: number) =>
    featureOf({ columns: columns.filter(({ name }) => !identities.has(name)), geometries }, row);
  return {
    features: contents,
    crs: systemOf(table.crs),
    fingerprint: [rowCount, plain(0), plain(rowCount >> 1), plain(rowCount - 1)].join("\n"),
    columns: columns.map(({ name }) => name),
    rows: Array.from({ length: Math.min(rowCount, SHOWN) }, (_, row) => columns.map(({ texts }) => texts[row] ?? "")),
    hasNext: false,
  };
}

function featureOf({ columns, geometries }: Pick<RawTable, "columns" | "geometries">, row: number): string {
  // Pairs, not an object: a column may be called __proto__.
  const properties = columns.map(({ name, texts, numbers }) => {
    const text = texts[row] ?? "";
    const number = numbers?.[row] ?? Number.NaN;
    const value = Number.isFinite(number) && String(number) === text ? number : text === "" ? null : text;
    return `${JSON.stringify(name)}:${JSON.stringify(value)}`;
  });
  const geometry = JSON.stringify(geometries?.[row] ?? null);
  return `{"type":"Feature","properties":{${properties.join(",")}},"geometry":${geometry}}`;
}

const DEGREES: ReadonlySet<CrsId> = new Set<CrsId>(["EPSG:4326", "EPSG:4258", "CRS84"]);

function systemOf(crs: string | undefined): string | undefined {
  const known = crs === undefined ? undefined : parseCrs(crs);
  if (known === undefined) return crs;
  return DEGREES.has(known) ? undefined : known.replace(/^EPSG:/, "urn:ogc:def:crs:EPSG::");
}

function countOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function nextOf(links: unknown): Pick<ServerPage, "hasNext" | "next"> {
  const found: unknown = Array.isArray(links) ? links.find((link) => isRecord(link) && link.rel === "next") : undefined;
  const next = isRecord(found) && typeof found.href === "string" ? found.href : undefined;
  return { hasNext: next !== undefined, next };
}
