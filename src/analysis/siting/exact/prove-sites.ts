import type { Highs } from "highs";
import { type Benefits, type ChosenSites, candidatesOf, inOrderOfGain } from "../benefits.ts";
import { transpose } from "../transpose.ts";
import { type ModelRow, type ProofOptions, solveModel } from "./solve-model.ts";
import type { UnprovenSites } from "./unproven-sites.ts";

/** What the solver found out. */
export interface SitesProof {
  /** A choice among the its columns that is worth more than the one to be beaten; undefined = none was found. */
  readonly better: ChosenSites | undefined;
  /** Proven: no choice is worth more. */
  readonly bound: number;
  readonly isProven: boolean;
  readonly nodes: number;
  /** Size of the model that was solved. */
  readonly columns: number;
  readonly rows: number;
}

/**
 * Proves the best choice of sites by HiGHS, or how far from it the known one is at most. The model has a yes/no per column and, per point,
 * a part 0–1 for every level of value: no more of the levels down to l than sites that are worth at least l. (For coverage that
 * is the model of Church & ReVelle 1974; for ways the radius formulation of Elloumi 2010, with its tight relaxation.) Points that the same
 * columns are worth the same to, up to a factor, are one; a point of a single column is part of its cost.
 */
export function proveSites(highs: Highs, unproven: UnprovenSites, options: ProofOptions = {}): SitesProof {
  const { benefits, sites, value: known, beyond = 0, slack = 0 } = unproven;
  const columns = candidatesOf(benefits);
  const done = (better: ChosenSites | undefined, bound: number, nodes: number, width: number, rows: number) => {
    const value = better?.value ?? known;
    const proven = Math.max(value, Math.min(Math.max(bound + slack, beyond), unproven.bound));
    return { better, bound: proven, isProven: proven <= value * (1 + 1e-9), nodes, columns: width, rows };
  };
  if (columns === 0 || sites === 0 || unproven.bound <= known) return done(undefined, known, 0, 0, 0);

  const { cost, rows } = modelOf(benefits, columns);
  rows.push({ columns: [...Array(columns).keys()], values: Array(columns).fill(1), atMost: sites });
  const whole = !benefits.value && benefits.weight.every((weight) => Number.isInteger(weight));
  const solved = solveModel(highs, { maximise: true, cost, binaries: columns, rows, whole }, options);
  const found = solved.chosen && inOrderOfGain(benefits, solved.chosen);
  const better = found && found.value > known * (1 + 1e-12) ? found : undefined;
  const value = better?.value ?? known;
  // At the end the bound may stand less than the least difference, or the solver's tolerance, above the best value.
  const margin = whole ? 0.9995 : 1e-6 * Math.max(1, value);
  const bound =
    solved.status === "optimal" && solved.bound <= Math.max(value, found?.value ?? 0) + margin ? value : solved.bound;
  return done(better, whole ? Math.floor(bound + 1e-6) : bound, solved.nodes, cost.length, rows.length);
}

function modelOf(benefits: Benefits, columns: number): { cost: number[]; rows: ModelRow[] } {
  const { starts, point: at, value, weight, points } = benefits;
  const byPoint = transpose({ starts, columns: at, values: value }, points);
  const cost: number[] = Array(columns).fill(0);
  const merged = new Map<string, { levels: { worth: number; columns: number[] }[]; times: number }>();
  for (let i = 0; i < points; i++) {
    const entries: { column: number; worth: number }[] = [];
    for (let e = byPoint.starts[i] as number; e < (byPoint.starts[i + 1] as number); e++) {
      const worth = (byPoint.values ? byPoint.values[e] : weight[i]) as number;
      entries.push({ column: byPoint.columns[e] as number, worth });
    }
    entries.sort((a, b) => b.worth - a.worth || a.column - b.column);
    const [first, second] = entries;
    if (!first) continue;
    if (!second) {
      cost[first.column] = (cost[first.column] as number) + first.worth;
      continue;
    }
    const levels: { worth: number; columns: number[] }[] = [];
    for (const { column, worth } of entries) {
      const last = levels[levels.length - 1];
      if (last && last.worth === worth) last.columns.push(column);
      else levels.push({ worth, columns: [column] });
    }
    // With one level only the columns count, whatever the worth; with several, points are joined only where they are alike altogether.
    const single = levels.length === 1;
    const key = single
      ? (levels[0]?.columns.join() ?? "")
      : levels.map((level) => `${level.worth}:${level.columns.join()}`).join(";");
    const same = merged.get(key);
    const times = single ? first.worth : 1;
    if (same) same.times += times;
    else merged.set(key, { levels: single ? [{ worth: 1, columns: levels[0]?.columns ?? [] }] : levels, times });
  }
  const rows: ModelRow[] = [];
  for (const { levels, times } of merged.values()) {
    levels.forEach((level, l) => {
      const part = cost.length;
      cost.push(times * (level.worth - (levels[l + 1]?.worth ?? 0)));
      const above = l === 0 ? [] : [part - 1];
      rows.push({
        columns: [...level.columns, ...above, part],
        values: [...level.columns.map(() => 1), ...above.map(() => 1), -1],
        atLeast: 0,
      });
    });
  }
  return { cost, rows };
}
