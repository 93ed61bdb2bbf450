import { nearestSites } from "../../../src/analysis/coverage/nearest-site.ts";
import { blockPoints, hilbertOrder } from "../../../src/analysis/coverage/point-blocks.ts";
import { kdbushNearest } from "./kdbush-nearest.ts";
import { type BenchResult, demandThat, measureTime, seededRandom } from "./measure-time.ts";

const POINTS = 1_000_000;
const SITES = 5_000;

/** Nearest of 5,000 sites for a million cells, in clusters as people live: what a Land asks. */
export function run(): BenchResult {
  const random = seededRandom(5_000);
  const towns = Array.from(
    { length: 300 },
    () => [random() * 300_000, random() * 300_000, 1000 + random() * 8000] as const,
  );
  const scatter = (n: number) => {
    const x = new Float64Array(n);
    const y = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const [townX, townY, radius] = towns[Math.floor(random() * towns.length)] as readonly [number, number, number];
      x[i] = townX + (random() + random() + random() - 1.5) * radius;
      y[i] = townY + (random() + random() + random() - 1.5) * radius;
    }
    return { x, y };
  };
  const loose = scatter(POINTS);
  const sites = scatter(SITES);
  const order = measureTime(() => hilbertOrder(loose.x, loose.y), 5);
  const x = Float64Array.from(order.result, (i) => loose.x[i] as number);
  const y = Float64Array.from(order.result, (i) => loose.y[i] as number);
  const blocks = measureTime(() => blockPoints(x, y), 5);
  const ours = measureTime(() => nearestSites(blocks.result, x, y, sites.x, sites.y), 9);
  const kdbush = measureTime(
    () => {
      const nearest = kdbushNearest(sites.x, sites.y);
      return Int32Array.from(x, (px, i) => nearest(px, y[i] as number));
    },
    3,
    1,
  );
  for (let i = 0; i < POINTS; i++) {
    const s = kdbush.result[i] as number;
    const dx = (x[i] as number) - (sites.x[s] as number);
    const dy = (y[i] as number) - (sites.y[s] as number);
    demandThat(dx * dx + dy * dy === ours.result.squared[i], `point ${i}`);
  }
  return {
    id: "nearest-1m",
    what: "nearest of 5,000 sites for 1,000,000 points",
    value: ours.milliseconds,
    unit: "ms",
    ratios: { "kdbush descent": kdbush.milliseconds / ours.milliseconds },
    notes: [
      `fastest of 9 runs: ${ours.fastest.toFixed(1)} ms; once per population: order ${order.milliseconds.toFixed(0)} ms, blocks ${blocks.milliseconds.toFixed(0)} ms`,
      "same distances for all points",
    ],
  };
}
