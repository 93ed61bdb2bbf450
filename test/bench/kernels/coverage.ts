import { distance, featureCollection, nearestPoint, point } from "@turf/turf";
import Flatbush from "flatbush";
import type { Demand } from "../../../src/analysis/coverage/demand.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { planeDistance, toPlane } from "../../../src/geo/local-plane.ts";
import { type CityInput, levelOf, populationOf } from "./given-city.ts";
import { kdbushNearest } from "./kdbush-nearest.ts";
import { type BenchResult, demandThat, measureTime, measureTogether, type Timed } from "./measure-time.ts";

const REACH = 800;

interface Answer {
  readonly reached: Float64Array;
  readonly median: Float64Array;
  readonly p90: Float64Array;
}

/** Full coverage of one city: distance and nearest place of every cell, sums, quantiles and status of every area. */
export function run(city: CityInput): BenchResult {
  const level = levelOf(city);
  const population = populationOf(city);
  const sites = { lon: Float64Array.from(city.sites.lon), lat: Float64Array.from(city.sites.lat) };
  const prepared = measureTime(() => prepareDemand({ population, levels: [level], level: level.id }), 5);
  const demand = prepared.result;
  const [ours, flatbush, kdbush] = measureTogether<Answer>(
    [
      () => {
        const { areas } = measureCoverage(demand, sites, { reach: REACH, hasAnlaufpunkte: true });
        return { reached: areas.reached, median: areas.nearestMedian, p90: areas.nearestP90 };
      },
      () => answerBy(demand, flatbushDistances(demand, sites)),
      () => answerBy(demand, kdbushDistances(demand, sites)),
    ],
    25,
    10,
  ) as [Timed<Answer>, Timed<Answer>, Timed<Answer>];
  const mine = ours.result;
  demandThat(same(mine, flatbush.result, 0.001, 0), "flatbush");
  demandThat(same(mine, kdbush.result, 0.001, 0), "kdbush");
  const turf = measureTime(() => answerBy(demand, turfDistances(demand, sites)), 1, 0);
  // A sphere of 6371 km is up to 0.4 % off: its answers can only be near.
  demandThat(same(mine, turf.result, 20, 0.02), "Turf");
  const tenth = Math.ceil(demand.x.length / 10);
  const turfNearest = measureTime(() => turfNearestPoint(demand, sites, tenth), 1, 0);
  const turfNearestAll = (turfNearest.milliseconds * demand.x.length) / tenth;

  return {
    id: "coverage-berlin",
    what: `full coverage of ${city.name}: ${demand.x.length} cells × ${sites.lon.length} places, ${city.areas.length} areas`,
    value: ours.milliseconds,
    unit: "ms",
    ratios: {
      "Turf distance over all places": turf.milliseconds / ours.milliseconds,
      "Turf nearestPoint": turfNearestAll / ours.milliseconds,
      "flatbush neighbors on projected metres": flatbush.milliseconds / ours.milliseconds,
      "kdbush descent on projected metres": kdbush.milliseconds / ours.milliseconds,
    },
    notes: [
      `fastest of 25 runs: ${ours.fastest.toFixed(1)} ms; preparing the demand once: ${prepared.milliseconds.toFixed(1)} ms`,
      `Turf distance ${turf.milliseconds.toFixed(0)} ms, Turf nearestPoint ${turfNearestAll.toFixed(0)} ms (from a tenth of the cells), ` +
        `flatbush ${flatbush.milliseconds.toFixed(1)} ms, kdbush ${kdbush.milliseconds.toFixed(1)} ms`,
      "same answers: sums equal and quantiles to the millimetre (flatbush, kdbush), within the error of the sphere (Turf)",
    ],
  };
}

function flatbushDistances(demand: Demand, sites: { lon: Float64Array; lat: Float64Array }): Float64Array {
  const site = toPlane(demand.plane, sites.lon, sites.lat);
  const index = new Flatbush(site.x.length);
  for (let s = 0; s < site.x.length; s++) index.add(site.x[s] as number, site.y[s] as number);
  index.finish();
  return distancesBy(demand, site, (x, y) => index.neighbors(x, y, 1)[0] as number);
}

function kdbushDistances(demand: Demand, sites: { lon: Float64Array; lat: Float64Array }): Float64Array {
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

/** As a newcomer writes it who avoids the slowest: every place of every cell. */
function turfDistances(demand: Demand, sites: { lon: Float64Array; lat: Float64Array }): Float64Array {
  const places = Array.from(sites.lon, (lon, s) => point([lon, sites.lat[s] as number]));
  return Float64Array.from(demand.lon, (lon, i) => {
    const cell = point([lon, demand.lat[i] as number]);
    let nearest = Infinity;
    for (const place of places) nearest = Math.min(nearest, distance(cell, place, { units: "meters" }));
    return nearest;
  });
}

function turfNearestPoint(demand: Demand, sites: { lon: Float64Array; lat: Float64Array }, count: number): number {
  const places = featureCollection(Array.from(sites.lon, (lon, s) => point([lon, sites.lat[s] as number])));
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const cell = point([demand.lon[i] as number, demand.lat[i] as number]);
    sum += nearestPoint(cell, places, { units: "meters" }).properties.distanceToPoint;
  }
  return sum;
}

/** The rest of the coverage as one writes it without more ado: cells by area, sorted by distance. */
function answerBy(demand: Demand, metres: Float64Array): Answer {
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
      if ((metres[i] as number) <= REACH) reached[area] = sum;
      if (Number.isNaN(median[area]) && 2 * sum >= total) median[area] = metres[i] as number;
      if (Number.isNaN(p90[area]) && 10 * sum >= 9 * total) p90[area] = metres[i] as number;
    }
  });
  return { reached, median, p90 };
}

function same(a: Answer, b: Answer, metres: number, share: number): boolean {
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
