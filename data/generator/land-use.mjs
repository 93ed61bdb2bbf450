import { BORDER, LAKES, OUTLYING, PARKS, QUARTIERE, RIVER, ROADS, WOODS } from "./city-plan.mjs";
import { distance, distanceToLine, nearestOnSegment, pointInRing, smoothLine, snap } from "./plane.mjs";
import { SegmentIndex } from "./segment-index.mjs";
import { noiseAt, roughNoiseAt } from "./smooth-noise.mjs";

/** How far inside a wobbly ellipse a point lies: 1 at its centre, 0 on its edge, negative outside. */
function insideBlob(seed, x, y, cx, cy, rx, ry, wobble) {
  const radius = Math.min(rx, ry);
  const n = roughNoiseAt(seed, x, y, Math.max(120, radius * 0.9), 4);
  const u = (x - cx) / rx;
  const v = (y - cy) / ry;
  return 1 - Math.sqrt(u * u + v * v) + wobble * n;
}

/** The land of one city: what lies where, for one seed. */
export function createLand(seed) {
  /** Bends the drawn plan a little, everything alike, so that nothing looks drawn with a ruler. */
  const bend = ([x, y]) => [snap(x + 45 * noiseAt(seed + 1, x, y, 520)), snap(y + 45 * noiseAt(seed + 2, x, y, 520))];
  const riverLine = smoothLine(RIVER.control, 40).map(bend);
  const riverHalfWidth = ([x, y]) => RIVER.halfWidth * (1.15 + 0.55 * noiseAt(seed + 3, x, y, 650) - 0.00005 * x);
  const roughBorder = smoothLine(BORDER, 90, true).map(([x, y]) => [
    snap(x + 240 * roughNoiseAt(seed + 4, x, y, 900, 4)),
    snap(y + 240 * roughNoiseAt(seed + 5, x, y, 900, 4)),
  ]);
  const places = [...QUARTIERE, ...OUTLYING];
  const roads = new SegmentIndex(200);
  for (const road of ROADS)
    if (["primary", "secondary", "tertiary"].includes(road.class))
      roads.addLine(smoothLine(road.control, 60).map(bend), road);
  /** Metres to the nearest main road, 260 if there is none so near. */
  const roadDistance = (x, y) => {
    let best = 260;
    for (const { a, b } of roads.near([x, y], 260)) best = Math.min(best, nearestOnSegment([x, y], a, b).distance);
    return best;
  };

  const lakeAt = (x, y) => {
    let best = Number.NEGATIVE_INFINITY;
    for (const lake of LAKES) {
      if (distance([x, y], [lake.x, lake.y]) > 900) continue;
      let depth =
        insideBlob(seed + 6, x, y, lake.x, lake.y, lake.rx, lake.ry, lake.wobble ?? 0.3) * Math.min(lake.rx, lake.ry);
      if (lake.island) depth = Math.min(depth, distance([x, y], [lake.island.x, lake.island.y]) - lake.island.r);
      best = Math.max(best, depth);
    }
    return best;
  };
  /** Metres to the river bank, negative in the water. */
  const riverDistance = (x, y) => distanceToLine([x, y], riverNear(x, y)) - riverHalfWidth([x, y]);
  /** The part of the river that can be near a point. */
  const reaches = new Map();
  const riverNear = (x, y) => {
    const key = Math.round(x / 200) * 1000 + Math.round(y / 200);
    let part = reaches.get(key);
    if (!part) {
      const centre = [Math.round(x / 200) * 200, Math.round(y / 200) * 200];
      const near = riverLine.map((p) => distance(p, centre) < 700);
      const from = near.indexOf(true);
      part =
        from < 0 ? [riverLine[0], riverLine[1]] : riverLine.slice(Math.max(0, from - 1), near.lastIndexOf(true) + 2);
      reaches.set(key, part);
    }
    return part;
  };
  /** Flood meadows beside the river. */
  const meadowAt = (x, y) =>
    150 +
    120 * noiseAt(seed + 12, x, y, 480) +
    40 * noiseAt(seed + 13, x, y, 140) -
    distanceToLine([x, y], riverNear(x, y));
  const parkAt = (x, y) => {
    let best = -1;
    // the green ring where the town wall stood, open towards the river
    const ring = 36 + 10 * noiseAt(seed + 14, x, y, 130) - Math.abs(distance([x, y], [0, 0]) - 408);
    if (riverDistance(x, y) > 160 && x < 330) best = Math.max(best, ring / 150);
    for (const [, cx, cy, rx, ry] of PARKS) {
      if (Math.abs(x - cx) > 2 * rx || Math.abs(y - cy) > 2 * ry) continue;
      best = Math.max(best, insideBlob(seed + 7, x, y, cx, cy, rx, ry, 0.34));
    }
    return best;
  };
  const woodAt = (x, y) => {
    let best = -1;
    for (const [, cx, cy, rx, ry] of WOODS) {
      if (Math.abs(x - cx) > 2 * rx || Math.abs(y - cy) > 2 * ry) continue;
      best = Math.max(best, insideBlob(seed + 8, x, y, cx, cy, rx, ry, 0.62));
    }
    return best;
  };
  /** How deep in the settlement a point lies, in metres (negative outside), and whose it is. */
  const settlementDepth = (x, y) => {
    let best;
    let score = Number.POSITIVE_INFINITY;
    let warp = 0.16 * noiseAt(seed + 9, x, y, 420) + 0.1 * noiseAt(seed + 10, x, y, 160);
    for (const place of places) {
      const dx = x - place.x;
      const dy = y - place.y;
      const s = Math.sqrt(dx * dx + dy * dy) / place.radius;
      if (s < score) {
        score = s;
        best = place;
      }
    }
    const limit = x * x + y * y < 2500 * 2500 ? 1.24 : 1.08;
    if (score > 2.2) return { use: best.use, place: best, score, depth: (limit - score) * best.radius };
    // villages stretch along their roads, and fray
    if (best.use === "dorf") warp = 1.7 * warp + 0.3 - 0.75 * (1 - roadDistance(x, y) / 260);
    if (best.use === "grosssiedlung") warp *= 1.5;
    return { use: best.use, place: best, score, depth: (limit - score - warp) * best.radius };
  };
  /** The settlement a point belongs to, if any: nearest in units of its radius. */
  const settlementAt = (x, y) => {
    const { place, score, depth } = settlementDepth(x, y);
    return depth > 0 ? { ...place, score } : undefined;
  };
  /** Land use without the water: key of LAND_USES. */
  const landUseAt = (x, y) => {
    if (parkAt(x, y) > 0) return "gruen";
    const settlement = settlementAt(x, y);
    if (settlement) return settlement.use;
    return woodAt(x, y) > 0 ? "wald" : "feld";
  };
  return {
    seed,
    bend,
    riverLine,
    riverHalfWidth,
    riverDistance,
    lakeAt,
    parkAt,
    woodAt,
    settlementAt,
    settlementDepth,
    riverNear,
    meadowAt,
    landUseAt,
    border: roughBorder,
    isInside: (x, y) => pointInRing([x, y], roughBorder),
  };
}
