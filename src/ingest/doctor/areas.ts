import type { OfferedRepair } from "../../domain/repair.ts";
import { areaGaps } from "../../geo/area-gaps.ts";
import { areaGeometry } from "../../geo/area-geometry.ts";
import { type AreaOverlap, areaOverlaps, totalAreas } from "../../geo/area-overlaps.ts";
import { openEdges } from "../../geo/open-edges.ts";
import type { PlaneAreas } from "../../geo/plane-areas.ts";
import { ringFlaw } from "../../geo/ring-flaws.ts";
import { lineOfRecord } from "../record-lines.ts";
import type { Examined, ExaminedLevel } from "./examined.ts";
import { type Findings, MOST_PLACES } from "./findings.ts";

const MOST_VERTICES = 1_000_000;
/** Narrower or smaller is how borders are written down, not how they run. */
const LEAST_SQUARE_METRES = 10;
const LEAST_METRES_WIDE = 0.2;
/** Larger overlaps are no slip of a border: which area the ground belongs to is not ours to say. */
const MOST_CUT = 0.1;
/** Less is drawn inexactly, and changes hardly a number; unless it is much of a small area. */
const LEAST_WARNED = 1000;
const LEAST_SHARE_WARNED = 0.01;
/** No Sozialraum is smaller than a plot: it is what is left over from drawing. */
const LEAST_AREA = 100;

/** Areas that are there twice, that are the total of the others, that overlap, and gaps between them. */
export function examineAreas({ levels }: Pick<Examined, "levels">, findings: Findings): void {
  for (const examined of levels) {
    const { areas, resource } = examined;
    if (!areas) continue;
    if (areas.x.length > MOST_VERTICES) {
      findings.leaveOut(resource.path, "areas");
      continue;
    }
    tellTiny(examined, areas, findings);
    const aside = new Set([...tellTwice(examined, areas, findings), ...tellTotals(examined, areas, findings)]);
    const edges = openEdges(areas, aside);
    const { overlaps, unmeasured } = areaOverlaps(areas, edges, aside);
    tellOverlaps(examined, overlaps.filter(isTold), findings);
    if (unmeasured > 0) findings.leaveOut(resource.path, "overlaps");
    const gaps = areaGaps(areas, edges, aside).filter(isTold);
    const largest = gaps[0];
    if (!largest) continue;
    findings.add({
      code: "areas-gap",
      severity: "notice",
      source: resource.path,
      context: {
        gaps: gaps.length,
        largest: Math.round(largest.squareMetres),
        ...(largest.squareMetres < LEAST_WARNED ? { small: 1 } : {}),
        squareMetres: Math.round(gaps.reduce((sum, gap) => sum + gap.squareMetres, 0)),
      },
      about: gaps.slice(0, MOST_PLACES).map(({ lon, lat }) => ({ on: "point", lon, lat })),
    });
  }
}

function isTold({ squareMetres, metresAround }: { squareMetres: number; metresAround: number }): boolean {
  return squareMetres >= LEAST_SQUARE_METRES && (2 * squareMetres) / metresAround >= LEAST_METRES_WIDE;
}

function isSmall({ squareMetres, share }: AreaOverlap): boolean {
  return squareMetres < LEAST_WARNED && share < LEAST_SHARE_WARNED;
}

/** Whole square metres from a hundred on. */
function rounded(squareMetres: number): number {
  return squareMetres < 100 ? Math.round(squareMetres * 10) / 10 : Math.round(squareMetres);
}

function leaveOut({ near, resource }: ExaminedLevel, index: number): OfferedRepair | undefined {
  const line = lineOfRecord(near[index] ?? {});
  return line === undefined ? undefined : { resource: resource.name, repair: { repair: "leave-out", lines: [line] } };
}

function tellTiny(examined: ExaminedLevel, areas: PlaneAreas, findings: Findings): void {
  const { level, near, resource } = examined;
  for (const [index, area] of near.entries()) {
    const squareMetres = areas.squareMetres[index] as number;
    if (squareMetres >= LEAST_AREA || ringFlaw(areaGeometry(areas.shapes, index))) continue;
    findings.add({
      code: "area-tiny",
      severity: "warning",
      source: resource.path,
      row: lineOfRecord(area),
      context: { name: area.name, squareMetres: Number(squareMetres.toPrecision(2)) },
      about: [{ on: "sozialraum", id: area.id, level: level.id }],
      repair: leaveOut(examined, index),
    });
  }
}

function tellTwice(examined: ExaminedLevel, areas: PlaneAreas, findings: Findings): number[] {
  const { level, near, resource } = examined;
  const seen = new Map<string, number>();
  const twice: number[] = [];
  for (const [index, area] of near.entries()) {
    const box = Array.from(areas.boxes.subarray(4 * index, 4 * index + 4), (metres) => metres.toFixed(1));
    const key = `${box.join(" ")} ${(areas.squareMetres[index] as number).toFixed(0)}`;
    const first = near[seen.get(key) ?? -1];
    if (!first) {
      seen.set(key, index);
      continue;
    }
    twice.push(index);
    findings.add({
      code: "area-twice",
      severity: "warning",
      source: resource.path,
      row: lineOfRecord(area),
      context: { name: area.name, other: first.name },
      about: [area, first].map(({ id }) => ({ on: "sozialraum", id, level: level.id })),
      repair: leaveOut(examined, index),
    });
  }
  return twice;
}

function tellTotals(examined: ExaminedLevel, areas: PlaneAreas, findings: Findings): number[] {
  const { level, near, resource } = examined;
  return totalAreas(areas).map(({ area: index, share }) => {
    const area = near[index];
    findings.add({
      code: "area-total",
      severity: "warning",
      source: resource.path,
      row: area && lineOfRecord(area),
      context: { name: area?.name ?? "", percent: Math.round(100 * share) },
      about: area && [{ on: "sozialraum", id: area.id, level: level.id }],
      repair: leaveOut(examined, index),
    });
    return index;
  });
}

function tellOverlaps(
  { level, near, resource }: ExaminedLevel,
  overlaps: readonly AreaOverlap[],
  findings: Findings,
): void {
  const cut = overlaps.filter(({ share }) => share <= MOST_CUT);
  const share = Math.min(1, Math.ceil(1e4 * Math.max(0, ...cut.map((overlap) => overlap.share))) / 1e4);
  for (const overlap of overlaps) {
    const first = near[overlap.first];
    const second = near[overlap.second];
    if (!first || !second) continue;
    findings.add({
      code: "areas-overlap",
      severity: isSmall(overlap) ? "notice" : "warning",
      source: resource.path,
      row: lineOfRecord(second),
      context: {
        name: first.name,
        other: second.name,
        squareMetres: rounded(overlap.squareMetres),
        percent: Number((100 * overlap.share).toPrecision(2)),
        ...(isSmall(overlap) ? { small: 1 } : overlap.share > MOST_CUT ? { large: 1 } : {}),
      },
      about: [
        { on: "point", lon: overlap.lon, lat: overlap.lat },
        ...[first, second].map(({ id }) => ({ on: "sozialraum", id, level: level.id }) as const),
      ],
      repair:
        overlap.share <= MOST_CUT ? { resource: resource.name, repair: { repair: "cut-overlaps", share } } : undefined,
    });
  }
}
