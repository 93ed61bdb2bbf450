import type { Benefits } from "../../../src/analysis/siting/benefits.ts";

/* Benefits from a full table of ways, ways[j][i] from candidate j to point i: small cases, and published ones that come as tables. */

/** Who is within the reach of each candidate. */
export function reachedBy(ways: readonly (readonly number[])[], weight: readonly number[], reach: number): Benefits {
  const lists = ways.map((row) => row.flatMap((metres, i) => (metres <= reach ? [i] : [])));
  return { points: weight.length, weight: Float64Array.from(weight), ...rowsOf(lists) };
}

/** What each candidate saves against `before[i]`. */
export function savedBy(
  ways: readonly (readonly number[])[],
  weight: readonly number[],
  before: readonly number[],
): Benefits {
  const saved = (row: readonly number[], i: number) => (weight[i] ?? 0) * ((before[i] ?? 0) - (row[i] ?? 0));
  const lists = ways.map((row) => row.flatMap((_, i) => (saved(row, i) > 0 ? [i] : [])));
  const value = Float64Array.from(lists.flatMap((list, j) => list.map((i) => saved(ways[j] ?? [], i))));
  return { points: weight.length, weight: Float64Array.from(weight), value, ...rowsOf(lists) };
}

/** The longest way of each point: what it has before the first site is chosen. */
export function longestWays(ways: readonly (readonly number[])[]): number[] {
  return (ways[0] ?? []).map((_, i) => Math.max(...ways.map((row) => row[i] ?? 0)));
}

function rowsOf(lists: readonly (readonly number[])[]) {
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach((list, j) => {
    starts[j + 1] = (starts[j] as number) + list.length;
  });
  return { starts, point: Uint32Array.from(lists.flat()) };
}

/** Σ over points of the best value among the sites, by the definition. */
export function worthOf(benefits: Benefits, sites: readonly number[]): number {
  const best = new Float64Array(benefits.points);
  for (const j of sites) {
    for (let e = benefits.starts[j] as number; e < (benefits.starts[j + 1] as number); e++) {
      const i = benefits.point[e] as number;
      best[i] = Math.max(best[i] as number, (benefits.value ? benefits.value[e] : benefits.weight[i]) as number);
    }
  }
  return best.reduce((sum, worth) => sum + worth, 0);
}

/** All subsets of 0 … n−1 with up to k members. */
export function* subsets(n: number, k: number, from = 0): Generator<number[]> {
  yield [];
  if (k === 0) return;
  for (let first = from; first < n; first++) for (const rest of subsets(n, k - 1, first + 1)) yield [first, ...rest];
}
