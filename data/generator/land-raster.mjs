import { LAND_USES } from "./city-plan.mjs";
import { distanceToLine, nearestOnSegment } from "./plane.mjs";

const CELL = 25;
const HALF = 7400;
const SIZE = (2 * HALF) / CELL;
const ORIGIN = -HALF + CELL / 2;

const STREET_REACH = 150;

/** Metres to the nearest of the given segments, for every square up to 150 m. */
function distanceRaster(segments) {
  const raster = new Float32Array(SIZE * SIZE).fill(STREET_REACH);
  for (const [a, b] of segments) {
    const bound = (low, high) => [
      Math.max(0, Math.floor((low - STREET_REACH - ORIGIN) / CELL)),
      Math.min(SIZE - 1, Math.ceil((high + STREET_REACH - ORIGIN) / CELL)),
    ];
    const [x0, x1] = bound(Math.min(a[0], b[0]), Math.max(a[0], b[0]));
    const [y0, y1] = bound(Math.min(a[1], b[1]), Math.max(a[1], b[1]));
    for (let iy = y0; iy <= y1; iy += 1) {
      for (let ix = x0; ix <= x1; ix += 1) {
        const d = nearestOnSegment([ORIGIN + ix * CELL, ORIGIN + iy * CELL], a, b).distance;
        if (d < raster[iy * SIZE + ix]) raster[iy * SIZE + ix] = d;
      }
    }
  }
  return raster;
}

/** Depth of buildings along a street, metres. */
const DEPTH = { gewerbe: 125, grosssiedlung: 58, zeilen: 58, altstadt: 60, gruenderzeit: 60 };

/**
 * What covers the land, sampled every 25 m. Each field is positive inside; `landUseOf` names the use of built land.
 */
export function sampleLand(land, mainLines, graph) {
  const streets = graph.edges
    .filter(({ line }) => ["primary", "secondary", "tertiary", "street"].includes(line.class))
    .map(({ from, to }) => [graph.nodes[from], graph.nodes[to]]);
  const toStreet = distanceRaster(streets);
  const railways = distanceRaster(
    mainLines.filter((l) => l.class === "rail").flatMap(({ points }) => points.slice(1).map((b, i) => [points[i], b])),
  );
  const motorways = distanceRaster(
    mainLines
      .filter((l) => l.class === "motorway")
      .flatMap(({ points }) => points.slice(1).map((b, i) => [points[i], b])),
  );
  const fields = Object.fromEntries(
    ["lake", "wood", "park", "meadow", "grass", "built"].map((name) => [name, new Float32Array(SIZE * SIZE)]),
  );
  const uses = Object.keys(LAND_USES);
  const use = new Int8Array(SIZE * SIZE).fill(-1);
  for (let iy = 0; iy < SIZE; iy += 1) {
    for (let ix = 0; ix < SIZE; ix += 1) {
      const i = iy * SIZE + ix;
      const x = ORIGIN + ix * CELL;
      const y = ORIGIN + iy * CELL;
      const river = distanceToLine([x, y], land.riverNear(x, y)) - land.riverHalfWidth([x, y]);
      const lake = land.lakeAt(x, y);
      const park = land.parkAt(x, y) * 150;
      const settlement = land.settlementDepth(x, y);
      fields.lake[i] = lake;
      fields.wood[i] = Math.min(
        land.woodAt(x, y) * 400,
        10 - settlement.depth,
        river - 35,
        -lake - 12,
        motorways[i] - 45,
      );
      fields.park[i] = Math.min(park, river - 4, -lake, railways[i] - 18);
      fields.meadow[i] = Math.min(
        land.meadowAt(x, y),
        river - 3,
        -lake - 5,
        -fields.wood[i],
        25 - settlement.depth,
        motorways[i] - 40,
      );
      fields.built[i] = Math.min(
        settlement.depth + 30,
        (DEPTH[settlement.use] ?? 52) - toStreet[i],
        -park - 8,
        river - 24,
        -lake - 18,
        railways[i] - 24,
        motorways[i] - 60,
      );
      // what the town has not built on: allotments, sports grounds, greens between the rows
      fields.grass[i] = Math.min(
        settlement.depth - 25,
        -fields.built[i] - 1,
        -park - 1,
        river - 4,
        -lake - 5,
        railways[i] - 30,
        motorways[i] - 60,
        settlement.use === "gewerbe" ? -1 : 200,
      );
      if (fields.built[i] > 0) use[i] = uses.indexOf(settlement.use);
    }
  }
  const indexAt = (x, y) => Math.round((y - ORIGIN) / CELL) * SIZE + Math.round((x - ORIGIN) / CELL);
  return {
    fields,
    gridOf: (name) => ({ size: SIZE, cell: CELL, origin: ORIGIN, at: (ix, iy) => fields[name][iy * SIZE + ix] }),
    landUseOf: (x, y) => (use[indexAt(x, y)] < 0 ? undefined : uses[use[indexAt(x, y)]]),
    builtAt: (x, y) => fields.built[indexAt(x, y)] > 0,
  };
}
