import type { GoalIndicator, GoalProgress } from "../../domain/goal-result.ts";
import type { IndicatorDirection } from "../../domain/indicator.ts";
import type { SeriesValue } from "../../domain/indicator-result.ts";
import { isKnown } from "../../domain/measured.ts";
import type { Database, QueryOptions } from "../database.ts";
import { RESOLVED_COLUMNS, resolvedValue, resolveValues } from "./resolve-values.ts";
import { targetState } from "./target-state.ts";

/** Pairs of a goal and a goal at or below it; the bound ends a circle of parents. */
const TREE = `WITH RECURSIVE tree(goal, below, depth) AS (
  SELECT id, id, 0 FROM goals
  UNION ALL
  SELECT tree.goal, child.id, tree.depth + 1
  FROM tree JOIN goals child ON child.parent = tree.below
  WHERE tree.depth < (SELECT count(*) FROM goals)
)`;

/**
 * Every goal in the order of the package, with its indicators (those it names, and those that name it), the city's values over the
 * years, where they stand with the target (rule at `targetState`), and how many Vorhaben serve it.
 * @throws the database's error, or the signal's reason.
 */
export async function goalProgress(db: Database, options?: QueryOptions): Promise<GoalProgress[]> {
  const goals = await db.query(
    `${TREE}
    SELECT
      goals.id AS goal, goals.target, goals.target_date,
      count(DISTINCT serving.vorhaben) FILTER (tree.below = goals.id) AS vorhaben,
      count(DISTINCT serving.vorhaben) AS vorhaben_in_tree,
      count(DISTINCT measuring.indicator) AS indicators_in_tree
    FROM goals
    JOIN tree ON tree.goal = goals.id
    LEFT JOIN vorhaben_goals serving ON serving.goal = tree.below
    LEFT JOIN goal_indicators measuring ON measuring.goal = tree.below
    GROUP BY ALL
    ORDER BY min(goals.position)`,
    [],
    options,
  );
  const links = await db.query(
    `SELECT link.goal, link.indicator, indicators.direction, indicators.target, indicators.target_date
    FROM goal_indicators link JOIN indicators ON indicators.id = link.indicator
    ORDER BY link.goal, link.position`,
    [],
    options,
  );
  const values = await db.query(
    `${resolveValues(
      `SELECT DISTINCT indicator, period, '', '*'
      FROM indicator_evidence WHERE indicator IN (SELECT indicator FROM goal_indicators)`,
    )}
    SELECT * FROM resolved ORDER BY period`,
    [],
    options,
  );

  const series = new Map<string, SeriesValue[]>();
  for (const row of values.rows({ indicator: "text", period: "text", ...RESOLVED_COLUMNS })) {
    const entry = { period: row.period, ...resolvedValue(row) };
    const known = series.get(row.indicator);
    if (known) known.push(entry);
    else series.set(row.indicator, [entry]);
  }
  const linkRows = links.rows({
    goal: "text",
    indicator: "text",
    direction: "text",
    target: "number?",
    target_date: "text?",
  });

  return goals
    .rows({
      goal: "text",
      target: "number?",
      target_date: "text?",
      vorhaben: "number",
      vorhaben_in_tree: "number",
      indicators_in_tree: "number",
    })
    .map((goal) => {
      const own = linkRows.filter((link) => link.goal === goal.goal);
      return {
        goal: goal.goal,
        indicators: own.map((link) => {
          // A goal's own target cannot be told apart among several indicators.
          const bar = link.target === undefined && own.length === 1 ? goal : link;
          return goalIndicator(link.indicator, series.get(link.indicator) ?? [], {
            target: bar.target,
            targetDate: bar.target_date,
            direction: link.direction as IndicatorDirection,
          });
        }),
        vorhaben: goal.vorhaben,
        vorhabenInTree: goal.vorhaben_in_tree,
        indicatorsInTree: goal.indicators_in_tree,
        unserved: goal.vorhaben_in_tree === 0,
      };
    });
}

function goalIndicator(
  indicator: string,
  series: readonly SeriesValue[],
  goal: Pick<GoalIndicator, "target" | "targetDate" | "direction">,
): GoalIndicator {
  const known = series.flatMap(({ period, value }) => (isKnown(value) ? [{ period, value }] : []));
  return {
    indicator,
    ...goal,
    series,
    latest: series.findLast((entry) => isKnown(entry.value) || entry.text !== undefined),
    state: targetState(known, goal),
  };
}
