import { closureCheck } from "../../../src/analysis/coverage/closure-check.ts";
import { countInReach } from "../../../src/analysis/coverage/count-in-reach.ts";
import type { Sites } from "../../../src/analysis/coverage/coverage.ts";
import type { Demand } from "../../../src/analysis/coverage/demand.ts";
import { measureDistances, wayInMetres } from "../../../src/analysis/coverage/measure-distances.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { weighBy } from "../../../src/analysis/provision/decay.ts";
import { measureProvision } from "../../../src/analysis/provision/measure-provision.ts";
import { pairsOnGround } from "../../../src/analysis/provision/site-pairs.ts";
import { toPlane } from "../../../src/geo/local-plane.ts";
import { runAtOnce } from "../../../src/work/run-steps.ts";
import { type CityInput, levelOf, populationOf } from "./given-city.ts";
import { type BenchResult, demandThat, measureTime, measureTogether, type Timed } from "./measure-time.ts";

const REACH = 800;

/** Provision of one city with regard to all who compete, against full matrices; and what would close with each place. */
export function run(city: CityInput): BenchResult[] {
  const level = levelOf(city);
  const demand = prepareDemand({ population: populationOf(city), levels: [level], level: level.id });
  const sites = { lon: Float64Array.from(city.sites.lon), lat: Float64Array.from(city.sites.lat) };
  const areas = city.areas.length;
  const supply = new Float64Array(sites.lon.length).fill(1);
  const weigh = weighBy({ form: "gaussian" }, REACH);
  const competitors = { residents: demand.residents, area: demand.area, areas };
  const provide = (method: "2sfca" | "3sfca") =>
    runAtOnce(
      measureProvision(pairsOnGround(demand, sites, REACH, 1), competitors, { method, reach: REACH, weigh, supply }),
    );
  const [ours, matrices] = measureTogether([() => provide("2sfca").points, () => byMatrix(demand, sites)], 9, 3) as [
    Timed<Float64Array>,
    Timed<Float64Array>,
  ];
  demandThat(
    ours.result.every((value, i) => Math.abs(value - (matrices.result[i] as number)) < 1e-12),
    "full matrices",
  );
  const three = measureTime(() => provide("3sfca"), 9, 3);

  const check = () => {
    const { nearest } = measureDistances(demand, sites, 1);
    return closureCheck(demand, areas, supply.length, countInReach(demand, sites, REACH, 1), nearest);
  };
  const [closing, without] = measureTogether([() => check().losing, () => byLeavingOut(demand, sites)], 5, 1) as [
    Timed<Float64Array>,
    Timed<Float64Array>,
  ];
  demandThat(
    closing.result.every((people, s) => people === without.result[s]),
    "measured again without each place",
  );
  const what = `${city.name}: ${demand.x.length} cells × ${supply.length} places`;
  return [
    {
      id: "provision-berlin",
      what: `E2SFCA with a Gaussian decay, ${what}`,
      value: ours.milliseconds,
      unit: "ms",
      ratios: { "the same with a full matrix": matrices.milliseconds / ours.milliseconds },
      notes: [`3SFCA: ${three.milliseconds.toFixed(1)} ms`],
    },
    {
      id: "closure-berlin",
      what: `closure check of every place, ${what}`,
      value: closing.milliseconds,
      unit: "ms",
      ratios: { "measuring anew without each place": without.milliseconds / closing.milliseconds },
    },
  ];
}

function byMatrix(demand: Demand, { lon, lat }: Sites): Float64Array {
  const { plane, x, y, residents } = demand;
  const site = toPlane(plane, lon, lat);
  const n = x.length;
  const way = new Float64Array(1);
  const weight = new Float64Array(1);
  const weigh = weighBy({ form: "gaussian" }, REACH);
  const row = new Float64Array(n);
  const points = new Float64Array(n);
  for (let s = 0; s < lon.length; s++) {
    const sx = site.x[s] as number;
    let people = 0;
    for (let i = 0; i < n; i++) {
      const dx = (x[i] as number) - sx;
      const dy = (y[i] as number) - (site.y[s] as number);
      way[0] = wayInMetres(plane, dx * dx + dy * dy, x[i] as number, sx, 1);
      weigh(way, 1, weight);
      row[i] = weight[0] as number;
      people += (residents[i] || 0) * (row[i] as number);
    }
    if (people > 0) for (let i = 0; i < n; i++) points[i] = (points[i] as number) + (row[i] as number) / people;
  }
  return points;
}

/** Who is reached by all places, less who is reached by all but one. */
function byLeavingOut(demand: Demand, sites: Sites): Float64Array {
  const reachedBy = (some: Sites) => {
    const { distance } = measureDistances(demand, some, 1);
    return distance.reduce(
      (sum, metres, i) => sum + ((demand.area[i] as number) >= 0 && metres <= REACH ? demand.residents[i] || 0 : 0),
      0,
    );
  };
  const all = reachedBy(sites);
  return Float64Array.from(sites.lon, (_, left) => {
    const rest = (_: number, s: number) => s !== left;
    return all - reachedBy({ lon: sites.lon.filter(rest), lat: sites.lat.filter(rest) });
  });
}
