import type { Coverage } from "../../../src/analysis/coverage/coverage.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { MovingSite, prepareMove } from "../../../src/analysis/coverage/move-site.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { type CityInput, levelOf, populationOf } from "./given-city.ts";
import { type BenchResult, demandThat, measureTime, seededRandom } from "./measure-time.ts";

const STEPS = 400;
const LEGS = 8;
/** Each of so many steps is compared with the city measured anew. */
const COMPARED = 20;
const OPTIONS = { reach: 800, hasAnlaufpunkte: true };

/** What one step of a place that is dragged across the city costs to compute. */
export function run(city: CityInput): BenchResult {
  const level = levelOf(city);
  const demand = prepareDemand({ population: populationOf(city), levels: [level], level: level.id });
  const sites = { lon: Float64Array.from(city.sites.lon), lat: Float64Array.from(city.sites.lat) };
  const moving = sites.lon.length - 1;
  const field = measureTime(() => prepareMove(demand, sites, moving, OPTIONS), 5, 2);
  const site = new MovingSite(field.result);
  const way = pathAcross(city);
  const times: number[] = [];
  let compared = 0;
  for (let round = 0; round < 2; round++) {
    way.forEach(([lon, lat], step) => {
      const start = performance.now();
      const coverage = site.to(lon, lat);
      const spent = performance.now() - start;
      if (round === 0) return; // to warm up
      times.push(spent);
      if (step % COMPARED !== 0) return;
      const anew = { lon: sites.lon.slice(), lat: sites.lat.slice() };
      anew.lon[moving] = lon;
      anew.lat[moving] = lat;
      demandThat(same(coverage, measureCoverage(demand, anew, OPTIONS)), `step ${step}`);
      compared++;
    });
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.floor(share * times.length)] as number;
  return {
    id: "drag-berlin",
    what: `Computing a step of a dragged place in ${city.name}: ${demand.x.length} cells × ${sites.lon.length} places`,
    value: quantile(0.5),
    unit: "ms",
    ratios: { "the 2 ms that it may take": 2 / quantile(0.5) },
    notes: [
      `${times.length} steps across the city, p95 ${quantile(0.95).toFixed(2)} ms, longest ${(times.at(-1) as number).toFixed(2)} ms; ` +
        `taking the place up once, in a worker: ${field.milliseconds.toFixed(1)} ms`,
      `${compared} of the steps equal to the whole city measured anew, every figure and every cell`,
    ],
  };
}

/** From corner to corner of where people live, by seeded cells. */
function pathAcross({ cells }: CityInput): (readonly [lon: number, lat: number])[] {
  const random = seededRandom(STEPS);
  const corners = Array.from({ length: LEGS + 1 }, () => {
    const cell = Math.floor(random() * cells.lon.length);
    return [cells.lon[cell] as number, cells.lat[cell] as number] as const;
  });
  const perLeg = STEPS / LEGS;
  return Array.from({ length: STEPS }, (_, step) => {
    const leg = Math.floor(step / perLeg);
    const share = (step % perLeg) / perLeg;
    const [from, to] = [corners[leg], corners[leg + 1]] as [readonly [number, number], readonly [number, number]];
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const;
  });
}

function same(a: Coverage, b: Coverage): boolean {
  const equal = (one: ArrayLike<number>, other: ArrayLike<number>) =>
    one.length === other.length && Array.from(one).every((value, k) => Object.is(value, other[k]));
  return (
    equal(a.points.distance, b.points.distance) &&
    equal(a.points.nearest, b.points.nearest) &&
    equal(a.siteArea, b.siteArea) &&
    equal(a.areas.reached, b.areas.reached) &&
    equal(a.areas.unreached, b.areas.unreached) &&
    equal(a.areas.share, b.areas.share) &&
    equal(a.areas.nearestMedian, b.areas.nearestMedian) &&
    equal(a.areas.nearestP90, b.areas.nearestP90) &&
    equal(a.areas.per10000, b.areas.per10000) &&
    a.areas.status.every((status, k) => status === b.areas.status[k]) &&
    JSON.stringify(a.city) === JSON.stringify(b.city)
  );
}
