import type { Database, QueryOptions } from "../../src/db/database.ts";
import type { CoverageStatus } from "../../src/domain/coverage-row.ts";

/** Coverage of one Sozialraum as SQL finds it; undefined = no value. */
export interface CoverageOfSozialraum {
  readonly sozialraum: string;
  /** Sum of the known residents of its points. */
  readonly residents: number | undefined;
  readonly anlaufpunkteInside: number | undefined;
  readonly residentsReached: number | undefined;
  /** 0–1. */
  readonly reachedShare: number | undefined;
  /** Metres, not rounded. */
  readonly nearestMedianMetres: number | undefined;
  readonly nearestP90Metres: number | undefined;
  readonly per10000: number | undefined;
  readonly status: CoverageStatus;
}

/**
 * The coverage table from the points of the last measurement (`loadCoverage`), by the rules of methods.md 1 and beside the kernel: a
 * test proves that both agree. Weighted quantiles compare weights, not shares: the smallest d with 2·Σw(≤ d) ≥ W and 10·Σw ≥ 9·W.
 * @param question.reach metres; a distance of exactly the reach counts. Left out = the reach of the measurement.
 * @param question.reachedShare 0–1, from which a Sozialraum without an own Anlaufpunkt is `reached` (own rule); default 0.5.
 * @returns one row per Sozialraum of the measured level, in its order; empty before the first measurement.
 * @throws the database's error, or the signal's reason.
 */
export async function coverageBySozialraum(
  db: Database,
  question: { readonly reach?: number | undefined; readonly reachedShare?: number | undefined } = {},
  options?: QueryOptions,
): Promise<CoverageOfSozialraum[]> {
  const result = await db.query(
    `WITH
    run AS (SELECT level, coalesce($1::DOUBLE, reach_metres) AS reach, EXISTS (FROM anlaufpunkte) AS known FROM coverage_run),
    sums AS (
      SELECT
        area,
        sum(residents) AS residents,
        sum(CASE WHEN distance <= reach THEN residents ELSE 0 END) FILTER (residents IS NOT NULL) AS reached
      FROM coverage_cells CROSS JOIN run WHERE area IS NOT NULL GROUP BY area
    ),
    ordered AS (
      SELECT
        area, distance,
        sum(residents) OVER (PARTITION BY area ORDER BY distance) AS below,
        sum(residents) OVER (PARTITION BY area) AS total
      FROM coverage_cells WHERE area IS NOT NULL AND residents > 0 AND distance IS NOT NULL
    ),
    quantiles AS (
      SELECT
        area,
        min(distance) FILTER (2 * below >= total) AS median,
        min(distance) FILTER (10 * below >= 9 * total) AS p90
      FROM ordered GROUP BY area
    ),
    places AS (SELECT area, count(*) AS inside FROM coverage_places WHERE area IS NOT NULL GROUP BY area),
    measured AS (
      SELECT
        place.id, place.position, run.known,
        sums.residents, quantiles.median, quantiles.p90,
        CASE WHEN run.known THEN coalesce(places.inside, 0) END AS inside,
        CASE WHEN run.known THEN sums.reached END AS reached
      FROM run
      JOIN sozialraeume place ON place.level = run.level
      LEFT JOIN sums ON sums.area = place.position
      LEFT JOIN quantiles ON quantiles.area = place.position
      LEFT JOIN places ON places.area = place.position
    )
    SELECT
      id AS sozialraum,
      residents,
      inside AS anlaufpunkte_inside,
      reached AS residents_reached,
      CASE WHEN residents > 0 THEN reached / residents END AS reached_share,
      median AS nearest_median,
      p90 AS nearest_p90,
      CASE WHEN residents > 0 THEN inside / residents * 10000 END AS per_10000,
      CASE
        WHEN NOT known OR residents IS NULL OR residents <= 0 THEN 'unknown'
        WHEN inside > 0 THEN 'served'
        WHEN reached / residents >= $2::DOUBLE THEN 'reached'
        ELSE 'gap'
      END AS status
    FROM measured ORDER BY position`,
    [question.reach ?? null, question.reachedShare ?? 0.5],
    options,
  );
  return result
    .rows({
      sozialraum: "text",
      residents: "number?",
      anlaufpunkte_inside: "number?",
      residents_reached: "number?",
      reached_share: "number?",
      nearest_median: "number?",
      nearest_p90: "number?",
      per_10000: "number?",
      status: "text",
    })
    .map((row) => ({
      sozialraum: row.sozialraum,
      residents: row.residents,
      anlaufpunkteInside: row.anlaufpunkte_inside,
      residentsReached: row.residents_reached,
      reachedShare: row.reached_share,
      nearestMedianMetres: row.nearest_median,
      nearestP90Metres: row.nearest_p90,
      per10000: row.per_10000,
      status: row.status as CoverageStatus,
    }));
}
