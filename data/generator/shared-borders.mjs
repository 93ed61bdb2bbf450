import { distance, simplifyLine } from "./plane.mjs";

const keyOf = ([x, y]) => `${x},${y}`;

/**
 * Simplifies areas that share borders so that they still share them: every stretch between two points where three
 * areas (or two and the outside) meet is simplified once, in the same direction for both sides.
 */
export function simplifyShared(areas, tolerance) {
  const rings = areas.flatMap(({ polygons }) => polygons.flat()).map((ring) => ring.slice(0, -1));
  const neighbours = new Map();
  const note = (point, other) => {
    const key = keyOf(point);
    const set = neighbours.get(key) ?? neighbours.set(key, new Set()).get(key);
    set.add(keyOf(other));
  };
  for (const ring of rings) {
    ring.forEach((point, i) => {
      note(point, ring[(i + 1) % ring.length]);
      note(point, ring[(i + ring.length - 1) % ring.length]);
    });
  }
  const isJoint = (point) => neighbours.get(keyOf(point)).size > 2;
  const stretch = (points) => {
    const [a, b] = [keyOf(points[0]), keyOf(points.at(-1))];
    const forward = a < b || (a === b && keyOf(points[1]) < keyOf(points.at(-2)));
    const line = forward ? points : [...points].reverse();
    const slim = simplifyLine(line, tolerance);
    return forward ? slim : [...slim].reverse();
  };
  const simplifyRing = (closed) => {
    const ring = closed.slice(0, -1);
    const first = ring.findIndex(isJoint);
    // a ring without joints is split at its smallest point and the point farthest from it, whichever way it runs
    const smallest = ring.reduce((best, p, i) => (keyOf(p) < keyOf(ring[best]) ? i : best), 0);
    const start = first >= 0 ? first : smallest;
    const turned = [...ring.slice(start), ...ring.slice(0, start)];
    const far = turned.reduce(
      (best, p, i) => (distance(p, turned[0]) > distance(turned[best], turned[0]) ? i : best),
      0,
    );
    const cuts = first >= 0 ? turned.map((p, i) => (isJoint(p) ? i : -1)).filter((i) => i >= 0) : [0, far];
    const looped = [...turned, turned[0]];
    const result = [];
    cuts.forEach((from, i) => {
      const to = cuts[i + 1] ?? turned.length;
      const part = looped.slice(from, to + 1);
      result.push(...stretch(part).slice(0, -1));
    });
    return [...result, result[0]];
  };
  return areas.map((area) => ({
    ...area,
    polygons: area.polygons
      .map((polygon) => polygon.map(simplifyRing).filter((ring) => ring.length > 3))
      .filter((polygon) => polygon.length > 0),
  }));
}
