/** Bound of the rounding error of the plain determinant: J. R. Shewchuk, Adaptive precision floating-point arithmetic (1997), ccwerrboundA. */
const DETERMINANT_ERROR = (3 + 16 * Number.EPSILON) * (Number.EPSILON / 2);

/**
 * On which side of the line (x1,y1)→(x2,y2) a point lies: > 0 left, < 0 right, 0 exactly on the line – the sign is always the exact one
 * for the given doubles. A quick determinant where its sign is certain, else whole numbers.
 */
export function sideOfLine(x1: number, y1: number, x2: number, y2: number, px: number, py: number): number {
  const left = (x2 - x1) * (py - y1);
  const right = (y2 - y1) * (px - x1);
  const determinant = left - right;
  if (Math.abs(determinant) > DETERMINANT_ERROR * (Math.abs(left) + Math.abs(right))) return determinant;
  // A difference of doubles is zero only when they are equal, so two zero products are exact (axis-parallel edges, vertices).
  if (left === 0 && right === 0) return 0;
  return exactSide(x1, y1, x2, y2, px, py);
}

function exactSide(x1: number, y1: number, x2: number, y2: number, px: number, py: number): number {
  const [a, b, c, d, e, f] = onOneScale([x1, y1, x2, y2, px, py]) as [bigint, bigint, bigint, bigint, bigint, bigint];
  const determinant = (c - a) * (f - b) - (d - b) * (e - a);
  return determinant > 0n ? 1 : determinant < 0n ? -1 : 0;
}

/** Doubles as whole multiples of one power of two: nothing is rounded. */
function onOneScale(values: readonly number[]): bigint[] {
  const view = new DataView(new ArrayBuffer(8));
  const parts = values.map((value) => {
    view.setFloat64(0, value);
    const high = view.getUint32(0);
    const exponent = (high >>> 20) & 0x7ff;
    const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(view.getUint32(4));
    const magnitude = exponent === 0 ? fraction : fraction | (1n << 52n);
    return { magnitude: high >>> 31 ? -magnitude : magnitude, exponent: Math.max(exponent, 1) };
  });
  const smallest = Math.min(...parts.filter((part) => part.magnitude !== 0n).map((part) => part.exponent));
  return parts.map(({ magnitude, exponent }) => (magnitude === 0n ? 0n : magnitude << BigInt(exponent - smallest)));
}
