import type { ResolvedValue, ValueOrigin } from "../../domain/indicator-result.ts";
import type { ObservationStatus } from "../../domain/measured.ts";
import type { Row } from "../query-result.ts";

/** Columns of the relation `resolved`. */
export const RESOLVED_COLUMNS = {
  value: "number?",
  text: "text?",
  status: "text",
  how: "text",
  n: "number",
  missing: "number",
  suppressed: "number",
  numerator: "number?",
  denominator: "number?",
} as const;

/**
 * The common part of all questions about values of indicators: `WITH RECURSIVE … resolved AS (…)`, to be followed by a SELECT from
 * `resolved(indicator, period, level, sozialraum, value, text, status, how, n, missing, suppressed, numerator, denominator)`.
 *
 * The rule (methods.md 1 and 9): what is published for the area wins, also when it says that the value is secret. Else the walk goes
 * down to the nearest areas that are observed; what it meets is added (counts) or divided (Σ numerator ÷ Σ denominator, only over
 * areas in which both are known). An area at the bottom without an observation is missing; a secret part is counted as suppressed,
 * never as 0. Without any observation below there is no value (`none`, not stated). No mean of shares is ever taken.
 * @param wanted SELECT of distinct (indicator, period, level, sozialraum); the city is ('', '*').
 */
export function resolveValues(wanted: string): string {
  return `WITH RECURSIVE
  wanted(indicator, period, level, sozialraum) AS MATERIALIZED (${wanted}),
  published AS (
    SELECT wanted.*, observed.value, observed.text, observed.status
    FROM wanted JOIN observed USING (indicator, period, level, sozialraum)
  ),
  pending AS (
    SELECT wanted.*, rule.mode, rule.factor, rule.numerator, rule.denominator
    FROM wanted
    JOIN indicator_rules rule ON rule.id = wanted.indicator AND rule.mode <> 'none'
    ANTI JOIN published USING (indicator, period, level, sozialraum)
  ),
  asked AS (SELECT DISTINCT indicator, period, mode, numerator, denominator FROM pending),
  part AS MATERIALIZED (
    SELECT asked.indicator, asked.period, one.level, one.sozialraum, one.status, one.value AS top, NULL::DOUBLE AS bottom
    FROM asked JOIN observed one ON one.indicator = asked.indicator AND one.period = asked.period
    WHERE asked.mode = 'add'
    UNION ALL
    SELECT
      asked.indicator, asked.period, top.level, top.sozialraum,
      CASE
        WHEN 'suppressed' IN (top.status, bottom.status) THEN 'suppressed'
        WHEN 'not-stated' IN (top.status, bottom.status) THEN 'not-stated'
        WHEN 'not-applicable' IN (top.status, bottom.status) THEN 'not-applicable'
        WHEN top.value IS NULL OR bottom.value IS NULL THEN 'not-stated'
        WHEN 'estimated' IN (top.status, bottom.status) THEN 'estimated'
        ELSE 'ok'
      END,
      top.value, bottom.value
    FROM asked
    JOIN observed top ON top.indicator = asked.numerator AND top.period = asked.period
    JOIN observed bottom
      ON bottom.indicator = asked.denominator AND bottom.period = asked.period
      AND bottom.level = top.level AND bottom.sozialraum = top.sozialraum
    WHERE asked.mode = 'divide'
  ),
  cuts AS (SELECT DISTINCT parent_level, cut FROM sozialraum_children),
  observed_cut AS (
    SELECT DISTINCT part.indicator, part.period, level_reach.level AS cut
    FROM part JOIN level_reach ON level_reach.below = part.level
  ),
  chosen AS MATERIALIZED (
    SELECT asked.indicator, asked.period, cuts.parent_level, cuts.cut
    FROM asked CROSS JOIN cuts
    JOIN levels ON levels.id = cuts.cut
    LEFT JOIN observed_cut seen
      ON seen.indicator = asked.indicator AND seen.period = asked.period AND seen.cut = cuts.cut
    QUALIFY row_number() OVER (
      PARTITION BY asked.indicator, asked.period, cuts.parent_level
      ORDER BY (seen.cut IS NULL), levels.position) = 1
  ),
  walk(indicator, period, root_level, root, level, sozialraum, status, top, bottom, depth) AS (
    SELECT
      pending.indicator, pending.period, pending.level, pending.sozialraum, pending.level, pending.sozialraum,
      part.status, part.top, part.bottom, 0
    FROM pending LEFT JOIN part USING (indicator, period, level, sozialraum)
    UNION ALL
    SELECT
      walk.indicator, walk.period, walk.root_level, walk.root, child.level, child.id,
      part.status, part.top, part.bottom, walk.depth + 1
    FROM walk
    JOIN chosen
      ON chosen.indicator = walk.indicator AND chosen.period = walk.period AND chosen.parent_level = walk.level
    JOIN sozialraum_children child
      ON child.parent_level = walk.level AND child.parent = walk.sozialraum AND child.cut = chosen.cut
    LEFT JOIN part
      ON part.indicator = walk.indicator AND part.period = walk.period
      AND part.level = child.level AND part.sozialraum = child.id
    -- The bound ends a circle of parent levels.
    WHERE walk.status IS NULL AND walk.depth <= (SELECT count(*) FROM levels)
  ),
  leaf AS (
    SELECT walk.*
    FROM walk
    LEFT JOIN (
      SELECT DISTINCT chosen.indicator, chosen.period, child.parent_level AS level, child.parent AS sozialraum, TRUE AS divided
      FROM chosen JOIN sozialraum_children child ON child.parent_level = chosen.parent_level AND child.cut = chosen.cut
    ) inner_area USING (indicator, period, level, sozialraum)
    WHERE walk.status IS NOT NULL OR inner_area.divided IS NULL
  ),
  sums AS (
    SELECT
      indicator, period, root_level AS level, root AS sozialraum,
      sum(top) FILTER (known) AS top,
      sum(bottom) FILTER (known) AS bottom,
      count(*) FILTER (known) AS n,
      count(*) FILTER (NOT known AND status IS DISTINCT FROM 'suppressed') AS missing,
      count(*) FILTER (status = 'suppressed') AS suppressed,
      count(status) AS stated,
      bool_and(status = 'not-applicable') AS nowhere_applicable,
      bool_or(known AND status = 'estimated') AS estimated
    FROM (SELECT *, coalesce(status IN ('ok', 'estimated') AND top IS NOT NULL, FALSE) AS known FROM leaf)
    GROUP BY ALL
  ),
  resolved AS (
    SELECT
      indicator, period, level, sozialraum, value, text, status, 'published' AS how,
      (value IS NOT NULL OR text IS NOT NULL)::INTEGER AS n,
      (value IS NULL AND text IS NULL AND status <> 'suppressed')::INTEGER AS missing,
      (status = 'suppressed')::INTEGER AS suppressed,
      NULL::DOUBLE AS numerator, NULL::DOUBLE AS denominator
    FROM published
    UNION ALL
    SELECT
      indicator, period, level, sozialraum,
      CASE
        WHEN sums.n = 0 THEN NULL
        WHEN pending.mode = 'add' THEN sums.top
        WHEN sums.bottom <> 0 THEN pending.factor * sums.top / sums.bottom
      END,
      NULL,
      CASE
        WHEN sums.n = 0 AND sums.suppressed > 0 THEN 'suppressed'
        WHEN sums.n = 0 AND sums.nowhere_applicable THEN 'not-applicable'
        WHEN sums.n = 0 THEN 'not-stated'
        WHEN pending.mode = 'divide' AND sums.bottom = 0 THEN 'not-applicable'
        WHEN sums.estimated THEN 'estimated'
        ELSE 'ok'
      END,
      CASE pending.mode WHEN 'add' THEN 'added' ELSE 'computed' END,
      sums.n::INTEGER, sums.missing::INTEGER, sums.suppressed::INTEGER,
      CASE WHEN pending.mode = 'divide' THEN sums.top END,
      sums.bottom
    FROM sums JOIN pending USING (indicator, period, level, sozialraum)
    WHERE sums.stated > 0
    UNION ALL
    SELECT indicator, period, level, sozialraum, NULL, NULL, 'not-stated', 'none', 0, 0, 0, NULL, NULL
    FROM wanted
    ANTI JOIN published USING (indicator, period, level, sozialraum)
    ANTI JOIN (SELECT * FROM sums WHERE stated > 0) summed USING (indicator, period, level, sozialraum)
  )`;
}

/** A row of `resolved` in the words of the domain. */
export function resolvedValue(row: Row<typeof RESOLVED_COLUMNS>): ResolvedValue {
  const status = row.status as ObservationStatus;
  const value = row.value ?? (status === "ok" || status === "estimated" ? undefined : status);
  return {
    value,
    text: row.text,
    status,
    how: row.how as ValueOrigin,
    n: row.n,
    missing: row.missing,
    suppressed: row.suppressed,
    incomplete: row.how !== "published" && row.value !== undefined && row.missing + row.suppressed > 0,
    numerator: row.numerator,
    denominator: row.denominator,
  };
}
