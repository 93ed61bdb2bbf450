import type { Vorhaben } from "../../domain/vorhaben.ts";
import { defineTable, type TableValues } from "../table.ts";

export const vorhabenGoalsTable = defineTable({
  name: "vorhaben_goals",
  comment: "A goal that a Vorhaben serves",
  columns: { vorhaben: "text", goal: "text" },
  primaryKey: ["vorhaben", "goal"],
});

export function vorhabenGoalRows(vorhaben: readonly Vorhaben[]): TableValues<typeof vorhabenGoalsTable.columns> {
  const pairs = vorhaben.flatMap((project) =>
    [...new Set(project.goals)].map((goal) => ({ vorhaben: project.id, goal })),
  );
  return { vorhaben: pairs.map((pair) => pair.vorhaben), goal: pairs.map((pair) => pair.goal) };
}
