import type { Goal } from "../../domain/goal.ts";
import type { Indicator } from "../../domain/indicator.ts";
import { defineTable, type TableValues } from "../table.ts";

export const goalIndicatorsTable = defineTable({
  name: "goal_indicators",
  comment: "An indicator that measures a goal: named by the goal, or naming it",
  columns: { goal: "text", indicator: "text", position: "integer" },
  comments: { position: "The goal's own indicators first, in its order" },
  primaryKey: ["goal", "indicator"],
});

export function goalIndicatorRows(
  goals: readonly Goal[],
  indicators: readonly Indicator[],
): TableValues<typeof goalIndicatorsTable.columns> {
  const byGoal = new Map(goals.map((goal) => [goal.id, new Set(goal.indicators)]));
  for (const indicator of indicators) {
    for (const goal of indicator.goals) {
      const known = byGoal.get(goal);
      if (known) known.add(indicator.id);
      else byGoal.set(goal, new Set([indicator.id]));
    }
  }
  const pairs = [...byGoal].flatMap(([goal, ids]) =>
    [...ids].map((indicator, position) => ({ goal, indicator, position })),
  );
  return {
    goal: pairs.map((pair) => pair.goal),
    indicator: pairs.map((pair) => pair.indicator),
    position: pairs.map((pair) => pair.position),
  };
}
