import type { Session } from "./database.ts";

/*
 * Rules that several questions share, as tables made from tables; as views they would take DuckDB three times as long to plan than
 * the questions take to run.
 */

/**
 * - `level_reach`: the levels at or below a level.
 * - `sozialraum_children`: who lies directly below whom, the whole city (`''`, `*`) at the top. An area whose parent is not stated
 *   or not known hangs at the city. `cut` = the level through which the child is reached; where one parent is divided into areas by
 *   two levels, only one cut may be added up.
 */
const HIERARCHY: readonly string[] = [
  `CREATE OR REPLACE TABLE level_reach AS
  WITH RECURSIVE reach(level, below, depth) AS (
    SELECT id, id, 0 FROM levels
    UNION ALL
    SELECT reach.level, child.id, reach.depth + 1
    FROM reach JOIN levels child ON child.parent_level = reach.below
    WHERE reach.depth < (SELECT count(*) FROM levels)
  )
  SELECT DISTINCT level, below FROM reach`,

  `CREATE OR REPLACE TABLE sozialraum_children AS
  WITH linked AS (
    SELECT child.level, child.id, parent.level AS parent_level, parent.id AS parent
    FROM sozialraeume child
    JOIN levels ON levels.id = child.level
    LEFT JOIN sozialraeume parent ON parent.level = levels.parent_level AND parent.id = child.parent
  ),
  tops AS (
    SELECT below AS level, min(level) AS cut
    FROM level_reach
    WHERE level IN (
      SELECT id FROM levels WHERE parent_level IS NULL OR parent_level NOT IN (SELECT id FROM levels))
    GROUP BY below
  )
  SELECT
    coalesce(linked.parent_level, '') AS parent_level,
    coalesce(linked.parent, '*') AS parent,
    CASE WHEN linked.parent IS NULL THEN coalesce(tops.cut, linked.level) ELSE linked.level END AS cut,
    linked.level,
    linked.id
  FROM linked LEFT JOIN tops ON tops.level = linked.level`,
];

/**
 * - `observed`: one value per (level, sozialraum, indicator, period); of two rows the first that was read.
 * - `indicator_rules`: how the values of an indicator roll up (methods.md 1): counts `add`; where numerator and denominator are
 *   known, Σ numerator ÷ Σ denominator × factor (`divide`); all else `none` – the mean of shares is never taken.
 * - `indicator_evidence`: where an indicator has values, of its own (`published`) or by division (`computed`).
 */
const VALUES: readonly string[] = [
  `CREATE OR REPLACE TABLE observed AS
  SELECT level, sozialraum, indicator, period, value, status, text
  FROM observations
  QUALIFY row_number() OVER (PARTITION BY level, sozialraum, indicator, period ORDER BY row) = 1`,

  `CREATE OR REPLACE TABLE indicator_rules AS
  SELECT
    id,
    numerator,
    denominator,
    CASE
      WHEN kind = 'count' THEN 'add'
      WHEN kind NOT IN ('class', 'index') AND numerator IS NOT NULL AND denominator IS NOT NULL THEN 'divide'
      ELSE 'none'
    END AS mode,
    coalesce(per, CASE WHEN kind = 'share' AND unit_de = '%' THEN 100 ELSE 1 END) AS factor
  FROM indicators`,

  `CREATE OR REPLACE TABLE indicator_evidence AS
  SELECT
    indicator, period, level, 'published' AS how,
    count(*) FILTER (value IS NOT NULL OR text IS NOT NULL) AS n,
    count(*) FILTER (value IS NULL AND text IS NULL AND status <> 'suppressed') AS missing,
    count(*) FILTER (status = 'suppressed') AS suppressed
  FROM observed GROUP BY indicator, period, level
  UNION ALL
  SELECT
    rule.id, top.period, top.level, 'computed',
    count(*) FILTER (top.value IS NOT NULL AND bottom.value IS NOT NULL),
    count(*) FILTER ((top.value IS NULL OR bottom.value IS NULL) AND 'suppressed' NOT IN (top.status, bottom.status)),
    count(*) FILTER ('suppressed' IN (top.status, bottom.status))
  FROM indicator_rules rule
  JOIN observed top ON top.indicator = rule.numerator
  JOIN observed bottom
    ON bottom.indicator = rule.denominator AND bottom.period = top.period
    AND bottom.level = top.level AND bottom.sozialraum = top.sozialraum
  WHERE rule.mode = 'divide'
  GROUP BY rule.id, top.period, top.level`,
];

/** After every change of levels or sozialraeume. */
export async function deriveHierarchy(session: Session): Promise<void> {
  for (const statement of HIERARCHY) await session.query(statement);
}

/** After every change of indicators or observations. */
export async function deriveValues(session: Session): Promise<void> {
  for (const statement of VALUES) await session.query(statement);
}
