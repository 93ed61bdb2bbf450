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
  const buckets = 2 ** Math.min(11, Math.max(4, Math.round(Math.log2(n / Math.max(1, groups) + 1)) - 1));
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
  const bucketOf = new Int32Array(n).fill(-1);
  const inBucket = new Float64Array(groups * buckets);
  for (let i = 0; i < n; i++) {
    const weight = weights[i] as number;
    if (!(weight > 0)) continue;
    const g = group[i] as number;
    const b = g * buckets + ((((values[i] as number) - (lowest[g] as number)) * (scale[g] as number)) | 0);
    bucketOf[i] = b;
    inBucket[b] = (inBucket[b] as number) + weight;
  }

  // Per fraction and group: the bucket of the quantile and the weight below it; `listOf` numbers these buckets from 1.
  const listOf = new Int32Array(groups * buckets);
  let lists = 0;
  const places = fractions.map(({ numerator, denominator }) => {
    const list = new Int32Array(groups);
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
      if (listOf[last] === 0) listOf[last] = ++lists;
      list[g] = listOf[last] as number;
    }
    return { numerator, denominator, list, below };
  });

  const { starts, items } = valuesOfLists(values, bucketOf, listOf, lists);
  return places.map(({ numerator, denominator, list, below }) => {
    const result = new Float64Array(groups).fill(Number.NaN);
    for (let g = 0; g < groups; g++) {
      const number = list[g] as number;
      if (number === 0) continue;
      const goal = numerator * (total[g] as number);
      let sum = below[g] as number;
      for (let k = starts[number] as number; k < (starts[number + 1] as number); k++) {
        const i = items[k] as number;
        sum += weights[i] as number;
        result[g] = values[i] as number;
        if (denominator * sum >= goal) break;
      }
    }
    return result;
  });
}

/** The values of the numbered buckets: list l holds items[starts[l]] … in ascending order of their values. */
function valuesOfLists(
  values: Float64Array,
  bucketOf: Int32Array,
  listOf: Int32Array,
  lists: number,
): { starts: Uint32Array; items: Uint32Array } {
  const picked: number[] = [];
  const starts = new Uint32Array(lists + 2);
  for (let i = 0; i < bucketOf.length; i++) {
    const b = bucketOf[i] as number;
    if (b < 0) continue;
    const list = listOf[b] as number;
    if (list === 0) continue;
    picked.push(i);
    starts[list + 1] = (starts[list + 1] as number) + 1;
  }
  for (let l = 1; l <= lists; l++) starts[l + 1] = (starts[l + 1] as number) + (starts[l] as number);
  const next = starts.slice();
  const items = new Uint32Array(picked.length);
  for (const i of picked) {
    const list = listOf[bucketOf[i] as number] as number;
    const place = next[list] as number;
    items[place] = i;
    next[list] = place + 1;
  }
  for (let l = 1; l <= lists; l++) sortByValue(items, starts[l] as number, starts[l + 1] as number, values);
  return { starts, items };
}

function sortByValue(items: Uint32Array, from: number, to: number, values: Float64Array): void {
  if (to - from > 32) {
    items.subarray(from, to).sort((a, b) => (values[a] as number) - (values[b] as number));
    return;
  }
  for (let k = from + 1; k < to; k++) {
    const item = items[k] as number;
    const value = values[item] as number;
    let hole = k;
    while (hole > from && (values[items[hole - 1] as number] as number) > value) {
      items[hole] = items[hole - 1] as number;
      hole--;
    }
    items[hole] = item;
  }
}
