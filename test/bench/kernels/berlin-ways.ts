import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { type CityInput, levelOf, populationOf } from "./given-city.ts";
import { measureTime } from "./measure-time.ts";

/** Coverage of a city with its answers in the order of the given cells, to be compared with a database. */
export function run({ city, reach }: { readonly city: CityInput; readonly reach: number }) {
  const level = levelOf(city);
  const demand = prepareDemand({ population: populationOf(city), levels: [level], level: level.id });
  const sites = { lon: Float64Array.from(city.sites.lon), lat: Float64Array.from(city.sites.lat) };
  const measured = measureTime(() => measureCoverage(demand, sites, { reach, hasAnlaufpunkte: true }), 25, 10);
  const { points, areas } = measured.result;
  const area = new Array<number>(city.cells.lon.length);
  const metres = new Array<number>(area.length);
  demand.row.forEach((row, i) => {
    if (row < 0) return;
    area[row] = demand.area[i] as number;
    metres[row] = points.distance[i] as number;
  });
  return { milliseconds: measured.milliseconds, area, metres, reached: Array.from(areas.reached) };
}
