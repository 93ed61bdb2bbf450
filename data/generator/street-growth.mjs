import { LAND_USES, QUARTIERE } from "./city-plan.mjs";
import { createDirectionField } from "./direction-field.mjs";
import { joinLooseEnds } from "./loose-ends.mjs";
import { crossSegments, distance, lineLength, nearestOnSegment, simplifyLine, snap } from "./plane.mjs";
import { createRandom } from "./seeded-random.mjs";
import { SegmentIndex } from "./segment-index.mjs";

const STEP = 13;
const URBAN = ["altstadt", "gruenderzeit", "zeilen", "grosssiedlung", "neubau", "einfamilien", "dorf", "gewerbe"];
const isUrban = (use) => URBAN.includes(use);

/** Asks the land once per 20-m square. */
function rememberLandUse(land) {
  const memory = new Map();
  return (x, y) => {
    const key = (Math.round(x / 20) + 1000) * 4000 + Math.round(y / 20) + 1000;
    let use = memory.get(key);
    if (use === undefined) {
      use = land.landUseAt(Math.round(x / 20) * 20, Math.round(y / 20) * 20);
      memory.set(key, use);
    }
    return use;
  };
}

/**
 * Grows the streets between the main lines: evenly spaced lines along and across the direction field, which stop where
 * they meet what they must not cross. After Jobard & Lefer (1997) and Chen et al. (2008), "Interactive procedural
 * street modeling". Returns the lines and the index of all.
 */
export function growStreets(land, mainLines) {
  const random = createRandom(land.seed, "streets");
  const index = new SegmentIndex(80);
  for (const line of mainLines) if (line.class !== "divider") index.addLine(line.points, line);
  const border = { class: "border", barrier: true, points: [...land.border, land.border[0]] };
  index.addLine(border.points, border);
  const landUseAt = rememberLandUse(land);
  const directionAt = createDirectionField(land, landUseAt, index);
  const wet = (x, y) => land.lakeAt(x, y) > -14 || land.riverDistance(x, y) < 12;
  const lines = [];

  const spacingAt = (use, family) => LAND_USES[use].spacing[family];

  /** Does a line of the same direction already run too near? */
  const crowded = (p, t, limit) => {
    for (const { a, b, owner } of index.near(p, limit)) {
      if (owner.class === "border") continue;
      const near = nearestOnSegment(p, a, b);
      if (near.distance >= limit) continue;
      const length = distance(a, b) || 1;
      const cos = Math.abs(((b[0] - a[0]) * t[0] + (b[1] - a[1]) * t[1]) / length);
      if (cos > 0.77 || near.distance < 6) return true;
    }
    return false;
  };

  const firstHit = (p, q) => {
    let best;
    for (const { a, b, owner } of index.inBox(
      Math.min(p[0], q[0]),
      Math.min(p[1], q[1]),
      Math.max(p[0], q[0]),
      Math.max(p[1], q[1]),
    )) {
      const hit = crossSegments(p, q, a, b);
      if (!hit || hit.t < 1e-6) continue;
      if (!best || hit.t < best.t) {
        const length = distance(a, b) || 1;
        best = { t: hit.t, point: hit.point, owner, a, b, along: [(b[0] - a[0]) / length, (b[1] - a[1]) / length] };
      }
    }
    return best;
  };

  const trace = (seed, family, sign, allowed, rural) => {
    const points = [];
    let p = seed;
    let t = directionAt(p[0], p[1], family);
    t = [t[0] * sign, t[1] * sign];
    const limitLength = rural ? 2400 : 1300;
    for (let i = 0; i * STEP < limitLength; i += 1) {
      let d = directionAt(p[0] + (t[0] * STEP) / 2, p[1] + (t[1] * STEP) / 2, family);
      if (d[0] * t[0] + d[1] * t[1] < 0) d = [-d[0], -d[1]];
      if (d[0] * t[0] + d[1] * t[1] < 0.3) return { points, end: "dangling", t };
      const q = [snap(p[0] + d[0] * STEP), snap(p[1] + d[1] * STEP)];
      const hit = firstHit(p, q);
      if (hit) {
        const cos = Math.abs(hit.along[0] * d[0] + hit.along[1] * d[1]);
        const point = [snap(hit.point[0]), snap(hit.point[1])];
        if (hit.owner.class === "border") {
          points.push(point);
          return { points, end: "joined", t: d };
        }
        if (hit.owner.barrier) return { points, end: "barrier", t: d };
        const mayCross =
          cos < 0.6 &&
          (!hit.owner.main || hit.owner.class === "path" || random.chance(0.6)) &&
          (rural ? hit.owner.rural === true : hit.owner.class !== "path");
        if (!mayCross) {
          // a little short of a joint that already exists: take the joint itself
          for (const end of [hit.a, hit.b])
            if (distance(end, point) < 9) return { points: [...points, end], end: "joined", t: d };
          points.push(point);
          return { points, end: "joined", t: d };
        }
      }
      const use = landUseAt(q[0], q[1]);
      if (!allowed(use)) return { points, end: "edge", t: d };
      if (wet(q[0], q[1])) return { points, end: "barrier", t: d };
      if (crowded(q, d, spacingAt(use, family) * (rural ? 0.33 : 0.55))) return { points, end: "dangling", t: d };
      for (let k = 0; k < points.length - 9; k += 3)
        if (distance(points[k], q) < spacingAt(use, family) * 0.5) return { points, end: "dangling", t: d };
      points.push(q);
      p = q;
      t = d;
    }
    return { points, end: "dangling", t };
  };

  /** A loose end looks ahead for a street to join. */
  const reachOn = (from, t, far) => {
    const target = [from[0] + t[0] * far, from[1] + t[1] * far];
    const hit = firstHit(from, target);
    if (!hit || hit.owner.barrier) return undefined;
    for (let k = 1; k <= 16; k += 1) {
      const share = k / 16;
      if (wet(from[0] + (hit.point[0] - from[0]) * share, from[1] + (hit.point[1] - from[1]) * share)) return undefined;
    }
    for (const end of [hit.a, hit.b]) if (distance(end, hit.point) < 9) return end;
    return [snap(hit.point[0]), snap(hit.point[1])];
  };

  const grow = (uses, seeds, rural, lineClass) => {
    const allowed = rural ? (use) => uses.includes(use) : isUrban;
    const queue = [...seeds];
    for (let head = 0; head < queue.length; head += 1) {
      const [x, y, family] = queue[head];
      const use = landUseAt(x, y);
      if (!uses.includes(use) || !land.isInside(x, y) || wet(x, y)) continue;
      const spacing = spacingAt(use, family);
      const t = directionAt(x, y, family);
      if (crowded([x, y], t, spacing * 0.86)) continue;
      const start = [snap(x), snap(y)];
      const forward = trace(start, family, 1, allowed, rural);
      const backward = trace(start, family, -1, allowed, rural);
      const far = rural ? 620 : Math.min(150, spacing * 0.95);
      if (forward.end !== "joined" && forward.end !== "barrier") {
        const joint = reachOn(forward.points.at(-1) ?? start, forward.t, far);
        if (joint) forward.points.push(joint);
      }
      if (backward.end !== "joined" && backward.end !== "barrier") {
        const joint = reachOn(backward.points.at(-1) ?? start, backward.t, far);
        if (joint) backward.points.push(joint);
      }
      const raw = [...backward.points.reverse(), start, ...forward.points];
      if (lineLength(raw) < (rural ? 200 : 55)) continue;
      const line = { class: lineClass(use), use, family, rural, points: simplifyLine(raw, rural ? 1.5 : 0.9) };
      lines.push(line);
      index.addLine(line.points, line);
      const every = Math.max(2, Math.round(spacingAt(use, 1 - family) / STEP / 2));
      for (let i = 0; i < raw.length; i += every) {
        const d = directionAt(raw[i][0], raw[i][1], family);
        for (const side of [1, -1]) {
          const jitter = random.between(0.93, 1.12) * spacing * side;
          queue.push([raw[i][0] - d[1] * jitter, raw[i][1] + d[0] * jitter, family]);
        }
        queue.push([raw[i][0], raw[i][1], 1 - family]);
      }
    }
  };

  const scatter = (uses, boxes, step) => {
    const seeds = [];
    for (const [cx, cy, r] of boxes) {
      for (let x = cx - r; x <= cx + r; x += step) {
        for (let y = cy - r; y <= cy + r; y += step) {
          const px = x + random.between(-0.4, 0.4) * step;
          const py = y + random.between(-0.4, 0.4) * step;
          if (uses.includes(landUseAt(px, py))) seeds.push([px, py, 0], [px + 9, py - 7, 1]);
        }
      }
    }
    return random.shuffle(seeds);
  };
  const whole = [[0, 0, 6100]];
  const alongMainLines = (uses) => {
    const seeds = [];
    for (const line of mainLines.filter((l) => !["motorway", "river", "divider"].includes(l.class))) {
      for (let i = 0; i < line.points.length; i += 2) {
        const [x, y] = line.points[i];
        const d = directionAt(x, y, 0);
        const use = landUseAt(x, y);
        if (!uses.includes(use)) continue;
        for (const side of [1, -1]) {
          const s = spacingAt(use, 0) * side;
          seeds.push([x - d[1] * s, y + d[0] * s, 0], [x + d[0] * 20, y + d[1] * 20, 1]);
        }
      }
    }
    return seeds;
  };

  for (const uses of [
    ["altstadt"],
    ["gruenderzeit"],
    ["zeilen", "neubau"],
    ["grosssiedlung"],
    ["einfamilien", "dorf"],
    ["gewerbe"],
  ]) {
    const boxes = QUARTIERE.filter((q) => uses.includes(q.use)).map((q) => [q.x, q.y, q.radius * 1.2]);
    grow(uses, [...alongMainLines(uses), ...scatter(uses, boxes, 90)], false, () => "street");
    grow(uses, scatter(uses, whole, 130), false, () => "street");
  }
  joinLooseEnds(land, lines, index);
  grow(["gruen"], scatter(["gruen"], whole, 110), true, () => "path");
  grow(
    ["wald", "feld"],
    [...alongMainLines(["wald", "feld"]), ...scatter(["wald", "feld"], whole, 240)],
    true,
    (use) => (use === "feld" && random.chance(0.3) ? "ditch" : "path"),
  );
  joinLooseEnds(land, lines, index);
  return { lines, border, landUseAt };
}
