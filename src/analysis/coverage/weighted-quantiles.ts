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
 * 0 … groups−1, or is undefined where all values are one group; values whose weight is not above zero are left out, whatever their
 * group. Values are finite.
 *
 * Without sorting everything: the values of a group fall into equally wide buckets, the weights of the buckets say in which the
 * quantile stands, and only the values of that bucket are put in order.
 */
export function weightedQuantiles(
  values: Float64Array,
  weights: Float64Array,
  group: Int32Array | undefined,
  groups: number,
  fractions: readonly QuantileFraction[],
): Float64Array[] {
  const n = values.length;
  const buckets = 2 ** Math.min(11, Math.max(4, Math.round(Math.log2(n / Math.max(1, groups) + 1)) - 1));
  const spread = spreadOf(values, weights, group, groups, buckets);
  const { total } = spread;
  const inBucket = weightOfBuckets(values, weights, spread);

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

  const { starts, items } = valuesOfLists(values, weights, spread, listOf, lists);
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

/**
 * The buckets of each group: value v stands in bucket (v − lowest) · scale of the group's own. Neighbours in the arrays are mostly of one
 * group: what is known of the group of the last value stays in local variables until another one comes, here and in what reads this.
 */
interface Spread {
  readonly group: Int32Array | undefined;
  readonly groups: number;
  readonly buckets: number;
  readonly lowest: Float64Array;
  readonly scale: Float64Array;
  /** Sum of the weights. */
  readonly total: Float64Array;
}

function spreadOf(
  values: Float64Array,
  weights: Float64Array,
  group: Int32Array | undefined,
  groups: number,
  buckets: number,
): Spread {
  const lowest = new Float64Array(groups).fill(Infinity);
  const highest = new Float64Array(groups).fill(-Infinity);
  const total = new Float64Array(groups);
  let current = -1;
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] as number;
    if (!(weight > 0)) continue;
    const g = group === undefined ? 0 : (group[i] as number);
    if (g !== current) {
      if (current >= 0) {
        lowest[current] = low;
        highest[current] = high;
        total[current] = sum;
      }
      current = g;
      low = lowest[g] as number;
      high = highest[g] as number;
      sum = total[g] as number;
    }
    const value = values[i] as number;
    sum += weight;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (current >= 0) {
    lowest[current] = low;
    highest[current] = high;
    total[current] = sum;
  }
  const scale = highest;
  for (let g = 0; g < groups; g++) {
    const span = (highest[g] as number) - (lowest[g] as number);
    scale[g] = span > 0 ? (buckets - 1) / span : 0;
  }
  return { group, groups, buckets, lowest, scale, total };
}

function weightOfBuckets(values: Float64Array, weights: Float64Array, spread: Spread): Float64Array {
  const { group, groups, buckets, lowest, scale } = spread;
  const inBucket = new Float64Array(groups * buckets);
  let current = -1;
  let low = 0;
  let factor = 0;
  let first = 0;
  for (let i = 0; i < values.length; i++) {
    const weight = weights[i] as number;
    if (!(weight > 0)) continue;
    const g = group === undefined ? 0 : (group[i] as number);
    if (g !== current) {
      current = g;
      low = lowest[g] as number;
      factor = scale[g] as number;
      first = g * buckets;
    }
    const b = first + ((((values[i] as number) - low) * factor) | 0);
    inBucket[b] = (inBucket[b] as number) + weight;
  }
  return inBucket;
}

/** The values of the numbered buckets: list l holds items[starts[l]] … in ascending order of their values, equal ones as they came. */
function valuesOfLists(
  values: Float64Array,
  weights: Float64Array,
  { group, buckets, lowest, scale }: Spread,
  listOf: Int32Array,
  lists: number,
): { starts: Uint32Array; items: Uint32Array } {
  let picked = new Uint32Array(1024);
  let count = 0;
  const starts = new Uint32Array(lists + 2);
  let current = -1;
  let low = 0;
  let factor = 0;
  let first = 0;
  for (let i = 0; i < values.length; i++) {
    if (!((weights[i] as number) > 0)) continue;
    const g = group === undefined ? 0 : (group[i] as number);
    if (g !== current) {
      current = g;
      low = lowest[g] as number;
      factor = scale[g] as number;
      first = g * buckets;
    }
    const list = listOf[first + ((((values[i] as number) - low) * factor) | 0)] as number;
    if (list === 0) continue;
    if (2 * count === picked.length) picked = doubled(picked);
    picked[2 * count] = i;
    picked[2 * count + 1] = list;
    count++;
    starts[list + 1] = (starts[list + 1] as number) + 1;
  }
  for (let l = 1; l <= lists; l++) starts[l + 1] = (starts[l + 1] as number) + (starts[l] as number);
  const next = starts.slice();
  const items = new Uint32Array(count);
  for (let k = 0; k < count; k++) {
    const list = picked[2 * k + 1] as number;
    const place = next[list] as number;
    items[place] = picked[2 * k] as number;
    next[list] = place + 1;
  }
  for (let l = 1; l <= lists; l++) sortByValue(items, starts[l] as number, starts[l + 1] as number, values);
  return { starts, items };
}

function doubled(items: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * items.length);
  larger.set(items);
  return larger;
}

/** Stable. Long lists are spread over finer buckets until each is short, or of one value only. */
function sortByValue(items: Uint32Array, from: number, to: number, values: Float64Array): void {
  const n = to - from;
  if (n <= 32) {
    insertByValue(items, from, to, values);
    return;
  }
  let lowest = Infinity;
  let highest = -Infinity;
  for (let k = from; k < to; k++) {
    const value = values[items[k] as number] as number;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  if (!(highest > lowest)) return;
  const scale = (n - 1) / (highest - lowest);
  // A span so small that its buckets have no finite width.
  if (scale === Infinity) {
    items.subarray(from, to).sort((a, b) => (values[a] as number) - (values[b] as number));
    return;
  }
  const ends = new Uint32Array(n + 1);
  const bucketOf = (k: number) => ((values[items[k] as number] as number) - lowest) * scale;
  for (let k = from; k < to; k++) {
    const b = Math.floor(bucketOf(k)) + 1;
    ends[b] = (ends[b] as number) + 1;
  }
  for (let b = 1; b <= n; b++) ends[b] = (ends[b] as number) + (ends[b - 1] as number);
  const sorted = new Uint32Array(n);
  // Each start moves to the end of its bucket while it fills.
  for (let k = from; k < to; k++) {
    const b = Math.floor(bucketOf(k));
    const place = ends[b] as number;
    sorted[place] = items[k] as number;
    ends[b] = place + 1;
  }
  items.set(sorted, from);
  for (let b = 0, start = 0; b < n; b++) {
    const end = ends[b] as number;
    if (end - start > 1) sortByValue(items, from + start, from + end, values);
    start = end;
  }
}

function insertByValue(items: Uint32Array, from: number, to: number, values: Float64Array): void {
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
