import type { CatalogueEntry } from "../../domain/indicator-result.ts";
import type { Database, QueryOptions } from "../database.ts";

/**
 * Every indicator of the package, in its order, with what the observations hold of it.
 * @throws the database's error, or the signal's reason.
 */
export async function indicatorCatalogue(db: Database, options?: QueryOptions): Promise<CatalogueEntry[]> {
  const result = await db.query(
    `WITH own AS (
      SELECT indicator, sum(n)::DOUBLE AS n, sum(missing)::DOUBLE AS missing, sum(suppressed)::DOUBLE AS suppressed
      FROM indicator_evidence WHERE how = 'published' GROUP BY indicator
    ),
    periods AS (
      SELECT indicator, list(DISTINCT period ORDER BY period) AS periods
      FROM indicator_evidence WHERE n > 0 GROUP BY indicator
    ),
    shown AS (
      SELECT DISTINCT evidence.indicator, levels.id AS level, levels.position
      FROM indicator_evidence evidence
      JOIN indicator_rules rule ON rule.id = evidence.indicator
      JOIN level_reach ON level_reach.below = evidence.level
      JOIN levels ON levels.id = level_reach.level
      WHERE evidence.n > 0 AND (level_reach.level = evidence.level OR rule.mode <> 'none')
    ),
    mapped AS (SELECT indicator, list(level ORDER BY position) AS levels FROM shown GROUP BY indicator)
    SELECT
      indicators.id AS indicator,
      coalesce(periods.periods, []) AS periods,
      coalesce(mapped.levels, []) AS levels,
      coalesce(own.n, 0) AS n, coalesce(own.missing, 0) AS missing, coalesce(own.suppressed, 0) AS suppressed
    FROM indicators
    LEFT JOIN own ON own.indicator = indicators.id
    LEFT JOIN periods ON periods.indicator = indicators.id
    LEFT JOIN mapped ON mapped.indicator = indicators.id
    ORDER BY indicators.position`,
    [],
    options,
  );
  return result
    .rows({
      indicator: "text",
      periods: "text-list",
      levels: "text-list",
      n: "number",
      missing: "number",
      suppressed: "number",
    })
    .map((row) => ({ ...row, mappable: row.levels.length > 0 }));
}
