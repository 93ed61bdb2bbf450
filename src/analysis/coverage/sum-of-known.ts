/** Sum of the values that are known; NaN when none is: missing is not zero, and a city without any known value has none. */
export function sumOfKnown(values: Float64Array): number {
  let sum = Number.NaN;
  for (const value of values) if (!Number.isNaN(value)) sum = (Number.isNaN(sum) ? 0 : sum) + value;
  return sum;
}
