import type { CoverageBands } from "../../analysis/coverage/coverage-bands.ts";
import { metresWalked, WALK_MINUTES } from "../../domain/walking-time.ts";
import type { StraightBeside } from "../distance-answers.ts";
import { SPEEDS, type Speed } from "../view.ts";

/** Factors on the straight line that stand beside each other. */
const DETOURS = [1, 1.2, 1.3, 1.4] as const;

/** Walking times at every speed in metres, ascending, each once. */
export function timeLimits(): number[] {
  return ascending(SPEEDS.flatMap((speed) => WALK_MINUTES.map((minutes) => metresWalked(minutes, speed))));
}

/** The factors that are compared: the usual ones and the chosen one. */
export function comparedDetours(detour: number): number[] {
  return ascending([...DETOURS, detour]);
}

/**
 * How far away a place may be, by ways that carry the factor `detour`, to be within reach if they carried the factor `other`: nothing has
 * to be measured anew. The ways are rounded to millimetres already, so that somebody who lives on the very border may fall to the other
 * side by one of them.
 */
export function limitForDetour(reach: number, detour: number, other: number): number {
  return other === detour ? reach : (reach * detour) / other;
}

/** The limits of all factors that are compared, in metres, ascending. */
export function detourLimits(reach: number, detour: number, factors = comparedDetours(detour)): number[] {
  return ascending(factors.map((other) => limitForDetour(reach, detour, other)));
}

/** Factors among which the one is sought that walking is like: 1.00 to 3.00. */
export const SOUGHT_DETOURS: readonly number[] = Array.from({ length: 41 }, (_, k) => (20 + k) / 20);

/**
 * The factor with which the straight line reaches as many residents as are reached on foot, to a twentieth; `isMore` = even the largest
 * one that was tried promises more. Undefined where nobody lives.
 */
export function equalDetour({
  straight,
  walked,
  detours,
}: StraightBeside): Readonly<{ factor: number; isMore: boolean }> | undefined {
  const { reach, detour } = straight.coverage.settings;
  const goal = walked.coverage.city.share;
  let best: { factor: number; share: number } | undefined;
  for (const factor of SOUGHT_DETOURS) {
    const share = shareWithin(detours, limitForDetour(reach, detour, factor));
    if (share === undefined || Number.isNaN(goal)) return undefined;
    if (!best || Math.abs(share - goal) < Math.abs(best.share - goal)) best = { factor, share };
  }
  return best && { factor: best.factor, isMore: best.factor === SOUGHT_DETOURS.at(-1) && best.share > goal };
}

/** Share (0–1) of the city's residents whose way is at most as long as one of the limits; undefined where nobody knows. */
export function shareWithin({ limits, city }: CoverageBands, limit: number): number | undefined {
  const people = city.within[limits.indexOf(limit)];
  return people === undefined || !(city.residents > 0) ? undefined : people / city.residents;
}

/** A speed, and how many are how soon at a place. */
export interface SpeedRow {
  readonly speed: Speed;
  readonly times: readonly { readonly minutes: number; readonly metres: number; readonly share: number | undefined }[];
}

export function speedRows(times: CoverageBands): SpeedRow[] {
  return SPEEDS.map((speed) => ({
    speed,
    times: WALK_MINUTES.map((minutes) => {
      const metres = metresWalked(minutes, speed);
      return { minutes, metres, share: shareWithin(times, metres) };
    }),
  }));
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}
