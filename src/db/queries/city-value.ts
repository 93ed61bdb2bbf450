import type { CityValue } from "../../domain/indicator-result.ts";
import type { Period } from "../../domain/period.ts";
import type { Database, QueryOptions } from "../database.ts";
import { RESOLVED_COLUMNS, resolvedValue, resolveValues } from "./resolve-values.ts";

/**
 * The city's value beside an area's (methods.md 1): published for `*`; else counts add; else Σ numerator ÷ Σ denominator; else none,
 * with the unweighted median of the areas of `level` beside it. Never the mean of shares.
 * @throws the database's error, or the signal's reason.
 */
export async function cityValue(
  db: Database,
  question: { readonly indicator: string; readonly period: Period; readonly level?: string | undefined },
  options?: QueryOptions,
): Promise<CityValue> {
  const parameters = [question.indicator, question.period];
  const result = await db.query(
    `${resolveValues("SELECT $1::VARCHAR, $2::VARCHAR, '', '*'")} SELECT * FROM resolved`,
    parameters,
    options,
  );
  const [row] = result.rows(RESOLVED_COLUMNS);
  if (row === undefined) throw new Error(`no answer for the city's value of ${question.indicator}`);
  const value = resolvedValue(row);
  if (value.how !== "none" || question.level === undefined) return value;

  const medians = await db.query(
    `${resolveValues("SELECT $1::VARCHAR, $2::VARCHAR, level, id FROM sozialraeume WHERE level = $3")}
    SELECT
      median(value) AS value,
      count(value) AS n,
      count(*) FILTER (value IS NULL AND status <> 'suppressed') AS missing,
      count(*) FILTER (status = 'suppressed') AS suppressed
    FROM resolved`,
    [...parameters, question.level],
    options,
  );
  const [median] = medians.rows({ value: "number?", n: "number", missing: "number", suppressed: "number" });
  if (median?.value === undefined) return value;
  return { ...value, median: { ...median, level: question.level, value: median.value } };
}
