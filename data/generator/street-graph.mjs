import { LAKES } from "./city-plan.mjs";
import { buildGraph, connectedParts, edgesByNode, pruneDeadEnds } from "./planar-graph.mjs";
import { snap } from "./plane.mjs";
import { createRandom } from "./seeded-random.mjs";

export const WALKABLE = new Set(["primary", "secondary", "tertiary", "street", "path", "steps"]);
const isWalkable = (edge) => WALKABLE.has(edge.line.class);

/** Quarters where the planners of the car age drew loops and dead ends. */
const LOOPED = { grosssiedlung: 0.2, einfamilien: 0.12, neubau: 0.08, dorf: 0.1, gewerbe: 0.12 };

/** Takes out some street pieces, never one that the network needs to hold together. */
function openLoops(graph, random) {
  let edges = graph.edges;
  const at = edgesByNode(graph.nodes, edges);
  const isJoint = (node) => at[node].length !== 2;
  const gone = new Set();
  for (const edge of edges) {
    const share = LOOPED[edge.line.use];
    if (!share || gone.has(edge) || !isJoint(edge.from) || edge.length < 45) continue;
    if (!random.chance(share)) continue;
    // the piece must be a whole side of a block, and leave at least two other ways at each end
    if (!isJoint(edge.to) || at[edge.from].length < 4 || at[edge.to].length < 3) continue;
    gone.add(edge);
    at[edge.from] = at[edge.from].filter((e) => e !== edge);
    at[edge.to] = at[edge.to].filter((e) => e !== edge);
  }
  edges = edges.filter((edge) => !gone.has(edge));
  return { nodes: graph.nodes, edges };
}

/** The path round the island in the lake: reached by ferry only, on purpose not joined to the rest. */
function islandPath() {
  const { island } = LAKES.find((lake) => lake.island);
  const points = [
    [-62, -20],
    [-30, 48],
    [22, 60],
    [64, 18],
    [44, -42],
    [-14, -60],
    [-62, -20],
  ].map(([dx, dy]) => [snap(island.x + dx), snap(island.y + dy)]);
  const across = [
    [-30, 48],
    [4, 2],
    [44, -42],
  ].map(([dx, dy]) => [snap(island.x + dx), snap(island.y + dy)]);
  return [points, across].map((line) => ({ class: "path", name: "Fischerwerder", island: true, points: line }));
}

/**
 * One plane graph of everything that divides the land inside the border: streets, paths, ditches, river, railway,
 * motorway and the border itself. Streets that lead nowhere are cut, streets that hang on nothing are left out.
 */
export function joinStreets(land, mainLines, grown) {
  const random = createRandom(land.seed, "loops");
  const inside = ({ nodes, edges }) => ({
    nodes,
    edges: edges.filter((edge) => {
      if (edge.line.class === "border") return true;
      const [a, b] = [nodes[edge.from], nodes[edge.to]];
      return land.isInside((a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
    }),
  });
  let graph = inside(buildGraph([grown.border, ...mainLines.filter((line) => !line.siding), ...grown.lines]));
  graph = openLoops(graph, random);
  graph = pruneDeadEnds(graph, (chain, joints) => {
    const { line } = chain[0];
    if (line.class === "ditch") return true;
    if (!isWalkable(chain[0])) return false;
    if (joints === 1) return true;
    const length = chain.reduce((sum, edge) => sum + edge.length, 0);
    if (line.class !== "street") return true;
    const keeps = line.use in LOOPED && line.use !== "gewerbe";
    return !(keeps && length > 32 && length < 210);
  });
  // what does not hang together with the main part goes
  const { part, sizes } = connectedParts(graph.nodes, graph.edges.filter(isWalkable));
  const largest = sizes.indexOf(Math.max(...sizes));
  graph = { nodes: graph.nodes, edges: graph.edges.filter((edge) => !isWalkable(edge) || part[edge.from] === largest) };
  const island = buildGraph(islandPath());
  return { graph, island };
}
