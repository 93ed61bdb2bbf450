/**
 * The number with the fewest decimals (or the most zeros) that parts two neighbouring values: above `low`, not above `high`, as near
 * to `exact` as its digits allow and not farther from it than `tolerance`.
 * @returns `exact` itself, or `high` where `exact` parts nothing, when no rounder number does.
 */
export function roundBreak(low: number, high: number, exact: number, tolerance: number): number {
  const parts = (value: number) => value > low && value <= high;
  const magnitude = Math.max(Math.abs(low), Math.abs(high));
  const first = magnitude === 0 ? 0 : Math.floor(Math.log10(magnitude)) + 1;
  for (let exponent = first; exponent > first - 17; exponent--) {
    const below = floorTo(exact, exponent);
    const candidates = [below, floorTo(exact, exponent, 1)]
      .filter((value) => parts(value) && Math.abs(value - exact) <= tolerance)
      .sort((a, b) => Math.abs(a - exact) - Math.abs(b - exact));
    if (candidates[0] !== undefined) return candidates[0];
  }
  return parts(exact) ? exact : high;
}

/** Multiple of 10^exponent at or below the value, or the `steps`-th after it; written in decimal so that 0.3 stays 0.3. */
function floorTo(value: number, exponent: number, steps = 0): number {
  if (exponent >= 0) {
    const step = 10 ** exponent;
    return (Math.floor(value / step) + steps) * step;
  }
  const scale = 10 ** -exponent;
  return Number(((Math.floor(value * scale) + steps) / scale).toFixed(Math.min(100, -exponent)));
}
