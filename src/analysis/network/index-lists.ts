import type { WalkingGraph } from "./walking-graph.ts";

/** Indices sorted by the list that they belong to: list l holds items[starts[l]] … items[starts[l+1]−1], ascending. */
export interface IndexLists {
  readonly starts: Uint32Array;
  readonly items: Uint32Array;
}

/** Indices by the list that each points to, of `count` lists; those that point below zero are left out. */
export function indexLists(listOf: Int32Array, count: number): IndexLists {
  const starts = new Uint32Array(count + 1);
  for (const list of listOf) if (list >= 0) starts[list + 1] = (starts[list + 1] as number) + 1;
  for (let l = 0; l < count; l++) starts[l + 1] = (starts[l + 1] as number) + (starts[l] as number);
  const next = starts.slice();
  const items = new Uint32Array(starts[count] as number);
  for (let i = 0; i < listOf.length; i++) {
    const list = listOf[i] as number;
    if (list < 0) continue;
    const place = next[list] as number;
    items[place] = i;
    next[list] = place + 1;
  }
  return { starts, items };
}

/** The edges that begin or end at each node; a loop stands there twice. */
export function edgesOfNodes({ from, to, nodeX }: Pick<WalkingGraph, "from" | "to" | "nodeX">): IndexLists {
  const edges = from.length;
  const ends = new Int32Array(2 * edges);
  ends.set(from);
  ends.set(to, edges);
  const { starts, items } = indexLists(ends, nodeX.length);
  return { starts, items: items.map((end) => (end < edges ? end : end - edges)) };
}
