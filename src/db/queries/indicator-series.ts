import { WHOLE_CITY } from "../../domain/indicator.ts";
import type { Series } from "../../domain/indicator-result.ts";
import type { Database, QueryOptions } from "../database.ts";
import { RESOLVED_COLUMNS, resolvedValue, resolveValues } from "./resolve-values.ts";

/**
 * An indicator over all its periods, for some Sozialräume of one level and for the city.
 * @param question.sozialraeume ids; ids that the level does not have are left out.
 * @returns one series per Sozialraum in the order asked, then the city's.
 * @throws the database's error, or the signal's reason.
 */
export async function indicatorSeries(
  db: Database,
  question: { readonly indicator: string; readonly level: string; readonly sozialraeume: readonly string[] },
  options?: QueryOptions,
): Promise<Series[]> {
  const ids = question.sozialraeume.map((_, i) => `$${i + 3}`).join(", ");
  const result = await db.query(
    `${resolveValues(
      `SELECT $1::VARCHAR, periods.period, areas.level, areas.id
      FROM (SELECT DISTINCT period FROM indicator_evidence WHERE indicator = $1) periods
      CROSS JOIN (
        SELECT level, id FROM sozialraeume WHERE level = $2 ${ids === "" ? "AND FALSE" : `AND id IN (${ids})`}
        UNION ALL SELECT '', '*'
      ) areas`,
    )}
    SELECT * FROM resolved ORDER BY period`,
    [question.indicator, question.level, ...question.sozialraeume],
    options,
  );
  const rows = result.rows({ level: "text", sozialraum: "text", period: "text", ...RESOLVED_COLUMNS });
  const keys = [
    ...[...new Set(question.sozialraeume)].map((id) => ({ level: question.level, id })),
    { level: "", id: WHOLE_CITY },
  ];
  return keys
    .map((key) => ({
      sozialraum: key.id,
      values: rows
        .filter((row) => row.level === key.level && row.sozialraum === key.id)
        .map((row) => ({ period: row.period, ...resolvedValue(row) })),
    }))
    .filter((series) => series.values.length > 0);
}
