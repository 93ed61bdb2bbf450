import KDBush from "kdbush";

/** Nearest item of a kdbush, by the descent that geokdbush makes, on the plane and without a queue: the nearer half first. */
export function kdbushNearest(x: Float64Array, y: Float64Array): (px: number, py: number) => number {
  const index = new KDBush(x.length);
  for (let k = 0; k < x.length; k++) index.add(x[k] as number, y[k] as number);
  index.finish();
  const { ids, coords, nodeSize } = index;
  let best = -1;
  let bestSquared = Infinity;
  const consider = (k: number, px: number, py: number): void => {
    const dx = (coords[2 * k] as number) - px;
    const dy = (coords[2 * k + 1] as number) - py;
    const squared = dx * dx + dy * dy;
    if (squared < bestSquared) {
      bestSquared = squared;
      best = ids[k] as number;
    }
  };
  const descend = (left: number, right: number, axis: 0 | 1, px: number, py: number): void => {
    if (right - left <= nodeSize) {
      for (let k = left; k <= right; k++) consider(k, px, py);
      return;
    }
    const middle = (left + right) >> 1;
    consider(middle, px, py);
    const offset = (axis === 0 ? px : py) - (coords[2 * middle + axis] as number);
    const next = axis === 0 ? 1 : 0;
    if (offset < 0) descend(left, middle - 1, next, px, py);
    else descend(middle + 1, right, next, px, py);
    if (offset * offset > bestSquared) return;
    if (offset < 0) descend(middle + 1, right, next, px, py);
    else descend(left, middle - 1, next, px, py);
  };
  return (px, py) => {
    best = -1;
    bestSquared = Infinity;
    descend(0, ids.length - 1, 0, px, py);
    return best;
  };
}
