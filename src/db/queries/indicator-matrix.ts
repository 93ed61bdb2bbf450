import type { IndicatorMatrix, PeriodValues } from "../../domain/indicator-matrix.ts";
import type { CityValue, ResolvedValue } from "../../domain/indicator-result.ts";
import type { Database, QueryOptions } from "../database.ts";
import { RESOLVED_COLUMNS, resolvedValue, resolveValues } from "./resolve-values.ts";

/**
 * An indicator over all its periods for every Sozialraum of a level, with the city's value or the areas' median beside it, in one
 * question: maps of different years share their classes, and stepping through the years asks nothing more. Rule and units at
 * `resolveValues`. The city's value (methods.md 1) is published for `*`, else added or divided over the whole city, else none, with the
 * unweighted median of the areas beside it; never the mean of shares.
 * @returns areas in the level's order; no periods when the indicator or the level has no observations or is unknown.
 * @throws the database's error, or the signal's reason.
 */
export async function indicatorMatrix(
  db: Database,
  question: { readonly indicator: string; readonly level: string },
  options?: QueryOptions,
): Promise<IndicatorMatrix> {
  const result = await db.query(
    `${resolveValues(
      `SELECT $1::VARCHAR, periods.period, areas.level, areas.id
      FROM (SELECT DISTINCT period FROM indicator_evidence WHERE indicator = $1) periods
      CROSS JOIN (
        SELECT level, id FROM sozialraeume WHERE level = $2
        UNION ALL SELECT '', '*'
      ) areas`,
    )}
    SELECT
      resolved.*,
      coalesce(sozialraeume.position, -1) AS position,
      median(resolved.value) FILTER (resolved.level <> '') OVER (PARTITION BY resolved.period) AS median
    FROM resolved
    LEFT JOIN sozialraeume ON sozialraeume.level = resolved.level AND sozialraeume.id = resolved.sozialraum
    ORDER BY resolved.period, position`,
    [question.indicator, question.level],
    options,
  );
  const periods = new Map<string, { areas: ResolvedValue[]; city?: ResolvedValue; median: number | undefined }>();
  for (const row of result.rows({ period: "text", position: "number", median: "number?", ...RESOLVED_COLUMNS })) {
    let entry = periods.get(row.period);
    if (!entry) {
      entry = { areas: [], median: row.median };
      periods.set(row.period, entry);
    }
    if (row.position < 0) entry.city = resolvedValue(row);
    else entry.areas.push(resolvedValue(row));
  }
  return {
    ...question,
    periods: [...periods].flatMap(([period, { areas, city, median }]): PeriodValues[] => {
      if (city === undefined) throw new Error(`no answer for the city's value of ${question.indicator} in ${period}`);
      return areas.length === 0 ? [] : [{ period, areas, city: withMedian(city, median, areas, question.level) }];
    }),
  };
}

function withMedian(
  city: ResolvedValue,
  median: number | undefined,
  areas: readonly ResolvedValue[],
  level: string,
): CityValue {
  if (city.how !== "none" || median === undefined) return city;
  const suppressed = areas.filter((area) => area.status === "suppressed").length;
  const n = areas.filter((area) => typeof area.value === "number").length;
  return { ...city, median: { level, value: median, n, missing: areas.length - n - suppressed, suppressed } };
}
