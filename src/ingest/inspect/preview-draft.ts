import type { Anlaufpunkt } from "../../domain/anlaufpunkt.ts";
import type {
  CityForData,
  DataBeside,
  DraftPreview,
  JoinPreview,
  PreviewPlace,
  ResourceDraft,
} from "../../domain/data-draft.ts";
import { LOOKED_AT } from "../../domain/file-limits.ts";
import { type Observations, WHOLE_CITY } from "../../domain/indicator.ts";
import type { Issue } from "../../domain/issue.ts";
import { observedPlaces } from "../../domain/observed-places.ts";
import { areaColumnOf } from "../../domain/role-columns.ts";
import type { Level } from "../../domain/sozialraum.ts";
import { parseCrs, toLonLat } from "../../geo/crs.ts";
import type { LonLatBox } from "../../geo/shapes.ts";
import { addressPreview, bookBeside } from "../addresses/book-beside.ts";
import type { AreaIds } from "../area-ids.ts";
import { ringChanges } from "../doctor/ring-changes.ts";
import { IssueLog } from "../issue-log.ts";
import type { PackageResource } from "../package/descriptor.ts";
import { readResource } from "../package/read-descriptor.ts";
import { prepareTable } from "../prepare-table.ts";
import type { Beginning, RawTable } from "../raw-table.ts";
import { tableOf, withRepairedAreas } from "../read-resource.ts";
import { tableFormat } from "../table-formats.ts";
import { columnDates } from "./column-dates.ts";
import { guessColumns } from "./guess-columns.ts";
import { matchNames, nearestNames } from "./match-names.ts";
import { rawCoordinates } from "./raw-coordinates.ts";
import { readAlone } from "./read-alone.ts";

/** Rows that the assistant shows. */
const SHOWN = 200;
/** Further ones of which something is said. */
const TOLD = 200;
const LONGEST_CELL = 200;
/** Positions and outlines that the map shows to confirm the place. */
const POINTS = 1000;
const OUTLINES = 400;
const CANDIDATES = 5;
const UNMATCHED = 500;

/**
 * The file read as the draft says, by the readers and roles that read packages: what would be kept, left out and told. Of a large one that
 * is said of its beginning.
 */
export async function previewDraft(
  draft: ResourceDraft,
  bytes: Uint8Array<ArrayBuffer>,
  city: CityForData,
  beside?: DataBeside,
  beginning: Beginning = LOOKED_AT,
): Promise<DraftPreview> {
  const log = new IssueLog(draft.path);
  const nothing = { columns: [], rows: [], lines: [], rowCount: 0, kept: 0, rejected: 0 };
  const resource = readResource(draft, 0, { licences: [], sources: [] }, log);
  const format = resource && tableFormat(resource.format);
  if (!resource || !format) return { ...nothing, issues: log.list() };
  const raw = await tableOf(resource, format, bytes, { beginning });
  log.addAll(raw.issues);
  const areas: AreaIds = city.levels.map(({ level, areas: named }) => ({
    level,
    ids: named.map(({ id }) => id),
    names: named.map(({ name }) => name),
  }));
  const prepared = prepareTable(resource, raw, areas);
  const rings = await ringChanges(resource, prepared);
  const table = await withRepairedAreas(resource, prepared, log);
  const book = beside && (await bookBeside(resource, table, beside));
  const result = table.columns.length === 0 ? undefined : readAlone(resource, table, log, areas, city, book);
  // Where the beginning lies says nothing of the others.
  const box = raw.goesOn ? undefined : city.box;
  const issues = log.list();
  const shown = shownRows(raw, issues);
  const look = {
    decimalChar: draft.anlaufpunkt.decimalChar === "," ? ("," as const) : ("." as const),
    groupChar: draft.anlaufpunkt.groupChar ?? "",
    isSure: true,
  };
  const ours = new Map(Object.entries(draft.anlaufpunkt.columns ?? {}).map(([our, theirs]) => [theirs, our]));
  return {
    columns: guessColumns(raw, look).map((column, at) => ({
      ...column,
      ours: ours.get(column.name),
      dates: columnDates(raw.columns[at]?.texts ?? []),
    })),
    rows: shown.map((row) => raw.columns.map(({ texts }) => (texts[row] ?? "").slice(0, LONGEST_CELL))),
    lines: shown.map((row) => raw.lineOf(row)),
    rowCount: raw.goesOn?.rows ?? raw.rowCount,
    beginning: raw.goesOn && { rows: raw.rowCount, isOfKnown: raw.goesOn.rows !== undefined },
    kept: result?.rows ?? 0,
    rejected: (result?.rejected ?? table.rowCount) + raw.rejected,
    issues,
    kinds: resource.role === "anlaufpunkte" ? kindsIn(resource, raw) : undefined,
    areas: resource.role === "sozialraeume" ? areasOf(result?.value as Level | undefined) : undefined,
    observed: resource.role === "observations" && result ? observedPlaces(result.value as Observations) : undefined,
    join: joinPreview(resource, raw, city),
    rings,
    addresses: addressPreview(result?.located),
    place: result?.located
      ? positionsPreview(placesOf(result.value as readonly Anlaufpunkt[]), [], box)
      : placePreview(resource, table, box),
  };
}

/** The first rows, and those that something is said of. */
function shownRows(table: RawTable, issues: readonly Issue[]): number[] {
  const rows = Array.from({ length: Math.min(SHOWN, table.rowCount) }, (_, row) => row);
  const told = new Set(issues.flatMap(({ row }) => (row === undefined ? [] : [row])));
  for (let row = SHOWN; row < table.rowCount && told.size > 0 && rows.length < SHOWN + TOLD; row++) {
    if (told.has(table.lineOf(row))) rows.push(row);
  }
  return rows;
}

function kindsIn(resource: PackageResource, table: RawTable): { readonly raw: string; readonly rows: number }[] {
  const name = (resource.keys.columns?.kind ?? "kind").toLowerCase();
  const rows = new Map<string, number>();
  for (const text of table.columns.find((column) => column.name.toLowerCase() === name)?.texts ?? []) {
    const raw = text.trim();
    if (raw !== "" && (rows.has(raw) || rows.size < UNMATCHED)) rows.set(raw, (rows.get(raw) ?? 0) + 1);
  }
  return [...rows].map(([raw, count]) => ({ raw, rows: count })).sort((a, b) => b.rows - a.rows);
}

function areasOf(level: Level | undefined): { readonly id: string; readonly name: string }[] {
  return (level?.sozialraeume ?? []).map(({ id, name }) => ({ id, name }));
}

function joinPreview(resource: PackageResource, table: RawTable, city: CityForData): JoinPreview | undefined {
  const keys = resource.keys as {
    readonly level?: string | undefined;
    readonly sozialraumBy?: "id" | "name" | undefined;
    readonly sozialraumMatches?: Readonly<Record<string, string>> | undefined;
  };
  const name = resource.keys.columns?.[areaColumnOf(resource.role) ?? ""];
  const column = table.columns.find((each) => each.name === name);
  if (!column || resource.role === "sozialraeume") return undefined;
  const rows = new Map<string, number>();
  for (const text of column.texts) {
    const raw = text.trim();
    if (raw !== "") rows.set(raw, (rows.get(raw) ?? 0) + 1);
  }
  const levels = city.levels.filter(({ level }) => keys.level === undefined || level === keys.level);
  const areas = levels.flatMap((level) => level.areas);
  const by = keys.sozialraumBy ?? "id";
  const ids = new Set([WHOLE_CITY, ...areas.map(({ id }) => id)]);
  const named = levels.map((level) => matchNames(rows.keys(), level.areas));
  const given = new Map(Object.entries(keys.sozialraumMatches ?? {}));
  const idOf = (raw: string): string | undefined =>
    given.get(raw) ??
    (by === "id" || raw === WHOLE_CITY
      ? ids.has(raw)
        ? raw
        : undefined
      : named.find(({ matches }) => matches.has(raw))?.matches.get(raw));
  const met = new Set<string>();
  const unmatched: JoinPreview["unmatched"][number][] = [];
  let unmatchedCount = 0;
  for (const [raw, count] of rows) {
    const id = idOf(raw);
    if (id !== undefined) met.add(id);
    else unmatchedCount++;
    if (id === undefined && unmatched.length < UNMATCHED) {
      const byNumber = areas.filter(
        (area) => /^\d+$/.test(raw) && area.id.replace(/^0+/, "") === raw.replace(/^0+/, ""),
      );
      const candidates = byNumber.length > 0 ? byNumber : nearestNames(raw, areas, CANDIDATES);
      unmatched.push({ raw, rows: count, candidates: candidates.slice(0, CANDIDATES) });
    }
  }
  return {
    by,
    level: keys.level ?? levels[0]?.level ?? "",
    matched: rows.size - unmatchedCount,
    unmatchedCount,
    unmatched,
    withoutRow: table.goesOn ? [] : (levels[0]?.areas ?? []).map(({ id }) => id).filter((id) => !met.has(id)),
    repeatedNames: by === "name" ? named.flatMap(({ repeated }) => repeated) : [],
  };
}

function placePreview(
  resource: PackageResource,
  table: RawTable,
  city: LonLatBox | undefined,
): PreviewPlace | undefined {
  const keys = resource.keys as { readonly crs?: string | undefined; readonly axisOrder?: "yx" | undefined };
  const columns = resource.keys.columns ?? {};
  const coordinates = rawCoordinates(table, columns);
  if (!coordinates) return undefined;
  const inDegrees = !table.geometries && columns.x === undefined;
  const crs = inDegrees ? "EPSG:4326" : parseCrs(keys.crs ?? table.crs ?? "EPSG:4326");
  if (crs === undefined) return undefined;
  const isTurned = !table.geometries && keys.axisOrder === "yx";
  const [lon, lat] = isTurned ? [coordinates.y, coordinates.x] : [coordinates.x, coordinates.y];
  toLonLat(crs, lon, lat);
  return positionsPreview({ lon, lat }, outlines(table, crs), city);
}

function placesOf(places: readonly Anlaufpunkt[]): Positions {
  return { lon: Float64Array.from(places, (place) => place.lon), lat: Float64Array.from(places, (place) => place.lat) };
}

interface Positions {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

/** Positions in degrees, as many as are shown; undefined when there are none. */
function positionsPreview(
  { lon, lat }: Positions,
  lines: readonly Float64Array[],
  city: LonLatBox | undefined,
): PreviewPlace | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let inside = 0;
  let usable = 0;
  const step = Math.max(1, Math.floor(lon.length / POINTS));
  const points: number[] = [];
  for (let i = 0; i < lon.length; i++) {
    const [x, y] = [lon[i] as number, lat[i] as number];
    if (Number.isNaN(x)) continue;
    usable++;
    [west, south, east, north] = [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)];
    if (city && x >= city[0] && y >= city[1] && x <= city[2] && y <= city[3]) inside++;
    if (i % step === 0) points.push(x, y);
  }
  if (usable === 0) return undefined;
  return {
    box: [west, south, east, north],
    points: Float64Array.from(points),
    lines,
    insideCity: city ? inside / usable : undefined,
  };
}

/** The outer rings of areas, and lines, as many as are shown. */
function outlines(table: RawTable, crs: Parameters<typeof toLonLat>[0]): Float64Array[] {
  const lines: Float64Array[] = [];
  const add = (positions: readonly (readonly number[])[] | undefined) => {
    if (!positions || positions.length < 2 || lines.length >= OUTLINES) return;
    const lon = Float64Array.from(positions, ([x]) => x ?? Number.NaN);
    const lat = Float64Array.from(positions, ([, y]) => y ?? Number.NaN);
    if (toLonLat(crs, lon, lat) > 0) return;
    const line = new Float64Array(2 * lon.length);
    for (const [i, x] of lon.entries()) {
      line[2 * i] = x;
      line[2 * i + 1] = lat[i] as number;
    }
    lines.push(line);
  };
  for (const geometry of table.geometries ?? []) {
    if (lines.length >= OUTLINES) break;
    if (geometry?.type === "Polygon") add(geometry.coordinates[0]);
    else if (geometry?.type === "MultiPolygon") for (const polygon of geometry.coordinates) add(polygon[0]);
    else if (geometry?.type === "LineString") add(geometry.coordinates);
    else if (geometry?.type === "MultiLineString") for (const line of geometry.coordinates) add(line);
  }
  return lines;
}
