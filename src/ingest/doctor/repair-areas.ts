import type { Repair } from "../../domain/repair.ts";
import { areaOverlaps, totalAreas } from "../../geo/area-overlaps.ts";
import { type CrsId, parseCrs } from "../../geo/crs.ts";
import { madeValid, withoutGround } from "../../geo/make-valid.ts";
import { openEdges } from "../../geo/open-edges.ts";
import { pickShapes } from "../../geo/pick-shapes.ts";
import { planeAreas } from "../../geo/plane-areas.ts";
import { ringFlaw } from "../../geo/ring-flaws.ts";
import { packShapes } from "../geojson/pack-shapes.ts";
import { rememberRepairs } from "../made-repairs.ts";
import type { RawTable } from "../raw-table.ts";
import type { ResourceReading } from "../resource-reading.ts";
import { cityGround } from "./far-areas.ts";

type Area = GeoJSON.Polygon | GeoJSON.MultiPolygon;
type Geometries = (GeoJSON.Geometry | null)[];

/** The table with the repairs of areas that its resource names, each told with what it changes; the file stays. */
export function repairAreas(reading: ResourceReading): RawTable {
  const { resource, table } = reading;
  const crs = parseCrs((resource.keys as { crs?: string }).crs ?? table.crs ?? "EPSG:4326");
  if (!table.geometries || crs === undefined) return table;
  const geometries: Geometries = [...table.geometries];
  for (const repair of resource.keys.repairs ?? []) {
    const count =
      repair.repair === "make-valid"
        ? makeValid(reading, geometries, crs)
        : repair.repair === "cut-overlaps"
          ? cutOverlaps(reading, geometries, crs, repair)
          : 0;
    rememberRepairs(resource, { repair: repair.repair, count });
  }
  return { ...table, geometries };
}

function makeValid({ table, log }: ResourceReading, geometries: Geometries, crs: CrsId): number {
  let count = 0;
  for (const [row, geometry] of geometries.entries()) {
    const area = closedArea(geometry);
    if (!area || !ringFlaw(area)) continue;
    const valid = madeValid(area);
    if (!valid) continue;
    geometries[row] = valid;
    count++;
    log.add("geometry-repaired", {
      row: table.lineOf(row),
      context: { reason: "made-valid", ...change(area, valid, crs) },
    });
  }
  return count;
}

/** The common ground goes to the area whose id comes first. */
function cutOverlaps(
  { resource, table, log }: ResourceReading,
  geometries: Geometries,
  crs: CrsId,
  { share }: Extract<Repair, { repair: "cut-overlaps" }>,
): number {
  const all = geometries.flatMap((geometry, row) => (closedArea(geometry) ? [row] : []));
  const { shapes } = packShapes(
    all.map((row) => geometries[row] as Area),
    crs,
  );
  // As the checks measure: without those whose coordinates were mistaken.
  const far = cityGround([shapes]).far.get(shapes);
  const near = [...all.keys()].filter((index) => !far?.has(index));
  const rows = near.map((index) => all[index] as number);
  const areas = planeAreas(far ? pickShapes(shapes, near) : shapes);
  if (!areas) return 0;
  const totals = new Set(totalAreas(areas).map(({ area }) => area));
  const { overlaps } = areaOverlaps(areas, openEdges(areas, totals), totals);
  const name = resource.keys.columns?.id ?? "id";
  const ids = table.columns.find((column) => column.name.trim().toLowerCase() === name.trim().toLowerCase());
  const idOf = (row: number): string => ids?.texts[row] ?? String(row).padStart(9, "0");
  let count = 0;
  for (const overlap of overlaps) {
    if (overlap.share > share) continue;
    const pair = [rows[overlap.first] as number, rows[overlap.second] as number] as const;
    const [kept, cut] = idOf(pair[0]) <= idOf(pair[1]) ? pair : [pair[1], pair[0]];
    const before = closedArea(geometries[cut]);
    const other = closedArea(geometries[kept]);
    const after = before && other && withoutGround(before, other);
    if (!before || !after) continue;
    geometries[cut] = after;
    count++;
    const context = { reason: "overlap-cut", other: idOf(kept), ...change(before, after, crs) };
    log.add("geometry-repaired", { row: table.lineOf(cut), context });
  }
  return count;
}

/** Polygons with closed rings; undefined where there is no area. */
function closedArea(geometry: GeoJSON.Geometry | null | undefined): Area | undefined {
  if (geometry?.type === "Polygon") return { ...geometry, coordinates: geometry.coordinates.map(closed) };
  if (geometry?.type !== "MultiPolygon") return undefined;
  return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(closed)) };
}

function closed(ring: GeoJSON.Position[]): GeoJSON.Position[] {
  const first = ring[0];
  const last = ring[ring.length - 1];
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}

/** What the ground gains or loses, m² and percent of what it was. */
function change(before: Area, after: Area, crs: CrsId): { squareMetres: number; percent: number } {
  const size = (area: Area): number => planeAreas(packShapes([area], crs).shapes)?.squareMetres[0] ?? 0;
  const was = size(before);
  const gained = size(after) - was;
  return { squareMetres: rounded(gained), percent: was > 0 ? rounded((100 * gained) / was) : 100 };
}

/** Whole numbers from a hundred on, else three digits; what is less than a ten-thousandth is the arithmetic's. */
function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(Number(value.toPrecision(3)) * 1e4) / 1e4;
}
