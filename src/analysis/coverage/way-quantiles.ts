import { MEDIAN, P90, weightedQuantiles } from "./weighted-quantiles.ts";

/**
 * Median and 90 % value of ways, weighted, per group (rule C5): arrays as in `weightedQuantiles`, metres. Ways may be Infinity – there is
 * none – and rank behind the longest; where the quantile falls on them there is no value (NaN). Ways of NaN are unknown and left out.
 */
export function wayQuantiles(
  distance: Float64Array,
  weight: Float64Array,
  group: Int32Array | undefined,
  groups: number,
): Float64Array[] {
  let longest = 0;
  let whole = true;
  for (let i = 0; i < distance.length; i++) {
    if (!((weight[i] as number) > 0)) continue;
    const metres = distance[i] as number;
    if (!Number.isFinite(metres)) whole = false;
    else if (metres > longest) longest = metres;
  }
  if (whole) return weightedQuantiles(distance, weight, group, groups, [MEDIAN, P90]);
  const beyond = longest + 1;
  const ranked = distance.map((metres) => (metres === Infinity ? beyond : metres));
  const known = weight.map((own, i) => (Number.isNaN(distance[i]) ? 0 : own));
  const quantiles = weightedQuantiles(ranked, known, group, groups, [MEDIAN, P90]);
  return quantiles.map((values) => values.map((metres) => (metres > longest ? Number.NaN : metres)));
}
