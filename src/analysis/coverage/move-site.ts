import { type LocalPlane, toPlane } from "../../geo/local-plane.ts";
import type { AreaIndex } from "./area-index.ts";
import { assignToAreas } from "./assign-cells.ts";
import type { Coverage, CoverageOfPoints, CoverageOptions, CoverageSettings, Sites } from "./coverage.ts";
import type { DemandOfAreas, MeasuredDemand, OutsideDemand } from "./demand.ts";
import { cityOf, concludeRow, type MutableTable, settingsOf, tabulateCoverage } from "./measure-coverage.ts";
import { wayInMetres } from "./measure-distances.ts";
import { nearestSites } from "./nearest-site.ts";
import { BOXES_PER_BOX, POINTS_PER_BLOCK, type PointBlocks } from "./point-blocks.ts";
import { MEDIAN, P90, weightedQuantiles } from "./weighted-quantiles.ts";

/** The city without the one site that moves: what each of its steps is measured against. Flat. */
export interface MoveField {
  readonly level: string;
  readonly plane: LocalPlane;
  /** The points of the demand, lent by it; so are their blocks, and what is known of the areas. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly residents: Float64Array;
  readonly area: Int32Array;
  readonly blocks: PointBlocks;
  readonly areaIndex: AreaIndex;
  readonly ofAreas: DemandOfAreas;
  readonly outside: OutsideDemand;
  readonly settings: CoverageSettings;
  /** Index of the moving site among all sites; the others keep theirs. */
  readonly moving: number;
  /** Per site the area that it stands in. */
  readonly siteArea: Int32Array;
  /** To the nearest of the others: square of the planar distance, way in metres, index. */
  readonly squared: Float64Array;
  readonly distance: Float64Array;
  readonly nearest: Int32Array;
  /** Per box of `blocks` the largest `squared` of its points. */
  readonly farthest: Float64Array;
  /** Points of area a are pointsOfArea[areaStarts[a]] …, ascending. */
  readonly areaStarts: Uint32Array;
  readonly pointsOfArea: Uint32Array;
  /** Quantiles of the areas without the moving site, and residents reached. */
  readonly reached: Float64Array;
  readonly nearestMedian: Float64Array;
  readonly nearestP90: Float64Array;
}

/** Above this the quantiles of the whole city are left out while a site moves: they are the only part that asks every point. */
const CITY_QUANTILES_UP_TO = 200_000;

/**
 * Prepares the steps of one moving site. `sites` are all, the moving one at index `moving` (wherever it stands). Time of one measurement;
 * memory 24 bytes per point. Throws as `measureCoverage` does, and when `moving` is no index of `sites`.
 */
export function prepareMove(demand: MeasuredDemand, sites: Sites, moving: number, options: CoverageOptions): MoveField {
  const settings = settingsOf(options);
  const count = sites.lon.length;
  if (!(moving >= 0 && moving < count)) throw new RangeError(`site ${moving} of ${count} cannot move`);
  const { plane, x, y, blocks, area } = demand;
  const others = { lon: without(sites.lon, moving), lat: without(sites.lat, moving) };
  const placed = toPlane(plane, others.lon, others.lat);
  const { site: nearest, squared } = nearestSites(blocks, x, y, placed.x, placed.y);
  const distance = new Float64Array(x.length).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < x.length; i++) {
    const other = nearest[i] as number;
    if (other < 0) continue;
    distance[i] = wayInMetres(plane, squared[i] as number, x[i] as number, placed.x[other] as number, settings.detour);
    // Among all sites those behind the moving one come one later.
    if (other >= moving) nearest[i] = other + 1;
  }
  const { areas } = tabulateCoverage(demand, others, { distance, nearest }, settings, true);
  const { areaStarts, pointsOfArea } = pointsByArea(area, demand.areas.residents.length);
  return {
    level: demand.level,
    plane,
    x,
    y,
    residents: demand.residents,
    area,
    blocks,
    areaIndex: demand.areaIndex,
    ofAreas: demand.areas,
    outside: demand.outside,
    settings,
    moving,
    siteArea: assignToAreas(demand.areaIndex, sites.lon, sites.lat).area,
    squared,
    distance,
    nearest,
    farthest: farthestOfBoxes(blocks, squared),
    areaStarts,
    pointsOfArea,
    reached: areas.reached,
    nearestMedian: areas.nearestMedian,
    nearestP90: areas.nearestP90,
  };
}

/** One site on its way: each step measures the city with the site where it is now. */
export class MovingSite {
  readonly #field: MoveField;
  /** Rewritten in place with each step: what an earlier step returned shows the new ways. */
  readonly #points: CoverageOfPoints;
  readonly #table: MutableTable;
  /** Of each point in the quantiles of the city: its residents, or nothing outside all areas. */
  readonly #weights: Float64Array | undefined;
  /** Points of the last step, with their way to the nearest of the others and which that is. */
  #touched = new Uint32Array(1024);
  #distance = new Float64Array(1024);
  #nearest = new Int32Array(1024);
  #count = 0;

  /** @param field its ways become those of the steps: a second copy of a country's would be felt when a place is taken up */
  constructor(field: MoveField) {
    this.#field = field;
    this.#points = { distance: field.distance, nearest: field.nearest };
    const { area, residents } = field;
    if (area.length <= CITY_QUANTILES_UP_TO) {
      this.#weights = Float64Array.from(residents, (people, i) => ((area[i] as number) >= 0 ? people : 0));
    }
    const areas = field.ofAreas.residents.length;
    this.#table = {
      ...field.ofAreas,
      anlaufpunkteInside: new Float64Array(areas),
      reached: field.reached.slice(),
      unreached: new Float64Array(areas),
      share: new Float64Array(areas),
      nearestMedian: field.nearestMedian.slice(),
      nearestP90: field.nearestP90.slice(),
      per10000: new Float64Array(areas),
      status: [],
    };
  }

  /**
   * The coverage with the site at `lon`, `lat` (degrees): the same as `measureCoverage` of all sites, but for the quantiles of a city of
   * more than 200,000 points, which are missing (NaN). Costs what changes: the points that the site is or was nearest to, and their
   * areas. Of the result only `points` is rewritten by the next step. Throws when the place is not finite.
   */
  to(lon: number, lat: number): Coverage {
    const field = this.#field;
    const { plane, settings, moving } = field;
    const at = toPlane(plane, Float64Array.of(lon), Float64Array.of(lat));
    const px = at.x[0] as number;
    const py = at.y[0] as number;
    if (!Number.isFinite(px + py)) throw new RangeError(`a site cannot stand at ${lon}, ${lat}`);

    const changed = new Set<number>();
    this.#restore(changed);
    this.#touch(px, py, changed);

    const siteArea = field.siteArea.slice();
    siteArea[moving] = assignToAreas(field.areaIndex, Float64Array.of(lon), Float64Array.of(lat)).area[0] as number;
    const inside = new Float64Array(this.#table.anlaufpunkteInside.length);
    for (const area of siteArea) if (area >= 0) inside[area] = (inside[area] as number) + 1;
    for (const area of changed) if (area >= 0) this.#remeasure(area);

    const table: MutableTable = {
      ...this.#table,
      anlaufpunkteInside: inside,
      reached: this.#table.reached.slice(),
      nearestMedian: this.#table.nearestMedian.slice(),
      nearestP90: this.#table.nearestP90.slice(),
      unreached: this.#table.unreached.slice(),
      share: this.#table.share.slice(),
      per10000: this.#table.per10000.slice(),
      status: [],
    };
    for (let a = 0; a < inside.length; a++) concludeRow(table, a, settings, true);
    const [median, p90] = this.#cityQuantiles();
    return {
      level: field.level,
      settings,
      areas: table,
      city: cityOf(table, siteArea, true, median, p90),
      outside: field.outside,
      points: this.#points,
      siteArea,
    };
  }

  /** Points of the last step go back to the nearest of the others. */
  #restore(changed: Set<number>): void {
    const { area } = this.#field;
    for (let k = 0; k < this.#count; k++) {
      const i = this.#touched[k] as number;
      this.#points.distance[i] = this.#distance[k] as number;
      this.#points.nearest[i] = this.#nearest[k] as number;
      changed.add(area[i] as number);
    }
    this.#count = 0;
  }

  /** From the top of the pyramid down, only into boxes that the site can be nearest to a point of. */
  #touch(px: number, py: number, changed: Set<number>): void {
    const { blocks, farthest, x, y, squared, nearest, area, moving, plane, settings } = this.#field;
    const { levelStarts, boxes } = blocks;
    const visit = (level: number, number: number): void => {
      const start = levelStarts[level] as number;
      const box = start + number;
      const dx = Math.max((boxes[4 * box] as number) - px, 0, px - (boxes[4 * box + 2] as number));
      const dy = Math.max((boxes[4 * box + 1] as number) - py, 0, py - (boxes[4 * box + 3] as number));
      if (dx * dx + dy * dy > (farthest[box] as number)) return;
      if (level > 0) {
        const last = Math.min(start - (levelStarts[level - 1] as number), (number + 1) * BOXES_PER_BOX);
        for (let child = number * BOXES_PER_BOX; child < last; child++) visit(level - 1, child);
        return;
      }
      const end = Math.min(blocks.points, (number + 1) * POINTS_PER_BLOCK);
      for (let i = number * POINTS_PER_BLOCK; i < end; i++) {
        const ex = (x[i] as number) - px;
        const ey = (y[i] as number) - py;
        const d = ex * ex + ey * ey;
        const before = squared[i] as number;
        // Of equally near ones the smallest index, as everywhere (rule C3).
        if (d > before || (d === before && (nearest[i] as number) < moving)) continue;
        this.#remember(i);
        this.#points.distance[i] = wayInMetres(plane, d, x[i] as number, px, settings.detour);
        this.#points.nearest[i] = moving;
        changed.add(area[i] as number);
      }
    };
    if (levelStarts.length > 1) visit(levelStarts.length - 2, 0);
  }

  #remember(point: number): void {
    const count = this.#count++;
    if (count === this.#touched.length) {
      const [touched, distance, nearest] = [this.#touched, this.#distance, this.#nearest];
      this.#touched = new Uint32Array(2 * count);
      this.#distance = new Float64Array(2 * count);
      this.#nearest = new Int32Array(2 * count);
      this.#touched.set(touched);
      this.#distance.set(distance);
      this.#nearest.set(nearest);
    }
    this.#touched[count] = point;
    this.#distance[count] = this.#points.distance[point] as number;
    this.#nearest[count] = this.#points.nearest[point] as number;
  }

  #remeasure(area: number): void {
    const { areaStarts, pointsOfArea, residents, settings } = this.#field;
    const from = areaStarts[area] as number;
    const to = areaStarts[area + 1] as number;
    const distances = new Float64Array(to - from);
    const weights = new Float64Array(to - from);
    let reached = 0;
    for (let k = from; k < to; k++) {
      const i = pointsOfArea[k] as number;
      const people = residents[i] as number;
      if (!(people > 0)) continue;
      distances[k - from] = this.#points.distance[i] as number;
      weights[k - from] = people;
      if ((distances[k - from] as number) <= settings.reach) reached += people;
    }
    const quantiles = weightedQuantiles(distances, weights, undefined, 1, [MEDIAN, P90]);
    this.#table.reached[area] = reached;
    this.#table.nearestMedian[area] = quantiles[0]?.[0] ?? Number.NaN;
    this.#table.nearestP90[area] = quantiles[1]?.[0] ?? Number.NaN;
  }

  #cityQuantiles(): readonly [number, number] {
    if (!this.#weights) return [Number.NaN, Number.NaN];
    const quantiles = weightedQuantiles(this.#points.distance, this.#weights, undefined, 1, [MEDIAN, P90]);
    return [quantiles[0]?.[0] ?? Number.NaN, quantiles[1]?.[0] ?? Number.NaN];
  }
}

function without(values: Float64Array, index: number): Float64Array {
  const rest = new Float64Array(values.length - 1);
  rest.set(values.subarray(0, index));
  rest.set(values.subarray(index + 1), index);
  return rest;
}

function farthestOfBoxes({ points, levelStarts, boxes }: PointBlocks, squared: Float64Array): Float64Array {
  const farthest = new Float64Array(boxes.length / 4);
  for (let i = 0; i < points; i++) {
    const block = (i / POINTS_PER_BLOCK) | 0;
    if ((squared[i] as number) > (farthest[block] as number)) farthest[block] = squared[i] as number;
  }
  for (let level = 1; level + 1 < levelStarts.length; level++) {
    const start = levelStarts[level] as number;
    const below = levelStarts[level - 1] as number;
    for (let b = below; b < start; b++) {
      const above = start + (((b - below) / BOXES_PER_BOX) | 0);
      if ((farthest[b] as number) > (farthest[above] as number)) farthest[above] = farthest[b] as number;
    }
  }
  return farthest;
}

function pointsByArea(area: Int32Array, areas: number): Pick<MoveField, "areaStarts" | "pointsOfArea"> {
  const areaStarts = new Uint32Array(areas + 1);
  for (const a of area) if (a >= 0) areaStarts[a + 1] = (areaStarts[a + 1] as number) + 1;
  for (let a = 0; a < areas; a++) areaStarts[a + 1] = (areaStarts[a + 1] as number) + (areaStarts[a] as number);
  const next = areaStarts.slice();
  const pointsOfArea = new Uint32Array(areaStarts[areas] as number);
  for (let i = 0; i < area.length; i++) {
    const a = area[i] as number;
    if (a < 0) continue;
    const place = next[a] as number;
    pointsOfArea[place] = i;
    next[a] = place + 1;
  }
  return { areaStarts, pointsOfArea };
}
