import { pointInRing, ringArea, simplifyLine, snap } from "./plane.mjs";

/**
 * Outlines of the places where a sampled field is above zero (marching squares with interpolation).
 * `grid`: `{ size, cell, origin, at(ix, iy) }` with samples at origin + index × cell. Gives polygons, outer ring first.
 */
export function outlinePolygons(grid, { tolerance = 3, minimumArea = 800 } = {}) {
  const { size, cell, origin, at } = grid;
  const value = (ix, iy) => (ix <= 0 || iy <= 0 || ix >= size - 1 || iy >= size - 1 ? -1 : at(ix, iy));
  // a point of the outline lies on a grid edge: named by the edge, so that neighbours agree
  const pointOn = (ix, iy, vertical) => {
    const a = value(ix, iy);
    const b = vertical ? value(ix, iy + 1) : value(ix + 1, iy);
    const t = Math.min(0.95, Math.max(0.05, a / (a - b)));
    const x = origin + (ix + (vertical ? 0 : t)) * cell;
    const y = origin + (iy + (vertical ? t : 0)) * cell;
    return [snap(x), snap(y)];
  };
  const key = (ix, iy, vertical) => (iy * size + ix) * 2 + (vertical ? 1 : 0);
  const points = new Map();
  const following = new Map();
  for (let iy = 0; iy < size - 1; iy += 1) {
    for (let ix = 0; ix < size - 1; ix += 1) {
      const corners =
        (value(ix, iy) > 0 ? 1 : 0) |
        (value(ix + 1, iy) > 0 ? 2 : 0) |
        (value(ix + 1, iy + 1) > 0 ? 4 : 0) |
        (value(ix, iy + 1) > 0 ? 8 : 0);
      if (corners === 0 || corners === 15) continue;
      const bottom = [ix, iy, false];
      const right = [ix + 1, iy, true];
      const top = [ix, iy + 1, false];
      const left = [ix, iy, true];
      const link = (from, to) => {
        for (const end of [from, to]) if (!points.has(key(...end))) points.set(key(...end), pointOn(...end));
        following.set(key(...from), key(...to));
      };
      // inside stays to the left of the line
      if (corners === 1) link(bottom, left);
      else if (corners === 2) link(right, bottom);
      else if (corners === 3) link(right, left);
      else if (corners === 4) link(top, right);
      else if (corners === 5) {
        link(bottom, left);
        link(top, right);
      } else if (corners === 6) link(top, bottom);
      else if (corners === 7) link(top, left);
      else if (corners === 8) link(left, top);
      else if (corners === 9) link(bottom, top);
      else if (corners === 10) {
        link(right, bottom);
        link(left, top);
      } else if (corners === 11) link(right, top);
      else if (corners === 12) link(left, right);
      else if (corners === 13) link(bottom, right);
      else link(left, bottom);
    }
  }
  const rings = [];
  const seen = new Set();
  for (const start of following.keys()) {
    if (seen.has(start)) continue;
    const ring = [];
    let at = start;
    while (!seen.has(at)) {
      seen.add(at);
      ring.push(points.get(at));
      at = following.get(at);
    }
    if (Math.abs(ringArea(ring)) < minimumArea) continue;
    // simplify in two halves, so that the start of the ring is not special
    const half = ring.length >> 1;
    const slim = [
      ...simplifyLine(ring.slice(0, half + 1), tolerance),
      ...simplifyLine([...ring.slice(half), ring[0]], tolerance).slice(1),
    ];
    if (slim.length >= 4) rings.push(slim);
  }
  const outer = rings.filter((ring) => ringArea(ring) > 0).map((ring) => ({ ring, area: ringArea(ring), holes: [] }));
  outer.sort((a, b) => a.area - b.area);
  for (const hole of rings.filter((ring) => ringArea(ring) < 0))
    outer.find(({ ring }) => pointInRing(hole[0], ring))?.holes.push(hole);
  return outer.reverse().map(({ ring, holes }) => [ring, ...holes]);
}
