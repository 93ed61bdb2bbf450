import { NO_CLASS } from "./classify-values.ts";

/**
 * Goodness of variance fit (Jenks & Caspall 1971): 1 − Σ squared deviations from the means of the classes ÷ Σ squared deviations from
 * the mean of all. 1 = the classes say everything, 0 = nothing.
 * @param values NaN = no value.
 * @param classes index per value, as of `classifyValues`.
 * @returns undefined without values; 1 when all values are the same.
 */
export function goodnessOfFit(values: ArrayLike<number>, classes: Uint8Array): number | undefined {
  const sums = new Map<number, { n: number; mean: number; squares: number }>();
  const all = { n: 0, mean: 0, squares: 0 };
  for (let i = 0; i < values.length; i++) {
    const index = classes[i] as number;
    if (index === NO_CLASS) continue;
    let one = sums.get(index);
    if (!one) {
      one = { n: 0, mean: 0, squares: 0 };
      sums.set(index, one);
    }
    add(one, values[i] as number);
    add(all, values[i] as number);
  }
  if (all.n === 0) return undefined;
  if (all.squares === 0) return 1;
  let within = 0;
  for (const { squares } of sums.values()) within += squares;
  return Math.max(0, 1 - within / all.squares);
}

/** Welford's update: no difference of large sums. */
function add(sum: { n: number; mean: number; squares: number }, value: number): void {
  sum.n++;
  const delta = value - sum.mean;
  sum.mean += delta / sum.n;
  sum.squares += delta * (value - sum.mean);
}
