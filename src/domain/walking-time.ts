/** Minutes that are asked for when one asks for walking times. */
export const WALK_MINUTES = [5, 10, 15] as const;

/**
 * Metres that somebody walks in some minutes, in whole metres: what stands in the address and in the tables is what is counted with.
 * Throws when one of both is no number above zero.
 */
export function metresWalked(minutes: number, kmPerHour: number): number {
  if (!(minutes > 0)) throw new RangeError(`minutes are ${minutes}`);
  if (!(kmPerHour > 0)) throw new RangeError(`speed is ${kmPerHour} km/h`);
  return Math.round((minutes * kmPerHour * 1000) / 60);
}
