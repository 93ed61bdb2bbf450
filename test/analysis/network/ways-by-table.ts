import type { Snapped } from "../../../src/analysis/network/snap-to-network.ts";
import type { WalkingGraph } from "../../../src/analysis/network/walking-graph.ts";

/** Forward from every node to every other, by Floyd and Warshall: no queue, no direction turned round. */
function betweenNodes({ nodeX, from, to, length, oneWay }: WalkingGraph): number[][] {
  const n = nodeX.length;
  const metres = Array.from({ length: n }, (_, a) => Array.from({ length: n }, (__, b) => (a === b ? 0 : Infinity)));
  const put = (a: number, b: number, value: number) => {
    const row = metres[a] as number[];
    row[b] = Math.min(row[b] as number, value);
  };
  for (let e = 0; e < from.length; e++) {
    put(from[e] as number, to[e] as number, length[e] as number);
    if (oneWay[e] === 0) put(to[e] as number, from[e] as number, length[e] as number);
  }
  for (let k = 0; k < n; k++)
    for (let a = 0; a < n; a++)
      for (let b = 0; b < n; b++) put(a, b, (metres[a]?.[k] as number) + (metres[k]?.[b] as number));
  return metres;
}

/** The way in metres from point i to site s, both pieces to the network included; Infinity = there is none. Not rounded. */
export function waysByTable(graph: WalkingGraph, people: Snapped, goals: Snapped, within: number) {
  const between = betweenNodes(graph);
  return (i: number, s: number): number => {
    const edge = people.edge[i] as number;
    const goal = goals.edge[s] as number;
    if (!((people.way[i] as number) <= within && (goals.way[s] as number) <= within)) return Infinity;
    const at = people.along[i] as number;
    const end = goals.along[s] as number;
    const exits = [{ node: graph.to[edge] as number, metres: (graph.length[edge] as number) - at }];
    if (graph.oneWay[edge] === 0 || at === 0) exits.push({ node: graph.from[edge] as number, metres: at });
    const rest = (graph.length[goal] as number) - end;
    const entries = [{ node: graph.from[goal] as number, metres: end }];
    if (graph.oneWay[goal] === 0 || rest === 0) entries.push({ node: graph.to[goal] as number, metres: rest });
    let best = Infinity;
    if (edge === goal && (graph.oneWay[edge] === 0 || at <= end)) best = Math.abs(end - at);
    for (const exit of exits)
      for (const entry of entries)
        best = Math.min(best, exit.metres + (between[exit.node]?.[entry.node] as number) + entry.metres);
    return best + (people.way[i] as number) + (goals.way[s] as number);
  };
}
