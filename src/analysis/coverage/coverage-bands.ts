import type { Steps } from "../../work/run-steps.ts";
import type { DemandPoints } from "./demand.ts";
import { sumOfKnown } from "./sum-of-known.ts";

/** Residents by the way to their nearest place; one entry per Sozialraum in each array of `OfAreas`, a number in those of the city. */
export interface BandsOf<Count> {
  /** All known residents. NaN = none known; then all counts are. */
  readonly residents: Count;
  /** Per limit: the way is at most as long as the limit, and longer than the one before. */
  readonly bands: readonly Count[];
  /** Per limit: the way is at most as long as the limit, the narrower bands among them. */
  readonly within: readonly Count[];
  /** The way is longer than the last limit. */
  readonly beyond: Count;
  /** No way leads to any place. */
  readonly noPlace: Count;
  /** The way is not known. */
  readonly unknown: Count;
}

/** bands + beyond + noPlace + unknown = residents, in every area and in the city. */
export interface CoverageBands {
  /** Metres, ascending. */
  readonly limits: readonly number[];
  readonly areas: BandsOf<Float64Array>;
  readonly city: BandsOf<number>;
}

/** Points between two pauses. */
const POINTS_PER_STEP = 25_000;

/**
 * Residents in several bands of distance at once (rule C16). `distance` is the way of every point to its nearest place in metres, as a
 * coverage has it: Infinity = there is none, NaN = not known. A way of exactly a limit is within it. The city is the sum of its `areas`.
 * Throws when the limits do not ascend from a number ≥ 0, or the arrays differ in length.
 */
export function* coverageBands(
  { residents, area }: Pick<DemandPoints, "residents" | "area">,
  areas: number,
  distance: Float64Array,
  limits: readonly number[],
): Steps<CoverageBands> {
  const n = residents.length;
  if (distance.length !== n || area.length !== n) {
    throw new RangeError(`${n} points, but ${area.length} areas and ${distance.length} ways of them`);
  }
  limits.forEach((limit, k) => {
    if (!(limit >= 0) || limit <= (limits[k - 1] ?? -1)) throw new RangeError(`limit ${k} is ${limit} metres`);
  });
  const beyond = limits.length;
  const noPlace = beyond + 1;
  const unknown = beyond + 2;
  // Class by class, area by area.
  const counts = new Float64Array((beyond + 3) * areas);
  const total = new Float64Array(areas).fill(Number.NaN);
  // In a function of its own, as engines are slow in a generator.
  const count = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const a = area[i] as number;
      const people = residents[i] as number;
      if (a < 0 || Number.isNaN(people)) continue;
      const metres = distance[i] as number;
      let band = 0;
      if (Number.isNaN(metres)) band = unknown;
      else if (metres === Infinity) band = noPlace;
      else while (band < beyond && metres > (limits[band] as number)) band++;
      const before = total[a] as number;
      total[a] = (Number.isNaN(before) ? 0 : before) + people;
      counts[band * areas + a] = (counts[band * areas + a] as number) + people;
    }
  };
  for (let from = 0; from < n; from += POINTS_PER_STEP) {
    count(from, Math.min(n, from + POINTS_PER_STEP));
    yield;
  }
  for (let a = 0; a < areas; a++) {
    if (!Number.isNaN(total[a] as number)) continue;
    for (let band = 0; band <= unknown; band++) counts[band * areas + a] = Number.NaN;
  }
  const column = (band: number) => counts.slice(band * areas, (band + 1) * areas);
  const bands = limits.map((_, band) => column(band));
  const within = bands.map((_, band) => column(band));
  for (let band = 1; band < beyond; band++) {
    const narrower = within[band - 1] as Float64Array;
    const own = within[band] as Float64Array;
    for (let a = 0; a < areas; a++) own[a] = (own[a] as number) + (narrower[a] as number);
  }
  const ofAreas = {
    residents: total,
    bands,
    within,
    beyond: column(beyond),
    noPlace: column(noPlace),
    unknown: column(unknown),
  };
  return { limits, areas: ofAreas, city: cityOf(ofAreas) };
}

function cityOf(areas: BandsOf<Float64Array>): BandsOf<number> {
  return {
    residents: sumOfKnown(areas.residents),
    bands: areas.bands.map(sumOfKnown),
    within: areas.within.map(sumOfKnown),
    beyond: sumOfKnown(areas.beyond),
    noPlace: sumOfKnown(areas.noPlace),
    unknown: sumOfKnown(areas.unknown),
  };
}
