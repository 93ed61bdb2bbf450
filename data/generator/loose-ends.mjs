import { crossSegments, distance, nearestOnSegment, snap } from "./plane.mjs";

/** How far a loose end may look for a street to join, in metres. */
const FAR = { street: 175, path: 640, ditch: 640 };

/**
 * Leads the loose ends of grown lines on to a line nearby, rather ahead than aside, never across another line.
 * Changes the lines in place and adds the new pieces to the index.
 */
export function joinLooseEnds(land, lines, index) {
  const blocked = (from, to, target) => {
    const box = [
      Math.min(from[0], to[0]),
      Math.min(from[1], to[1]),
      Math.max(from[0], to[0]),
      Math.max(from[1], to[1]),
    ];
    for (const other of index.inBox(...box)) {
      if (other === target) continue;
      const hit = crossSegments(from, to, other.a, other.b);
      if (!hit) continue;
      if (hit.t * distance(from, to) > 1 && (1 - hit.t) * distance(from, to) > 1) return true;
    }
    const samples = Math.max(8, Math.ceil(distance(from, to) / 12));
    for (let k = 1; k < samples; k += 1) {
      const x = from[0] + ((to[0] - from[0]) * k) / samples;
      const y = from[1] + ((to[1] - from[1]) * k) / samples;
      if (land.lakeAt(x, y) > -8 || land.riverDistance(x, y) < 6) return true;
    }
    return false;
  };

  const isLoose = (point, line) =>
    index.near(point, 1).every(({ a, b, owner }) => owner === line || nearestOnSegment(point, a, b).distance > 0.6);

  let joined = 0;
  for (const line of lines) {
    for (const first of [true, false]) {
      const points = line.points;
      const end = first ? points[0] : points.at(-1);
      const before = first ? points[1] : points.at(-2);
      if (!isLoose(end, line)) continue;
      const length = distance(before, end) || 1;
      const ahead = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
      const reach = line.rural ? FAR.path : FAR[line.class];
      let best;
      const candidates = [];
      for (const segment of index.near(end, reach)) {
        const { a, b, owner } = segment;
        if (owner === line || (owner.barrier && owner.class !== "border") || (owner.class === "border" && !line.rural))
          continue;
        for (const point of [nearestOnSegment(end, a, b).point, a, b]) {
          const d = distance(end, point);
          if (d > reach || d < 4) continue;
          const cos = ((point[0] - end[0]) * ahead[0] + (point[1] - end[1]) * ahead[1]) / d;
          if (cos < 0.1) continue;
          candidates.push({ segment, point: [snap(point[0]), snap(point[1])], cost: d * (2.1 - cos) });
        }
      }
      candidates.sort((p, q) => p.cost - q.cost);
      for (const candidate of candidates.slice(0, 10)) {
        if (!blocked(end, candidate.point, candidate.segment)) {
          best = candidate;
          break;
        }
      }
      if (!best) continue;
      index.add(end, best.point, line);
      if (first) points.unshift(best.point);
      else points.push(best.point);
      joined += 1;
    }
  }
  return joined;
}
