/** A quantile as a fraction of whole numbers, so that the comparison runs on the weights themselves. */
export interface QuantileFraction {
  readonly numerator: number;
  readonly denominator: number;
}

export const MEDIAN: QuantileFraction = { numerator: 1, denominator: 2 };
export const P90: QuantileFraction = { numerator: 9, denominator: 10 };

/**
 * Weighted quantiles of many groups at once (rule C5): per fraction and group the smallest value v with
 * denominator · Σ weight(≤ v) ≥ numerator · Σ weight; NaN for a group without weight. `group` has one entry per value in
 * 0 … groups−1; values whose weight is not above zero are left out, whatever their group. Values are finite.
 *
 * Without sorting everything: the values of a group fall into equally wide buckets, the weights of the buckets say in which the
 * quantile stands, and only the values of that bucket are put in order.
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  group: Int32Array,
  groups: number,
  fractions: readonly QuantileFraction[],
): Float64Array[] {
  const n = values.length;
  const buckets = 2 ** Math.min(12, Math.max(4, Math.ceil(Math.log2(n / Math.max(1, groups) + 1))));
  const lowest = new Float64Array(groups).fill(Infinity);
  const highest = new Float64Array(groups).fill(-Infinity);
  const total = new Float64Array(groups);
  for (let i = 0; i < n; i++) {
    const weight = weights[i] as number;
    if (!(weight > 0)) continue;
    const g = group[i] as number;
    const value = values[i] as number;
    total[g] = (total[g] as number) + weight;
    if (value < (lowest[g] as number)) lowest[g] = value;
    if (value > (highest[g] as number)) highest[g] = value;
  }
  const scale = highest;
  for (let g = 0; g < groups; g++) {
    const span = (highest[g] as number) - (lowest[g] as number);
    scale[g] = span > 0 ? (buckets - 1) / span : 0;
  }
  const inBucket = new Float64Array(groups * buckets);
  for (let i = 0; i < n; i++) {
    const weight = weights[i] as number;
    if (!(weight > 0)) continue;
    const g = group[i] as number;
    const b = g * buckets + ((((values[i] as number) - (lowest[g] as number)) * (scale[g] as number)) | 0);
    inBucket[b] = (inBucket[b] as number) + weight;
  }

  // Per fraction and group: the bucket of the quantile and the weight below it.
  const wanted = new Uint8Array(groups * buckets);
  const places = fractions.map(({ numerator, denominator }) => {
    const bucket = new Int32Array(groups).fill(-1);
    const below = new Float64Array(groups);
    for (let g = 0; g < groups; g++) {
      const goal = numerator * (total[g] as number);
      if (!(goal > 0)) continue;
      let sum = 0;
      let last = -1;
      for (let b = g * buckets; b < (g + 1) * buckets; b++) {
        const weight = inBucket[b] as number;
        if (weight === 0) continue;
        below[g] = sum;
        last = b;
        sum += weight;
        if (denominator * sum >= goal) break;
      }
      bucket[g] = last;
      wanted[last] = 1;
    }
    return { numerator, denominator, bucket, below };
  });

  const collected = new Map<number, number[]>();
  for (let i = 0; i < n; i++) {
    if (!((weights[i] as number) > 0)) continue;
    const g = group[i] as number;
    const b = g * buckets + ((((values[i] as number) - (lowest[g] as number)) * (scale[g] as number)) | 0);
    if (wanted[b] === 0) continue;
    const items = collected.get(b);
    if (items) items.push(i);
    else collected.set(b, [i]);
  }
  for (const items of collected.values()) items.sort((a, b) => (values[a] as number) - (values[b] as number));

  return places.map(({ numerator, denominator, bucket, below }) => {
    const result = new Float64Array(groups).fill(Number.NaN);
    for (let g = 0; g < groups; g++) {
      const goal = numerator * (total[g] as number);
      let sum = below[g] as number;
      for (const i of collected.get(bucket[g] as number) ?? []) {
        sum += weights[i] as number;
        result[g] = values[i] as number;
        if (denominator * sum >= goal) break;
      }
    }
    return result;
  });
}
