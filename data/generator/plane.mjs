/** Plane geometry on points `[x, y]` in metres. */

/** Rounds to the decimetre, the grid on which the whole city is drawn. */
export const snap = (value) => Math.round(value * 10) / 10;

export const distance = (a, b) => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);

export function lineLength(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i += 1) sum += distance(points[i - 1], points[i]);
  return sum;
}

/** Nearest point of a segment to `p`: where along it (0–1), and how far away. */
export function nearestOnSegment(p, a, b) {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const raw = squared === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared;
  const along = Math.min(1, Math.max(0, raw));
  const point = [a[0] + dx * along, a[1] + dy * along];
  return { along, point, distance: distance(p, point) };
}

export function distanceToLine(p, points) {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < points.length; i += 1) {
    best = Math.min(best, nearestOnSegment(p, points[i - 1], points[i]).distance);
  }
  return best;
}

/** Where two segments cross (0–1 along each), or undefined. */
export function crossSegments(a, b, c, d) {
  const rx = b[0] - a[0];
  const ry = b[1] - a[1];
  const sx = d[0] - c[0];
  const sy = d[1] - c[1];
  const denominator = rx * sy - ry * sx;
  if (denominator === 0) return undefined;
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / denominator;
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / denominator;
  if (t < 0 || t > 1 || u < 0 || u > 1) return undefined;
  return { t, u, point: [a[0] + rx * t, a[1] + ry * t] };
}

/** A smooth curve (Catmull-Rom) through control points, as points about `step` metres apart. */
export function smoothLine(control, step = 30, closed = false) {
  const n = control.length;
  const at = (i) => (closed ? control[(i + n) % n] : control[Math.max(0, Math.min(n - 1, i))]);
  const result = [];
  const spans = closed ? n : n - 1;
  for (let i = 0; i < spans; i += 1) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    const pieces = Math.max(1, Math.round(distance(p1, p2) / step));
    for (let k = 0; k < pieces; k += 1) {
      const t = k / pieces;
      result.push(
        [0, 1].map((axis) => {
          const [a, b, c, d] = [p0[axis], p1[axis], p2[axis], p3[axis]];
          return (
            0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t)
          );
        }),
      );
    }
  }
  if (!closed) result.push([...control[n - 1]]);
  return result;
}

/** Leaves out points that lie within `tolerance` metres of the line without them (Douglas-Peucker). */
export function simplifyLine(points, tolerance) {
  if (points.length < 3) return points;
  const keep = new Uint8Array(points.length);
  keep[0] = 1;
  keep[points.length - 1] = 1;
  const stack = [[0, points.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    let worst = tolerance;
    let index = -1;
    for (let i = from + 1; i < to; i += 1) {
      const d = nearestOnSegment(points[i], points[from], points[to]).distance;
      if (d > worst) {
        worst = d;
        index = i;
      }
    }
    if (index > 0) {
      keep[index] = 1;
      stack.push([from, index], [index, to]);
    }
  }
  return points.filter((_, i) => keep[i] === 1);
}

/** Signed area of a ring (closed or not); positive when it turns to the left. */
export function ringArea(ring) {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i];
    const b = ring[(i + 1) % ring.length];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
}

export function pointInRing(p, ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i];
    const b = ring[j];
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
}

/** A line beside a line, `offset` metres to its left. */
export function offsetLine(points, offset) {
  return points.map((p, i) => {
    const a = points[Math.max(0, i - 1)];
    const b = points[Math.min(points.length - 1, i + 1)];
    const length = distance(a, b) || 1;
    const shift = typeof offset === "function" ? offset(p, i) : offset;
    return [p[0] - ((b[1] - a[1]) / length) * shift, p[1] + ((b[0] - a[0]) / length) * shift];
  });
}
