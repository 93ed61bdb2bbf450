import type { ProfileEntry } from "../../domain/indicator-result.ts";
import type { Database, QueryOptions } from "../database.ts";
import { RESOLVED_COLUMNS, resolvedValue, resolveValues } from "./resolve-values.ts";

/**
 * The indicators of one Sozialraum, each with its latest value and the city's value beside it; in the order of the package.
 * Indicators that say nothing of the Sozialraum are left out. „Latest“ compares periods as texts.
 * @throws the database's error, or the signal's reason.
 */
export async function sozialraumProfile(
  db: Database,
  sozialraum: { readonly level: string; readonly id: string },
  options?: QueryOptions,
): Promise<ProfileEntry[]> {
  const result = await db.query(
    `${resolveValues(
      `SELECT DISTINCT evidence.indicator, evidence.period, area.level, area.id
      FROM indicator_evidence evidence
      CROSS JOIN (SELECT $1::VARCHAR AS level, $2::VARCHAR AS id UNION ALL SELECT '', '*') area`,
    )},
    latest AS (
      SELECT indicator, period
      FROM resolved
      WHERE level = $1 AND how <> 'none'
      QUALIFY row_number() OVER (PARTITION BY indicator ORDER BY (n = 0), period DESC) = 1
    )
    SELECT resolved.*
    FROM resolved JOIN latest USING (indicator, period) JOIN indicators ON indicators.id = resolved.indicator
    ORDER BY indicators.position`,
    [sozialraum.level, sozialraum.id],
    options,
  );
  const rows = result.rows({ indicator: "text", period: "text", level: "text", ...RESOLVED_COLUMNS });
  const city = new Map(rows.filter((row) => row.level === "").map((row) => [row.indicator, row]));
  return rows
    .filter((row) => row.level !== "")
    .map((row) => {
      const beside = city.get(row.indicator);
      if (beside === undefined) throw new Error(`no answer for the city's value of ${row.indicator}`);
      return {
        indicator: row.indicator,
        period: row.period,
        here: resolvedValue(row),
        city: resolvedValue(beside),
      };
    });
}
