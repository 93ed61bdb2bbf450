import Flatbush from "flatbush";
import type { CoverageOfAreas } from "../../../src/analysis/coverage/coverage.ts";
import type { Demand } from "../../../src/analysis/coverage/demand.ts";
import { planeDistance, toPlane } from "../../../src/geo/local-plane.ts";
import { kdbushNearest } from "./kdbush-nearest.ts";

/** What a coverage says of every area. */
export interface Answer {
  readonly reached: Float64Array;
  readonly median: Float64Array;
  readonly p90: Float64Array;
}

interface GivenSites {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

export function answerOf(areas: CoverageOfAreas): Answer {
  return { reached: areas.reached, median: areas.nearestMedian, p90: areas.nearestP90 };
}

/** Metres to the nearest place by the nearest-neighbour search of flatbush. */
export function flatbushDistances(demand: Demand, sites: GivenSites): Float64Array {
  const site = toPlane(demand.plane, sites.lon, sites.lat);
  const index = new Flatbush(site.x.length);
  for (let s = 0; s < site.x.length; s++) index.add(site.x[s] as number, site.y[s] as number);
  index.finish();
  return distancesBy(demand, site, (x, y) => index.neighbors(x, y, 1)[0] as number);
}

/** The same by the tree of kdbush. */
export function kdbushDistances(demand: Demand, sites: GivenSites): Float64Array {
  const site = toPlane(demand.plane, sites.lon, sites.lat);
  return distancesBy(demand, site, kdbushNearest(site.x, site.y));
}

function distancesBy(
  { plane, x, y }: Demand,
  site: { x: Float64Array; y: Float64Array },
  nearest: (x: number, y: number) => number,
): Float64Array {
  const metres = new Float64Array(x.length);
  for (let i = 0; i < x.length; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    const s = nearest(px, py);
    const exact = planeDistance(plane, px, py, site.x[s] as number, site.y[s] as number);
    metres[i] = Math.round(exact * 1000) / 1000;
  }
  return metres;
}

/** The rest of the coverage as one writes it without more ado: cells by area, sorted by distance. */
export function answerBy(demand: Demand, metres: Float64Array, reach: number): Answer {
  const count = demand.areas.residents.length;
  const cells: number[][] = Array.from({ length: count }, () => []);
  demand.area.forEach((area, i) => {
    if (area >= 0 && (demand.residents[i] as number) > 0) cells[area]?.push(i);
  });
  const reached = Float64Array.from(demand.areas.residents, (residents) => (Number.isNaN(residents) ? Number.NaN : 0));
  const median = new Float64Array(count).fill(Number.NaN);
  const p90 = new Float64Array(count).fill(Number.NaN);
  cells.forEach((own, area) => {
    own.sort((a, b) => (metres[a] as number) - (metres[b] as number));
    const total = own.reduce((sum, i) => sum + (demand.residents[i] as number), 0);
    let sum = 0;
    for (const i of own) {
      sum += demand.residents[i] as number;
      if ((metres[i] as number) <= reach) reached[area] = sum;
      if (Number.isNaN(median[area]) && 2 * sum >= total) median[area] = metres[i] as number;
      if (Number.isNaN(p90[area]) && 10 * sum >= 9 * total) p90[area] = metres[i] as number;
    }
  });
  return { reached, median, p90 };
}

/** Whether two answers agree: quantiles within `metres` and `share`, sums exactly where no share is allowed. */
export function same(a: Answer, b: Answer, metres: number, share: number): boolean {
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + (value || 0), 0);
  const near = (one: Float64Array, other: Float64Array) =>
    one.every(
      (value, k) =>
        Number.isNaN(value) === Number.isNaN(other[k]) &&
        !(Math.abs(value - (other[k] as number)) > metres + value * share),
    );
  const sums =
    share > 0
      ? Math.abs(total(a.reached) / total(b.reached) - 1) < share
      : a.reached.every((value, k) => Object.is(value, b.reached[k]));
  return sums && near(a.median, b.median) && near(a.p90, b.p90);
}
