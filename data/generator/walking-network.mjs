import { lineToLonLat } from "./lonlat.mjs";
import { edgesByNode } from "./planar-graph.mjs";
import { distanceToLine, lineLength } from "./plane.mjs";
import { createRandom } from "./seeded-random.mjs";
import { WALKABLE } from "./street-graph.mjs";

const sameStreet = (a, b) =>
  a.line.class === b.line.class && a.line.name === b.line.name && !!a.line.island === !!b.line.island;

/** From joint to joint: edges of the plane graph chained where nothing branches off. */
function chainEdges(graph, edges) {
  const at = edgesByNode(graph.nodes, edges);
  const isJoint = (node) => at[node].length !== 2 || !sameStreet(at[node][0], at[node][1]);
  const used = new Set();
  const chains = [];
  const follow = (start, first) => {
    const nodes = [start];
    const chain = [];
    let node = start;
    let edge = first;
    for (;;) {
      used.add(edge);
      chain.push(edge);
      node = edge.from === node ? edge.to : edge.from;
      nodes.push(node);
      if (isJoint(node) || node === start) break;
      edge = at[node][0] === edge ? at[node][1] : at[node][0];
      if (used.has(edge)) break;
    }
    chains.push({ nodes, line: chain[0].line, points: nodes.map((n) => graph.nodes[n]) });
  };
  for (let node = 0; node < at.length; node += 1)
    if (at[node].length > 0 && isJoint(node)) for (const edge of at[node]) if (!used.has(edge)) follow(node, edge);
  for (const edge of edges) if (!used.has(edge)) follow(edge.from, edge);
  return chains;
}

const CLASS = {
  primary: "street",
  secondary: "street",
  tertiary: "street",
  street: "street",
  path: "path",
  steps: "steps",
};

/** Can every node still be reached from the first, and the first from every node? */
function holdsTogether(chains) {
  const out = new Map();
  const back = new Map();
  const add = (map, from, to) => (map.has(from) ? map.get(from).push(to) : map.set(from, [to]));
  for (const chain of chains) {
    const [a, b] = [chain.nodes[0], chain.nodes.at(-1)];
    add(out, a, b);
    add(back, b, a);
    if (!chain.oneWay) {
      add(out, b, a);
      add(back, a, b);
    }
  }
  const count = (map) => {
    const seen = new Set([chains[0].nodes[0]]);
    const stack = [...seen];
    while (stack.length > 0)
      for (const next of map.get(stack.pop()) ?? []) if (!seen.has(next)) seen.add(next) && stack.push(next);
    return seen.size;
  };
  return count(out) === count(back);
}

/** The walking network: chains of streets, paths, steps and bridges, each with its name and class. */
export function drawNetwork(land, graph, island) {
  const random = createRandom(land.seed, "network");
  const main = chainEdges(
    graph,
    graph.edges.filter((edge) => WALKABLE.has(edge.line.class)),
  );
  for (const chain of main) {
    chain.length = lineLength(chain.points);
    const middle = chain.points.some((p) => distanceToLine(p, land.riverNear(p[0], p[1])) < 6);
    chain.class = middle ? "bridge" : CLASS[chain.line.class];
  }
  // narrow lanes with stairs in the old centre
  const lanes = main.filter((chain) => chain.class === "street" && chain.line.use === "altstadt" && chain.length < 70);
  for (const chain of random.shuffle(lanes).slice(0, 6)) chain.class = "steps";
  // circular walks through parks with a direction of their own, none that would cut somebody off
  const walks = random.shuffle(main.filter((chain) => chain.class === "path" && chain.line.use === "gruen"));
  let oneWays = 0;
  for (const chain of walks) {
    if (oneWays >= 8) break;
    chain.oneWay = true;
    if (holdsTogether(main)) oneWays += 1;
    else chain.oneWay = false;
  }
  const ferry = chainEdges(island, island.edges).map((chain) => ({
    ...chain,
    class: "path",
    length: lineLength(chain.points),
  }));
  return [...main, ...ferry];
}

export function networkFeatures(chains) {
  return {
    type: "FeatureCollection",
    features: chains.map((chain, i) => {
      const coordinates = lineToLonLat(chain.points);
      return {
        type: "Feature",
        properties: {
          id: i + 1,
          class: chain.class,
          ...(chain.line.name ? { name: chain.line.name } : {}),
          ...(chain.oneWay ? { oneWay: true } : {}),
        },
        geometry: { type: "LineString", coordinates },
      };
    }),
  };
}
