import type { Highs } from "highs";
import { CoverSearch } from "../cover-search.ts";
import { proveCover } from "./prove-cover.ts";

export interface ShortestLongestWay {
  readonly sites: readonly number[];
  /** The longest way of anyone to the nearest of the sites. */
  readonly metres: number;
}

/**
 * The sites with the least longest way (p-center), proven: the least of all occurring ways within which `sites` candidates reach everyone
 * (Minieka 1970), by halving the list of ways; each half is decided by greedy, by the bound of covering, or by HiGHS.
 * @param ways metres by candidate: the way of point i to candidate j is ways[j · points + i]
 * Throws when there are no candidates or no sites to choose.
 */
export function proveLongestWay(highs: Highs, ways: Float64Array, points: number, sites: number): ShortestLongestWay {
  const candidates = points > 0 ? ways.length / points : 0;
  if (!(sites >= 1) || !(candidates >= 1))
    throw new RangeError(`${sites} of ${candidates} candidates for ${points} points`);
  const lengths = Float64Array.from(new Set(ways)).sort();
  let low = 0;
  let high = lengths.length - 1;
  let best: readonly number[] = [0];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cover = coverWithin(highs, ways, points, sites, lengths[middle] as number);
    if (cover) {
      best = cover;
      high = middle - 1;
    } else low = middle + 1;
  }
  return { sites: best, metres: lengths[low] as number };
}

function coverWithin(highs: Highs, ways: Float64Array, points: number, sites: number, metres: number) {
  const point: number[] = [];
  const starts = [0];
  const isReached = new Uint8Array(points);
  for (let e = 0; e < ways.length; e++) {
    if ((ways[e] as number) <= metres) {
      point.push(e % points);
      isReached[e % points] = 1;
    }
    if ((e + 1) % points === 0) starts.push(point.length);
  }
  if (isReached.includes(0)) return undefined;
  const weight = new Float64Array(points).fill(1);
  const benefits = { points, starts: Uint32Array.from(starts), point: Uint32Array.from(point), weight };
  const search = new CoverSearch(benefits, { steps: 20 });
  const known = search.answer;
  if (known.sites.length <= sites) return known.sites;
  while (search.answer.bound <= sites && search.step());
  if (search.answer.bound > sites) return undefined;
  const unproven = { sites, benefits, value: known.sites.length, bound: search.answer.bound };
  const { better } = proveCover(highs, unproven, known.sites);
  return better && better.length <= sites ? better : undefined;
}
