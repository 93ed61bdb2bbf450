import { RAILWAYS, ROADS } from "./city-plan.mjs";
import { distanceToLine, offsetLine, simplifyLine, smoothLine, snap } from "./plane.mjs";

const snapLine = (points) => points.map(([x, y]) => [snap(x), snap(y)]);

/** Parts of a line whose points satisfy `keep`, each at least `minimum` points long. */
function partsWhere(points, keep, minimum) {
  const parts = [];
  let part = [];
  for (const point of points) {
    if (keep(point)) part.push(point);
    else {
      if (part.length >= minimum) parts.push(part);
      part = [];
    }
  }
  if (part.length >= minimum) parts.push(part);
  return parts;
}

/**
 * River, railway, main roads, the paths along the banks and the streets along the railway: the lines that everything
 * else keeps to. `barrier` lines are crossed by main roads only.
 */
export function drawMainLines(land) {
  const lines = [{ class: "river", barrier: true, points: land.riverLine }];
  const railLines = RAILWAYS.map((rail) => ({
    class: "rail",
    name: rail.name,
    barrier: true,
    siding: rail.siding === true,
    points: smoothLine(rail.control, 45).map(land.bend),
  }));
  const roads = ROADS.map((road) => ({
    class: road.class,
    name: road.name,
    barrier: road.class === "motorway",
    main: true,
    points: simplifyLine(smoothLine(road.control, road.class === "motorway" ? 45 : 25).map(land.bend), 0.8),
  }));
  const built =
    (margin) =>
    ([x, y]) => {
      const settlement = land.settlementAt(x, y);
      return settlement !== undefined && settlement.score < margin;
    };
  const beside = [];
  for (const side of [1, -1]) {
    const bank = offsetLine(land.riverLine, (p) => side * (land.riverHalfWidth(p) + 26));
    const atBridge = (p) => roads.some((road) => road.class !== "motorway" && distanceToLine(p, road.points) < 190);
    for (const part of partsWhere(bank, (p) => built(1.1)(p) || land.parkAt(p[0], p[1]) > -0.3 || atBridge(p), 6)) {
      beside.push({
        class: "path",
        name: side > 0 ? "Uferweg" : "Am Treidelpfad",
        points: snapLine(simplifyLine(part, 1)),
      });
    }
    for (const rail of railLines.filter((line) => !line.siding)) {
      const along = offsetLine(rail.points, side * 42);
      const dry = (p) =>
        land.riverDistance(p[0], p[1]) > 20 && railLines.every((r) => distanceToLine(p, r.points) > 36);
      for (const part of partsWhere(along, (p) => built(1.08)(p) && dry(p), 6)) {
        beside.push({
          class: "street",
          name: side > 0 ? "An der Bahn" : "Bahndamm",
          points: snapLine(simplifyLine(part, 1)),
        });
      }
    }
  }
  // short strokes across banks and embankments: without them one strip of bank would run through half the city
  const across = (line, every, half) => {
    for (let i = every; i < line.length - 1; i += every) {
      const width = half(line[i]) + 5;
      for (const side of [1, -1]) {
        const foot = offsetLine(line.slice(i - 1, i + 2), side * width)[1];
        beside.push({ class: "divider", points: snapLine([line[i], foot]) });
      }
    }
  };
  const widest = snapLine(simplifyLine(land.riverLine, 1.5));
  across(widest, 4, (p) => land.riverHalfWidth(p) + 26);
  for (const rail of railLines.filter((line) => !line.siding))
    across(snapLine(simplifyLine(rail.points, 0.8)), 3, () => 42);
  for (const rail of railLines) rail.points = snapLine(simplifyLine(rail.points, 0.8));
  lines[0].points = widest;
  return [...lines, ...railLines, ...roads, ...beside];
}
