import { LAKES, PARKS, QUARTIERE, RIVER, STADTBEZIRKE, WOODS } from "./city-plan.mjs";
import { outlinePolygons } from "./contours.mjs";
import { lineToLonLat, polygonToLonLat, toLonLat } from "./lonlat.mjs";
import { edgesByNode } from "./planar-graph.mjs";
import { offsetLine, simplifyLine, snap } from "./plane.mjs";

const feature = (properties, geometry) => ({ type: "Feature", properties, geometry });
const polygon = (properties, rings) => feature(properties, { type: "Polygon", coordinates: polygonToLonLat(rings) });

/** The edges of one street joined to lines as long as possible. */
function joinEdges(graph, edges) {
  const at = edgesByNode(graph.nodes, edges);
  const used = new Set();
  const lines = [];
  const walk = (start, first) => {
    const nodes = [start];
    let node = start;
    let edge = first;
    while (edge) {
      used.add(edge);
      node = edge.from === node ? edge.to : edge.from;
      nodes.push(node);
      edge = at[node].length === 2 ? at[node].find((e) => !used.has(e)) : undefined;
    }
    return nodes;
  };
  for (const ends of [true, false]) {
    for (let node = 0; node < at.length; node += 1) {
      if (ends && at[node].length === 2) continue;
      for (const edge of at[node]) if (!used.has(edge)) lines.push(walk(node, edge));
    }
  }
  return lines.map((nodes) => nodes.map((node) => graph.nodes[node]));
}

const STREET_CLASS = {
  primary: "primary",
  secondary: "secondary",
  tertiary: "tertiary",
  street: "residential",
  path: "path",
  steps: "path",
};

/** Water, green, built land, railway, streets and labels under the data. */
export function drawBackground(land, raster, mainLines, graph, island) {
  const features = [];
  for (const [name, kind] of [
    ["meadow", "meadow"],
    ["grass", "grass"],
    ["wood", "wood"],
    ["park", "park"],
  ]) {
    for (const rings of outlinePolygons(raster.gridOf(name), { tolerance: 5, minimumArea: 3000 }))
      features.push(polygon({ layer: "green", class: kind }, rings));
  }
  for (const rings of outlinePolygons(raster.gridOf("built"), { tolerance: 4, minimumArea: 1500 }))
    features.push(polygon({ layer: "built" }, rings));
  const left = offsetLine(land.riverLine, (p) => land.riverHalfWidth(p));
  const right = offsetLine(land.riverLine, (p) => -land.riverHalfWidth(p));
  const bank = (line) =>
    simplifyLine(
      line.map(([x, y]) => [snap(x), snap(y)]),
      1.5,
    );
  features.push(
    polygon({ layer: "water", class: "river", name: RIVER.name }, [[...bank(right), ...bank(left).reverse()]]),
  );
  for (const rings of outlinePolygons(raster.gridOf("lake"), { tolerance: 3 }))
    features.push(polygon({ layer: "water", class: "lake" }, rings));
  for (const [ditches, kind] of [[graph.edges.filter((e) => e.line.class === "ditch"), "ditch"]]) {
    for (const line of joinEdges(graph, ditches))
      features.push(feature({ layer: "water", class: kind }, { type: "LineString", coordinates: lineToLonLat(line) }));
  }
  for (const line of mainLines) {
    if (line.class === "rail")
      features.push(
        feature(
          { layer: "rail", class: line.siding ? "siding" : "main" },
          { type: "LineString", coordinates: lineToLonLat(line.points) },
        ),
      );
  }
  // main roads run on beyond the border, so they are drawn whole; all else from the graph
  const beyond = mainLines.filter((line) => line.main && line.class !== "steps");
  const order = ["path", "street", "tertiary", "secondary", "primary", "motorway"];
  for (const roadClass of order) {
    if (["path", "street"].includes(roadClass)) {
      const edges = graph.edges.filter((e) => e.line.class === roadClass);
      for (const line of joinEdges(graph, edges)) {
        features.push(
          feature(
            { layer: "street", class: STREET_CLASS[roadClass] },
            { type: "LineString", coordinates: lineToLonLat(simplifyLine(line, 1.2)) },
          ),
        );
      }
    } else {
      for (const line of beyond.filter((l) => l.class === roadClass)) {
        features.push(
          feature(
            { layer: "street", class: roadClass, name: line.name },
            { type: "LineString", coordinates: lineToLonLat(line.points) },
          ),
        );
      }
    }
  }
  for (const line of joinEdges(island, island.edges))
    features.push(feature({ layer: "street", class: "path" }, { type: "LineString", coordinates: lineToLonLat(line) }));
  const label = (name, kind, rank, point) =>
    features.push(
      feature({ layer: "label", class: kind, name, rank }, { type: "Point", coordinates: toLonLat(point) }),
    );
  for (const { name, id } of STADTBEZIRKE) {
    const members = QUARTIERE.filter((q) => q.parent === id);
    label(name, "stadtbezirk", 2, [
      members.reduce((s, q) => s + q.x, 0) / members.length,
      members.reduce((s, q) => s + q.y, 0) / members.length,
    ]);
  }
  label("Modellstadt", "city", 1, [0, 0]);
  for (const q of QUARTIERE)
    label(q.name, q.use === "dorf" ? "village" : "quarter", q.use === "dorf" ? 3 : 4, [q.x, q.y]);
  for (const lake of LAKES)
    label(lake.name, "water", lake.rx > 150 ? 4 : 6, [lake.x - lake.rx * 0.3, lake.y - lake.ry * 0.3]);
  for (const at of [0.28, 0.5, 0.74])
    label(RIVER.name, "water", 4, land.riverLine[Math.round(land.riverLine.length * at)]);
  for (const [name, x, y, rx] of WOODS)
    if (Math.abs(x) < 6000 && Math.abs(y) < 6000) label(name, "wood", rx > 500 ? 5 : 6, [x, y]);
  for (const [name, x, y] of new Map(PARKS.map((park) => [park[0], park])).values()) label(name, "park", 6, [x, y]);
  label("Wallanlagen", "park", 6, [-405, 20]);
  label("Bahnhof", "station", 5, [-190, -1190]);
  return { type: "FeatureCollection", features };
}
