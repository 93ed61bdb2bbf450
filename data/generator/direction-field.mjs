import { LAND_USES } from "./city-plan.mjs";
import { distance, nearestOnSegment } from "./plane.mjs";
import { createRandom } from "./seeded-random.mjs";
import { noiseAt } from "./smooth-noise.mjs";

const REACH = 480;
const WEIGHTS = {
  river: 1.3,
  rail: 0.9,
  motorway: 0.8,
  primary: 1.1,
  secondary: 1.1,
  tertiary: 1,
  street: 0.5,
  path: 0.2,
  steps: 0,
};

/**
 * The direction in which streets run at a point: along the main lines nearby, radially in the old centre, along a grid
 * of its own in each Quartier, more or less winding. Directions are kept at the double angle, where a line and its
 * reverse are the same, so that they can be averaged.
 */
export function createDirectionField(land, landUseAt, index) {
  const grids = new Map();
  const gridOf = (settlement) => {
    const key = `${settlement.x},${settlement.y}`;
    if (!grids.has(key)) {
      const random = createRandom(land.seed, `grid ${key}`);
      const c = random.between(-1, 1);
      const s = random.between(-1, 1);
      const length = Math.sqrt(c * c + s * s) || 1;
      grids.set(key, [c / length, s / length]);
    }
    return grids.get(key);
  };
  const cache = new Map();

  const doubleAngle = (x, y) => {
    let c = 0;
    let s = 0;
    for (const { a, b, owner } of index.near([x, y], REACH)) {
      const weight = WEIGHTS[owner.class] ?? 0;
      if (weight === 0) continue;
      const d = nearestOnSegment([x, y], a, b).distance;
      if (d >= REACH) continue;
      const dx = b[0] - a[0];
      const dy = b[1] - a[1];
      const length = distance(a, b) || 1;
      const w = (weight * length * (1 - d / REACH) ** 3) / 60;
      c += (w * (dx * dx - dy * dy)) / (length * length);
      s += (w * 2 * dx * dy) / (length * length);
    }
    const settlement = land.settlementAt(x, y);
    if (settlement) {
      const [gc, gs] = gridOf(settlement);
      c += 0.7 * gc;
      s += 0.7 * gs;
    }
    const fromCentre = Math.sqrt(x * x + y * y);
    if (fromCentre < 520 && fromCentre > 1) {
      const w = 5 * (1 - fromCentre / 520);
      c += (w * (x * x - y * y)) / (fromCentre * fromCentre);
      s += (w * 2 * x * y) / (fromCentre * fromCentre);
    }
    c += 0.25 * noiseAt(land.seed + 20, x, y, 1500);
    s += 0.25 * noiseAt(land.seed + 21, x, y, 1500);
    let length = Math.sqrt(c * c + s * s) || 1;
    c /= length;
    s /= length;
    const wander =
      LAND_USES[landUseAt(x, y)].wander *
      1.5 *
      (0.65 * noiseAt(land.seed + 22, x, y, 420) + 0.35 * noiseAt(land.seed + 23, x, y, 170));
    length = Math.sqrt(1 + wander * wander);
    return [(c - s * wander) / length, (s + c * wander) / length];
  };

  const lattice = (ix, iy) => {
    const key = (ix + 500) * 1000 + iy + 500;
    let value = cache.get(key);
    if (!value) {
      value = doubleAngle(ix * 40, iy * 40);
      cache.set(key, value);
    }
    return value;
  };

  /** Unit vector along the streets of one family (0) or across (1). */
  return (x, y, family) => {
    const ix = Math.floor(x / 40);
    const iy = Math.floor(y / 40);
    const fx = x / 40 - ix;
    const fy = y / 40 - iy;
    const corners = [lattice(ix, iy), lattice(ix + 1, iy), lattice(ix, iy + 1), lattice(ix + 1, iy + 1)];
    const weights = [(1 - fx) * (1 - fy), fx * (1 - fy), (1 - fx) * fy, fx * fy];
    let c = 0;
    let s = 0;
    for (let i = 0; i < 4; i += 1) {
      c += corners[i][0] * weights[i];
      s += corners[i][1] * weights[i];
    }
    const length = Math.sqrt(c * c + s * s) || 1;
    c /= length;
    const cos = Math.sqrt(Math.max(0, (1 + c) / 2));
    const sin = (s < 0 ? -1 : 1) * Math.sqrt(Math.max(0, (1 - c) / 2));
    return family === 0 ? [cos, sin] : [-sin, cos];
  };
}
