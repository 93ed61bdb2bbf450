import type { InReach } from "./count-in-reach.ts";
import type { DemandPoints } from "./demand.ts";
import { sumOfKnown } from "./sum-of-known.ts";

/** Residents of an area by how many places they have in reach; `Count` is an array over the areas, or one number for the city. NaN = none known. */
export interface ChoiceOf<Count> {
  readonly residents: Count;
  readonly none: Count;
  readonly one: Count;
  readonly several: Count;
  /** Share (0–1) of residents with at least two; NaN without residents. */
  readonly severalShare: Count;
}

/** What hangs on each place, should it close. */
export interface ClosureCheck {
  /** Per site: residents for whom it is the only one in reach; with it closed, exactly these lose their only place. Σ = city.one. */
  readonly losing: Float64Array;
  /** Per site: residents whose nearest place it is, however far. */
  readonly nearest: Float64Array;
  readonly areas: ChoiceOf<Float64Array>;
  readonly city: ChoiceOf<number>;
}

/**
 * What would be lost with each place (rule C17). `inReach` and `nearest` (index of the site, −1 = none) have one entry per point. Who
 * lives outside all areas is in no sum, as in the coverage. Throws when arrays differ in length.
 */
export function closureCheck(
  { residents, area }: Pick<DemandPoints, "residents" | "area">,
  areas: number,
  sites: number,
  { count, only }: InReach,
  nearest: Int32Array,
): ClosureCheck {
  const n = residents.length;
  if (count.length !== n || nearest.length !== n) {
    throw new RangeError(`${n} points, but ${count.length} counts and ${nearest.length} nearest sites of them`);
  }
  const losing = new Float64Array(sites);
  const closest = new Float64Array(sites);
  // By number of places in reach, area by area.
  const people = new Float64Array(3 * areas);
  const known = new Uint8Array(areas);
  for (let i = 0; i < n; i++) {
    const a = area[i] as number;
    const here = residents[i] as number;
    if (a < 0 || Number.isNaN(here)) continue;
    known[a] = 1;
    const bucket = (count[i] as number) * areas + a;
    people[bucket] = (people[bucket] as number) + here;
    const sole = only[i] as number;
    if (sole >= 0) losing[sole] = (losing[sole] as number) + here;
    const next = nearest[i] as number;
    if (next >= 0) closest[next] = (closest[next] as number) + here;
  }
  const column = (bucket: number) =>
    Float64Array.from(known, (yes, a) => (yes ? (people[bucket * areas + a] as number) : Number.NaN));
  const [none, one, several] = [column(0), column(1), column(2)];
  const all = none.map((value, a) => value + (one[a] as number) + (several[a] as number));
  const city = { none: sumOfKnown(none), one: sumOfKnown(one), several: sumOfKnown(several) };
  const total = city.none + city.one + city.several;
  return {
    losing,
    nearest: closest,
    areas: {
      residents: all,
      none,
      one,
      several,
      severalShare: several.map((two, a) => shareOf(two, all[a] as number)),
    },
    city: { residents: total, ...city, severalShare: shareOf(city.several, total) },
  };
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : Number.NaN;
}
