import type { IndicatorPeriod } from "../../domain/indicator-result.ts";
import type { Database, QueryOptions } from "../database.ts";

/**
 * The periods for which an indicator has observations, or numerator and denominator have them for the same areas; ascending as texts
 * (time order among periods of one shape).
 * @throws the database's error, or the signal's reason.
 */
export async function indicatorPeriods(
  db: Database,
  indicator: string,
  options?: QueryOptions,
): Promise<IndicatorPeriod[]> {
  const result = await db.query(
    `WITH best AS (
      SELECT evidence.*, levels.position
      FROM indicator_evidence evidence LEFT JOIN levels ON levels.id = evidence.level
      WHERE evidence.indicator = $1
      -- What is published for a level stands before what can be computed there.
      QUALIFY row_number() OVER (PARTITION BY evidence.period, evidence.level ORDER BY evidence.how DESC) = 1
    )
    SELECT
      period,
      coalesce(list(level ORDER BY position) FILTER (position IS NOT NULL AND n > 0), []) AS levels,
      sum(n)::DOUBLE AS n, sum(missing)::DOUBLE AS missing, sum(suppressed)::DOUBLE AS suppressed
    FROM best GROUP BY period ORDER BY period`,
    [indicator],
    options,
  );
  return result.rows({ period: "text", levels: "text-list", n: "number", missing: "number", suppressed: "number" });
}
