import type { CoverageStatus } from "../../domain/coverage-row.ts";
import type { Steps } from "../../work/run-steps.ts";
import type { Coverage } from "./coverage.ts";
import type { DemandPoints } from "./demand.ts";
import { sumOfKnown } from "./sum-of-known.ts";

/** A Sozialraum whose status is another one. */
export interface StatusChange {
  readonly area: number;
  readonly from: CoverageStatus;
  readonly to: CoverageStatus;
}

/** Residents; `Count` is an array over the areas, or one number for the city. NaN = no residents known. */
export interface ChangeOf<Count> {
  /** Reached after, not before. */
  readonly gained: Count;
  /** Reached before, not after. */
  readonly lost: Count;
  /** gained − lost = reached after − reached before. */
  readonly net: Count;
}

export interface CoverageChange {
  readonly areas: ChangeOf<Float64Array>;
  readonly city: ChangeOf<number>;
  /** In the order of the areas. */
  readonly statuses: readonly StatusChange[];
}

const POINTS_PER_STEP = 25_000;

/**
 * Two coverages of the same demand side by side: before and after a what-if, or the straight line and the network (rule C18). Each point
 * counts by its own way and the reach of its coverage; gains and losses are not set off against each other, neither within an area nor
 * in the city. Throws when the coverages are not of this demand.
 */
export function* compareCoverage(
  { residents, area }: Pick<DemandPoints, "residents" | "area">,
  before: Coverage,
  after: Coverage,
): Steps<CoverageChange> {
  const n = residents.length;
  if (before.level !== after.level)
    throw new RangeError(`levels ${before.level} and ${after.level} cannot be compared`);
  for (const { points } of [before, after]) {
    if (points.distance.length !== n) throw new RangeError(`${n} points, but ${points.distance.length} ways of them`);
  }
  const gained = before.areas.residents.map((known) => (Number.isNaN(known) ? Number.NaN : 0));
  const lost = gained.slice();
  const [wayBefore, wayAfter] = [before.points.distance, after.points.distance];
  const [reachBefore, reachAfter] = [before.settings.reach, after.settings.reach];
  // In a function of its own, as engines are slow in a generator.
  const compare = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const was = (wayBefore[i] as number) <= reachBefore;
      const is = (wayAfter[i] as number) <= reachAfter;
      if (was === is) continue;
      const a = area[i] as number;
      const people = residents[i] as number;
      if (a < 0 || !(people > 0)) continue;
      const changed = is ? gained : lost;
      changed[a] = (changed[a] as number) + people;
    }
  };
  for (let from = 0; from < n; from += POINTS_PER_STEP) {
    compare(from, Math.min(n, from + POINTS_PER_STEP));
    yield;
  }
  const statuses = before.areas.status.flatMap((from, a): StatusChange[] => {
    const to = after.areas.status[a];
    return to === undefined || to === from ? [] : [{ area: a, from, to }];
  });
  const cityGained = sumOfKnown(gained);
  const cityLost = sumOfKnown(lost);
  return {
    areas: { gained, lost, net: gained.map((value, a) => value - (lost[a] as number)) },
    city: { gained: cityGained, lost: cityLost, net: cityGained - cityLost },
    statuses,
  };
}
