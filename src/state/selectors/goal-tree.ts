import type { Goal } from "../../domain/goal.ts";
import type { GoalProgress, TargetState } from "../../domain/goal-result.ts";
import type { AppState } from "../app-state.ts";

export interface GoalNode {
  readonly goal: Goal;
  readonly progress: GoalProgress | undefined;
  readonly children: readonly GoalNode[];
}

export interface GoalCatalogue {
  readonly id: string;
  readonly goals: readonly GoalNode[];
}

export interface GoalOverview {
  readonly catalogues: readonly GoalCatalogue[];
  readonly strategic: number;
  readonly operational: number;
  /** Indicators by state, each once although it may serve several goals. */
  readonly states: Readonly<Record<TargetState, number>>;
  readonly withTarget: number;
  /** Indicators that have a value and nothing to be judged by: they stand among the open ones. */
  readonly withoutTarget: number;
  /** Goals with none below them: operational ones, and strategic ones that are not divided. */
  readonly undivided: number;
  readonly areAllOperational: boolean;
  /** Those among them that neither an indicator nor a Vorhaben serves. */
  readonly unserved: readonly Goal[];
}

export const TARGET_STATES: readonly TargetState[] = ["reached", "on-track", "open", "missed", "no-data"];

/** The goals as trees, by catalogue, with where they stand. */
export function goalOverview(state: AppState): GoalOverview | undefined {
  const { records } = state.document;
  const answered = state.transient.answers.goals;
  if (!records || !answered) return undefined;
  const progress = new Map(answered.map((entry) => [entry.goal, entry]));
  const known = new Set(records.goals.map((goal) => goal.id));
  const children = new Map<string, Goal[]>();
  for (const goal of records.goals) {
    if (goal.parent !== undefined && known.has(goal.parent) && goal.parent !== goal.id) {
      children.set(goal.parent, [...(children.get(goal.parent) ?? []), goal]);
    }
  }
  // A goal stands once in the tree, whatever circles the parents make.
  const placed = new Set<string>();
  const node = (goal: Goal): GoalNode => {
    placed.add(goal.id);
    const below = (children.get(goal.id) ?? []).filter((child) => !placed.has(child.id));
    return { goal, progress: progress.get(goal.id), children: below.map(node) };
  };
  const roots = records.goals.filter((goal) => goal.parent === undefined || !known.has(goal.parent));
  const catalogues = [...new Set(roots.map((goal) => goal.catalogue))].map((id) => ({
    id,
    goals: roots.filter((goal) => goal.catalogue === id).map(node),
  }));

  const states: Record<TargetState, number> = { reached: 0, "on-track": 0, open: 0, missed: 0, "no-data": 0 };
  const counted = new Set<string>();
  let withTarget = 0;
  let withoutTarget = 0;
  for (const { indicators } of answered) {
    for (const indicator of indicators) {
      if (counted.has(indicator.indicator)) continue;
      counted.add(indicator.indicator);
      states[indicator.state]++;
      if (indicator.target !== undefined) withTarget++;
      else if (indicator.state === "open") withoutTarget++;
    }
  }
  const leaves = records.goals.filter((goal) => !children.has(goal.id));
  return {
    catalogues,
    strategic: roots.length,
    operational: records.goals.length - roots.length,
    states,
    withTarget,
    withoutTarget,
    undivided: leaves.length,
    areAllOperational: !roots.some((goal) => !children.has(goal.id)),
    unserved: leaves.filter((goal) => {
      const entry = progress.get(goal.id);
      return !entry || (entry.vorhabenInTree === 0 && entry.indicatorsInTree === 0);
    }),
  };
}
