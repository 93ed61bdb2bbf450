/**
 * Places from the largest value down; equal values share the better place and the next one is skipped (1, 2, 2, 4).
 * @param values NaN = no value.
 * @returns place from 1; 0 without a value.
 */
export function rankValues(values: ArrayLike<number>): Uint32Array {
  const order = Array.from({ length: values.length }, (_, i) => i)
    .filter((i) => !Number.isNaN(values[i] as number))
    .sort((a, b) => (values[b] as number) - (values[a] as number));
  const ranks = new Uint32Array(values.length);
  order.forEach((index, position) => {
    const before = order[position - 1];
    const isTied = before !== undefined && values[before] === values[index];
    ranks[index] = isTied ? (ranks[before] as number) : position + 1;
  });
  return ranks;
}
