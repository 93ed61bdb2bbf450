import type { Islands } from "./walking-graph.ts";

/**
 * The connected parts of a network, whatever the direction of its edges (rule C11): from, to and length (metres) per edge. Of equally long
 * parts the one with the first edge comes first. Near-linear (union by halving paths).
 */
export function findIslands(nodes: number, from: Uint32Array, to: Uint32Array, length: Float64Array): Islands {
  const parent = new Uint32Array(nodes);
  for (let v = 0; v < nodes; v++) parent[v] = v;
  const rootOf = (node: number): number => {
    let v = node;
    while (parent[v] !== v) {
      parent[v] = parent[parent[v] as number] as number;
      v = parent[v] as number;
    }
    return v;
  };
  for (let e = 0; e < from.length; e++) parent[rootOf(from[e] as number)] = rootOf(to[e] as number);

  const partOfRoot = new Int32Array(nodes).fill(-1);
  const found = new Uint32Array(from.length);
  const metres: number[] = [];
  for (let e = 0; e < from.length; e++) {
    const root = rootOf(from[e] as number);
    if ((partOfRoot[root] as number) < 0) partOfRoot[root] = metres.push(0) - 1;
    const part = partOfRoot[root] as number;
    found[e] = part;
    metres[part] = (metres[part] as number) + (length[e] as number);
  }
  const order = metres.map((_, part) => part).sort((a, b) => (metres[b] as number) - (metres[a] as number) || a - b);
  const rank = new Uint32Array(metres.length);
  order.forEach((part, place) => {
    rank[part] = place;
  });
  return {
    partOfEdge: found.map((part) => rank[part] as number),
    lengthOfPart: Float64Array.from(order, (part) => metres[part] as number),
  };
}
