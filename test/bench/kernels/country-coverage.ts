import { around } from "geokdbush";
import KDBush from "kdbush";
import type { Coverage } from "../../../src/analysis/coverage/coverage.ts";
import type { Demand } from "../../../src/analysis/coverage/demand.ts";
import { measureCoverage } from "../../../src/analysis/coverage/measure-coverage.ts";
import { prepareDemand } from "../../../src/analysis/coverage/prepare-demand.ts";
import { planeDistance, toPlane } from "../../../src/geo/local-plane.ts";
import { type CountrySize, inventedCountry } from "./invented-country.ts";
import { type BenchResult, demandThat, measureTime, seededRandom } from "./measure-time.ts";
import { answerBy, answerOf, flatbushDistances, kdbushDistances, same } from "./plain-coverage.ts";

export interface CountryInput extends CountrySize {
  readonly id: string;
  readonly runs: number;
}

const REACH = 800;
const SAMPLE = 2_000;
/** geokdbush is asked for so many cells, spread over all: for every one it would take minutes. */
const ASKED = 20_000;

/** Full coverage of a country: distance and nearest place of every cell, sums, quantiles and status of every area. */
export function run(input: CountryInput): BenchResult {
  const { population, level, sites } = inventedCountry(input);
  const n = population.residents.length;
  const prepared = measureTime(() => prepareDemand({ population, levels: [level], level: level.id }), 1, 0);
  const demand = prepared.result;
  const ours = measureTime(
    () => measureCoverage(demand, sites, { reach: REACH, hasAnlaufpunkte: true }),
    input.runs,
    3,
  );
  const distances = compareWithAll(demand, sites, ours.result);

  const flatbush = measureTime(() => flatbushDistances(demand, sites), 1, 0);
  const kdbush = measureTime(() => kdbushDistances(demand, sites), 1, 0);
  const rest = measureTime(() => answerBy(demand, flatbush.result, REACH), 1, 0);
  demandThat(same(answerOf(ours.result.areas), rest.result, 0.001, 0), "flatbush");
  demandThat(same(answerOf(ours.result.areas), answerBy(demand, kdbush.result, REACH), 0.001, 0), "kdbush");
  const geokdbush = measureGeokdbush(demand, sites, ours.result);

  const whole = (nearest: number) => (nearest + rest.milliseconds) / ours.milliseconds;
  return {
    id: input.id,
    what: `full coverage of an invented country: ${n} cells × ${sites.lon.length} places, ${level.sozialraeume.length} areas`,
    value: ours.milliseconds,
    unit: "ms",
    ratios: {
      "flatbush neighbors on projected metres": whole(flatbush.milliseconds),
      "flatbush neighbors, its search alone against our whole": flatbush.milliseconds / ours.milliseconds,
      "kdbush descent on projected metres": whole(kdbush.milliseconds),
      "geokdbush around on degrees": whole(geokdbush),
    },
    notes: [
      `fastest of ${input.runs} runs: ${ours.fastest.toFixed(1)} ms; preparing the demand once: ${prepared.milliseconds.toFixed(0)} ms`,
      `nearest places by flatbush ${flatbush.milliseconds.toFixed(0)} ms, by kdbush ${kdbush.milliseconds.toFixed(0)} ms, ` +
        `by geokdbush ${geokdbush.toFixed(0)} ms (from ${ASKED} of the cells); their sums and quantiles ${rest.milliseconds.toFixed(0)} ms`,
      `same answers: sums equal and quantiles to the millimetre (flatbush, kdbush); ${distances} distances and nearest places as by ` +
        "all places one by one; within the error of the sphere (geokdbush)",
      `memory: the prepared demand ${megabytes(sizeOf(demand))} MB, its answer ${megabytes(12 * n)} MB, while measuring up to ${megabytes(8 * n)} MB more and two histograms`,
    ],
  };
}

/** A seeded sample of cells against every place, one by one: the smallest index of the nearest, the distance to the millimetre. */
function compareWithAll(demand: Demand, sites: { lon: Float64Array; lat: Float64Array }, { points }: Coverage): number {
  const { plane, x, y } = demand;
  const site = toPlane(plane, sites.lon, sites.lat);
  const random = seededRandom(SAMPLE);
  for (let k = 0; k < SAMPLE; k++) {
    const i = Math.floor(random() * x.length);
    const px = x[i] as number;
    const py = y[i] as number;
    let nearest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let s = 0; s < site.x.length; s++) {
      const squared = ((site.x[s] as number) - px) ** 2 + ((site.y[s] as number) - py) ** 2;
      if (squared < least) [nearest, least] = [s, squared];
    }
    const metres = planeDistance(plane, px, py, site.x[nearest] as number, site.y[nearest] as number);
    demandThat(points.nearest[i] === nearest, `nearest place of cell ${i}`);
    demandThat(Math.abs((points.distance[i] as number) - metres) <= 0.0005001, `distance of cell ${i}`);
  }
  return SAMPLE;
}

/** Milliseconds for all cells. */
function measureGeokdbush(
  demand: Demand,
  sites: { lon: Float64Array; lat: Float64Array },
  { points }: Coverage,
): number {
  const n = demand.lon.length;
  const step = n / ASKED;
  const tree = measureTime(() => {
    const index = new KDBush(sites.lon.length);
    for (let s = 0; s < sites.lon.length; s++) index.add(sites.lon[s] as number, sites.lat[s] as number);
    return index.finish();
  }, 3);
  const ask = (i: number) => around(tree.result, demand.lon[i] as number, demand.lat[i] as number, 1)[0] as number;
  const asked = Int32Array.from({ length: ASKED }, (_, k) => Math.floor(k * step));
  const nearest = measureTime(() => asked.map(ask), 1, 1);
  const site = toPlane(demand.plane, sites.lon, sites.lat);
  asked.forEach((i, k) => {
    const s = nearest.result[k] as number;
    const to = planeDistance(
      demand.plane,
      demand.x[i] as number,
      demand.y[i] as number,
      site.x[s] as number,
      site.y[s] as number,
    );
    const metres = points.distance[i] as number;
    // A sphere of 6371 km is up to 0.4 % off: of two places nearly as far away it can choose the other one.
    demandThat(to >= metres - 0.001 && to <= metres * 1.008 + 0.001, `geokdbush, cell ${i}`);
  });
  return tree.milliseconds + nearest.milliseconds * step;
}

/** Bytes of the arrays of a demand. */
function sizeOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + sizeOf(part), 0);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
