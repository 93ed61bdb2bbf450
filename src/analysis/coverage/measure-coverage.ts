import type { CoverageStatus } from "../../domain/coverage-row.ts";
import { releaseArrays } from "../../work/release-arrays.ts";
import { assignToAreas } from "./assign-cells.ts";
import type {
  Coverage,
  CoverageOfAreas,
  CoverageOfCity,
  CoverageOfPoints,
  CoverageOptions,
  CoverageSettings,
  Sites,
} from "./coverage.ts";
import type { MeasuredDemand } from "./demand.ts";
import { measureDistances } from "./measure-distances.ts";
import { wayQuantiles } from "./way-quantiles.ts";

/**
 * Coverage of every Sozialraum and of the city (rules C1–C8). Throws when the reach is not a number ≥ 0, the detour < 1 or the share
 * not within 0–1; sites without a place throw too.
 */
export function measureCoverage(demand: MeasuredDemand, sites: Sites, options: CoverageOptions): Coverage {
  const settings = settingsOf(options);
  const points = measureDistances(demand, sites, settings.detour);
  return tabulateCoverage(demand, sites, points, settings, options.hasAnlaufpunkte);
}

/**
 * The coverage that follows from the ways of all points, however they were measured: one entry per point of the demand in `points`, its
 * `nearest` an index of `sites`. `known` = the data have Anlaufpunkte at all. A way of Infinity (there is none) reaches nothing and ranks
 * behind all others; one of NaN (unknown) reaches nothing and is left out of the quantiles.
 */
export function tabulateCoverage(
  demand: MeasuredDemand,
  sites: Sites,
  points: CoverageOfPoints,
  settings: CoverageSettings,
  known: boolean,
): Coverage {
  const { areas } = demand;
  const count = areas.residents.length;
  const n = points.distance.length;

  // Weights of the residents that count: in an area, and known.
  const weight = new Float64Array(n);
  const reached = new Float64Array(count).fill(known ? 0 : Number.NaN);
  for (let i = 0; i < n; i++) {
    const residents = demand.residents[i] as number;
    const area = demand.area[i] as number;
    if (area < 0 || !(residents > 0)) continue;
    weight[i] = residents;
    if ((points.distance[i] as number) <= settings.reach) reached[area] = (reached[area] as number) + residents;
  }
  const siteArea = assignToAreas(demand.areaIndex, sites.lon, sites.lat).area;
  const inside = new Float64Array(count).fill(known ? 0 : Number.NaN);
  for (const area of siteArea) if (area >= 0) inside[area] = (inside[area] as number) + 1;

  const nothing = new Float64Array(count).fill(Number.NaN);
  const measurable = known && sites.lon.length > 0;
  const ofAreas = measurable ? wayQuantiles(points.distance, weight, demand.area, count) : [];
  const ofCity = measurable ? wayQuantiles(points.distance, weight, undefined, 1) : [];
  releaseArrays(weight);

  const table: MutableTable = {
    residents: areas.residents,
    anlaufpunkteInside: inside,
    reached,
    unreached: new Float64Array(count),
    share: new Float64Array(count),
    nearestMedian: ofAreas[0] ?? nothing,
    nearestP90: ofAreas[1] ?? nothing,
    per10000: new Float64Array(count),
    basis: areas.basis,
    status: new Array<CoverageStatus>(count),
    cells: areas.cells,
    missing: areas.missing,
    suppressed: areas.suppressed,
  };
  for (let a = 0; a < count; a++) concludeRow(table, a, settings, known);
  return {
    level: demand.level,
    settings,
    areas: table,
    city: cityOf(table, siteArea, known, ofCity[0]?.[0] ?? Number.NaN, ofCity[1]?.[0] ?? Number.NaN),
    outside: demand.outside,
    points,
    siteArea,
  };
}

export interface MutableTable extends CoverageOfAreas {
  readonly status: CoverageStatus[];
}

/** What follows in a row from its residents, those reached, and the places inside. */
export function concludeRow(table: MutableTable, a: number, settings: CoverageSettings, known: boolean): void {
  const residents = table.residents[a] as number;
  const inside = table.anlaufpunkteInside[a] as number;
  if (Number.isNaN(residents)) table.reached[a] = Number.NaN;
  const reached = table.reached[a] as number;
  const share = residents > 0 ? reached / residents : Number.NaN;
  table.unreached[a] = residents - reached;
  table.share[a] = share;
  table.per10000[a] = residents > 0 ? (inside / residents) * 10_000 : Number.NaN;
  if (!known || !(residents > 0)) table.status[a] = "unknown";
  else if (inside > 0) table.status[a] = "served";
  else table.status[a] = share >= settings.reachedShare ? "reached" : "gap";
}

/** The settings in full. Throws when one of them is out of its bounds. */
export function settingsOf({ reach, detour = 1, reachedShare = 0.5 }: CoverageOptions): CoverageSettings {
  if (!(reach >= 0)) throw new RangeError(`reach is ${reach}, not a number of metres`);
  if (!(detour >= 1)) throw new RangeError(`detour is ${detour}, not a factor of at least 1`);
  if (!(reachedShare >= 0 && reachedShare <= 1))
    throw new RangeError(`reachedShare is ${reachedShare}, not within 0–1`);
  return { reach, detour, reachedShare };
}

/** Sums over the areas, never means of their shares (rule C4). */
export function cityOf(
  table: CoverageOfAreas,
  siteArea: Int32Array,
  known: boolean,
  nearestMedian: number,
  nearestP90: number,
): CoverageOfCity {
  const areas: Record<CoverageStatus, number> = { unknown: 0, served: 0, reached: 0, gap: 0 };
  let residents = 0;
  let reached = 0;
  let withResidents = 0;
  let estimatedAreas = 0;
  let without = known ? 0 : Number.NaN;
  table.status.forEach((status, a) => {
    areas[status]++;
    if (table.anlaufpunkteInside[a] === 0) without++;
    const basis = table.basis[a];
    if (basis === "residential-land" || basis === "area") estimatedAreas++;
    if (Number.isNaN(table.residents[a])) return;
    withResidents++;
    residents += table.residents[a] as number;
    reached += table.reached[a] as number;
  });
  const anlaufpunkteOutside = siteArea.reduce((sum, area) => sum + (area < 0 ? 1 : 0), 0);
  const inside = siteArea.length - anlaufpunkteOutside;
  const total = withResidents > 0 ? residents : Number.NaN;
  return {
    areas,
    without,
    residents: total,
    anlaufpunkte: known ? siteArea.length : Number.NaN,
    anlaufpunkteOutside: known ? anlaufpunkteOutside : Number.NaN,
    reached: withResidents > 0 ? reached : Number.NaN,
    unreached: total - reached,
    share: total > 0 ? reached / total : Number.NaN,
    nearestMedian,
    nearestP90,
    per10000: known && total > 0 ? (inside / total) * 10_000 : Number.NaN,
    cells: sum(table.cells),
    missing: sum(table.missing),
    suppressed: sum(table.suppressed),
    estimatedAreas,
  };
}

function sum(values: Uint32Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
