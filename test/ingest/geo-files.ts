import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { type CrsId, parseCrs, toLonLat } from "../../src/geo/crs.ts";
import { guessFormat } from "../../src/ingest/inspect/guess-format.ts";
import type { RawTable, TableOptions } from "../../src/ingest/raw-table.ts";
import { tableFormat } from "../../src/ingest/table-formats.ts";
import { sharedData } from "../shared-data.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text) as Bytes;
export const sharedBytes = (path: string): Bytes => new Uint8Array(readFileSync(sharedData(path)));

/** Loose files of a shapefile as they are dropped, in one zip. */
export function sharedShapefile(stem: string, endings: readonly string[]): Bytes {
  const name = stem.slice(stem.lastIndexOf("/") + 1);
  const entries = endings.map((ending) => [name + ending, sharedBytes(stem + ending)] as const);
  return zipSync(Object.fromEntries(entries), { level: 0 }) as Bytes;
}

/** Reads as the app does: the format by the bytes, the reader by the format. */
export async function readBytes(name: string, bytes: Bytes, options: Partial<TableOptions> = {}): Promise<RawTable> {
  const format = tableFormat(guessFormat(name, bytes).format);
  if (!format) throw new Error(`${name} is of no format`);
  return readAs(format.id, bytes, { source: name, ...options });
}

export async function readAs(format: string, bytes: Bytes, options: Partial<TableOptions> = {}): Promise<RawTable> {
  const reader = await tableFormat(format)?.load();
  if (!reader) throw new Error(`no reader for ${format}`);
  return reader.read(bytes, { source: `file.${format}`, listSeparator: ";", ...options });
}

export async function tablesOf(format: string, bytes: Bytes) {
  const reader = await tableFormat(format)?.load();
  return (await reader?.tablesIn?.(bytes)) ?? [];
}

export function column(table: RawTable, name: string): readonly string[] {
  const found = table.columns.find((each) => each.name === name);
  if (!found) throw new Error(`no column ${name} among ${table.columns.map((each) => each.name)}`);
  return found.texts;
}

export const reasonOf = (table: RawTable) =>
  table.issues.find(({ code }) => code === "resource-unreadable")?.context.reason;
export const issueCodes = (table: RawTable) => table.issues.map(({ code }) => code);

/** Rings and lines in metres on a plane around `origin`, per id. */
export type Outlines = ReadonlyMap<string, readonly Float64Array[]>;

const METRES_PER_DEGREE = 111_320;

export function outlinesOf(table: RawTable, idColumn: string, crsText = table.crs ?? "EPSG:4326"): Outlines {
  const crs = parseCrs(crsText);
  if (crs === undefined) throw new Error(`unknown system ${crsText}`);
  const ids = column(table, idColumn);
  const outlines = new Map<string, Float64Array[]>();
  for (const [row, geometry] of (table.geometries ?? []).entries()) {
    if (geometry) outlines.set(ids[row] ?? "", [...(outlines.get(ids[row] ?? "") ?? []), ...partsOf(geometry, crs)]);
  }
  return outlines;
}

function partsOf(geometry: GeoJSON.Geometry, crs: CrsId): Float64Array[] {
  if (geometry.type === "GeometryCollection") return geometry.geometries.flatMap((member) => partsOf(member, crs));
  const found: Float64Array[] = [];
  const walk = (node: unknown): void => {
    if (!Array.isArray(node)) return;
    if (!Array.isArray(node[0]) || Array.isArray(node[0][0])) {
      if (typeof node[0] === "number") found.push(inMetres([node as number[]], crs));
      else node.forEach(walk);
    } else found.push(inMetres(node as number[][], crs));
  };
  walk(geometry.coordinates);
  return found;
}

function inMetres(positions: readonly number[][], crs: CrsId): Float64Array {
  const xs = Float64Array.from(positions, ([x]) => x ?? Number.NaN);
  const ys = Float64Array.from(positions, ([, y]) => y ?? Number.NaN);
  toLonLat(crs, xs, ys);
  const flat = new Float64Array(2 * xs.length);
  for (let i = 0; i < xs.length; i++) {
    const lat = ys[i] as number;
    // One scale for all: the outlines that are compared lie in one city.
    flat[2 * i] = (xs[i] as number) * METRES_PER_DEGREE * Math.cos((Math.round(lat) * Math.PI) / 180);
    flat[2 * i + 1] = lat * METRES_PER_DEGREE;
  }
  return flat;
}

/** Largest distance in metres from some corners of `a` to the outline of `b` with the same id; NaN corners are infinitely far. */
export function farthest(a: Outlines, b: Outlines, step = 7): number {
  let most = 0;
  for (const [id, parts] of a) {
    const others = b.get(id) ?? [];
    for (const part of parts) {
      for (let i = 0; i < part.length; i += 2 * step) {
        most = Math.max(most, nearest(part[i] as number, part[i + 1] as number, others));
      }
    }
  }
  return most;
}

function nearest(x: number, y: number, parts: readonly Float64Array[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    if (part.length === 2) least = Math.min(least, Math.hypot(x - (part[0] as number), y - (part[1] as number)));
    for (let i = 0; i + 3 < part.length; i += 2) {
      const [ax, ay] = [part[i] as number, part[i + 1] as number];
      const [dx, dy] = [(part[i + 2] as number) - ax, (part[i + 3] as number) - ay];
      const length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length));
      const distance = (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2;
      if (distance < least * least) least = Math.sqrt(distance);
    }
  }
  return least;
}
