import type { Highs } from "highs";
import { type Benefits, candidatesOf } from "../benefits.ts";
import { transpose } from "../transpose.ts";
import { type ProofOptions, solveModel } from "./solve-model.ts";
import type { UnprovenSites } from "./unproven-sites.ts";

export interface CoverProof {
  /** Columns that reach all, fewer than the known ones; undefined = none was found. */
  readonly better: readonly number[] | undefined;
  /** Proven: no fewer sites reach all. */
  readonly bound: number;
  readonly isProven: boolean;
  readonly nodes: number;
}

/**
 * Proves the fewest sites that reach every point which some column reaches (LSCP, Toregas et al. 1971), by HiGHS. Points whose columns
 * include all of another point's are reached with it and left out. `unproven.value` sites are known to reach all.
 * @param known those sites, where all of them are its columns: where the solver begins
 */
export function proveCover(
  highs: Highs,
  { benefits, value, bound }: UnprovenSites,
  known?: readonly number[],
  options: ProofOptions = {},
): CoverProof {
  if (bound >= value) return { better: undefined, bound: value, isProven: true, nodes: 0 };
  const columns = candidatesOf(benefits);
  const rows = neededPoints(benefits).map((list) => ({ columns: list, values: list.map(() => 1), atLeast: 1 }));
  const model = { maximise: false, cost: Array<number>(columns).fill(1), binaries: columns, rows, whole: true, known };
  const solved = solveModel(highs, model, options);
  const better = solved.chosen && solved.chosen.length < value ? solved.chosen : undefined;
  const fewest = better?.length ?? value;
  const proven = Math.min(fewest, Math.max(bound, Math.ceil(solved.bound - 1e-6)));
  return { better, bound: proven, isProven: proven >= fewest, nodes: solved.nodes };
}

/** The columns of each point that has to be asked for: of alike points one, of nested ones the one with fewer columns. */
function neededPoints({ starts, point, points }: Benefits): number[][] {
  const byPoint = transpose({ starts, columns: point }, points);
  const lists = new Map<string, number[]>();
  for (let i = 0; i < points; i++) {
    const list = [...byPoint.columns.subarray(byPoint.starts[i], byPoint.starts[i + 1])];
    if (list.length > 0) lists.set(list.join(), list);
  }
  const sorted = [...lists.values()].sort((a, b) => a.length - b.length);
  const needed: number[][] = [];
  const ofColumn = new Map<number, Set<number>>();
  for (const list of sorted) {
    // A shorter list lies within this one when all its columns are found here: count them.
    const shared = new Map<number, number>();
    let isNested = false;
    for (const column of list) {
      for (const n of ofColumn.get(column) ?? []) {
        const count = (shared.get(n) ?? 0) + 1;
        shared.set(n, count);
        if (count === needed[n]?.length) isNested = true;
      }
      if (isNested) break;
    }
    if (isNested) continue;
    for (const column of list) {
      const known = ofColumn.get(column);
      if (known) known.add(needed.length);
      else ofColumn.set(column, new Set([needed.length]));
    }
    needed.push(list);
  }
  return needed;
}
