import { isKnown } from "../../domain/measured.ts";
import type { Population } from "../../domain/population.ts";
import { areaOfPoints } from "../../geo/area-of-points.ts";
import { toPlane } from "../../geo/local-plane.ts";
import { lineOfRecord } from "../record-lines.ts";
import type { Examined, ExaminedLevel } from "./examined.ts";
import { aboutAreas, type Findings } from "./findings.ts";

/** Cells are rounded and cut by borders: what differs less is no news. */
const LEAST_SHARE = 0.25;
const LEAST_RESIDENTS = 200;
/** Of one year census and register differ by less. */
const LEAST_SHARE_OF_ALL = 0.05;

/**
 * Published residents of Sozialräume against the sum of the cells that lie in them, the largest difference by name; where none stands out
 * and both are of one year, all of them against all cells.
 */
export function examineResidents(
  { levels, population }: Pick<Examined, "levels" | "population">,
  findings: Findings,
): void {
  if (!population) return;
  for (const { level, near, resource, areas } of levels) {
    if (!areas || !near.some(({ residents }) => isKnown(residents))) continue;
    const { x, y } = toPlane(areas.plane, population.lon, population.lat);
    const where = areaOfPoints(areas, x, y);
    const counted = new Float64Array(near.length);
    for (let cell = 0; cell < where.length; cell++) {
      const residents = population.residents[cell] as number;
      const area = where[cell] as number;
      if (area >= 0 && Number.isFinite(residents)) counted[area] = (counted[area] as number) + residents;
    }
    const apart = near
      .map((area, index) => ({ area, cells: counted[index] as number }))
      .filter(({ area: { residents }, cells }) => {
        if (!isKnown(residents)) return false;
        const difference = Math.abs(cells - residents);
        return difference >= LEAST_RESIDENTS && difference > LEAST_SHARE * Math.max(cells, residents);
      })
      .sort((a, b) => Math.abs(b.cells - Number(b.area.residents)) - Math.abs(a.cells - Number(a.area.residents)));
    const largest = apart[0];
    if (!largest) {
      tellTotal(level, resource, population, findings);
      continue;
    }
    findings.add({
      code: "residents-differ",
      severity: "notice",
      source: resource.path,
      row: lineOfRecord(largest.area),
      column: resource.keys.columns?.residents ?? "residents",
      context: {
        areas: apart.length,
        of: near.length,
        name: largest.area.name,
        stated: Number(largest.area.residents),
        cells: Math.round(largest.cells),
        statedPeriod: level.origin.period ?? "",
        cellsPeriod: population.origin.period ?? "",
        population: population.origin.title,
      },
      about: aboutAreas(
        apart.map(({ area }) => area.id),
        level.id,
      ),
    });
  }
}

function tellTotal(
  level: ExaminedLevel["level"],
  resource: ExaminedLevel["resource"],
  population: Population,
  findings: Findings,
): void {
  const yearOf = ({ period = "" }: { readonly period?: string | undefined }) => period.slice(0, 4);
  const year = yearOf(level.origin);
  if (year === "" || year !== yearOf(population.origin)) return;
  let stated = 0;
  for (const { residents } of level.sozialraeume) {
    if (!isKnown(residents)) return;
    stated += residents;
  }
  let cells = 0;
  for (const residents of population.residents) if (Number.isFinite(residents)) cells += residents;
  if (Math.abs(cells - stated) <= LEAST_SHARE_OF_ALL * Math.max(cells, stated)) return;
  findings.add({
    code: "residents-total-differs",
    severity: "notice",
    source: resource.path,
    column: resource.keys.columns?.residents ?? "residents",
    context: { stated, cells: Math.round(cells), period: year, population: population.origin.title },
  });
}
