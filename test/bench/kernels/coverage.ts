import { distance, featureCollection, nearestPoint, point } from "@turf/turf";
import type { Demand } from "../../../src/analysis/coverage/demand.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { type CityInput, levelOf, populationOf } from "./given-city.ts";
import { type BenchResult, demandThat, measureTime, measureTogether, type Timed } from "./measure-time.ts";
import { type Answer, answerBy, answerOf, flatbushDistances, kdbushDistances, same } from "./plain-coverage.ts";

const REACH = 800;

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
        return answerOf(measureCoverage(demand, sites, { reach: REACH, hasAnlaufpunkte: true }).areas);
      },
      () => answerBy(demand, flatbushDistances(demand, sites), REACH),
      () => answerBy(demand, kdbushDistances(demand, sites), REACH),
    ],
    25,
    10,
  ) as [Timed<Answer>, Timed<Answer>, Timed<Answer>];
  const mine = ours.result;
  demandThat(same(mine, flatbush.result, 0.001, 0), "flatbush");
  demandThat(same(mine, kdbush.result, 0.001, 0), "kdbush");
  const turf = measureTime(() => answerBy(demand, turfDistances(demand, sites), REACH), 1, 0);
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
