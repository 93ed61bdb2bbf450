import type { AreaValue } from "../../domain/indicator-result.ts";
import type { Period } from "../../domain/period.ts";
import type { Database, QueryOptions } from "../database.ts";
import { RESOLVED_COLUMNS, resolvedValue, resolveValues } from "./resolve-values.ts";

/**
 * One indicator in one period for every Sozialraum of a level: published values, else roll-ups from the areas below (rule and units
 * at `resolveValues`).
 * @returns one entry per Sozialraum of the level, in the level's order (ascending by id); empty when the level is unknown.
 * @throws the database's error, or the signal's reason.
 */
export async function indicatorValues(
  db: Database,
  question: { readonly indicator: string; readonly period: Period; readonly level: string },
  options?: QueryOptions,
): Promise<AreaValue[]> {
  const result = await db.query(
    `${resolveValues("SELECT $1::VARCHAR, $2::VARCHAR, level, id FROM sozialraeume WHERE level = $3")}
    SELECT resolved.* FROM resolved JOIN sozialraeume ON sozialraeume.level = $3 AND sozialraeume.id = resolved.sozialraum
    ORDER BY sozialraeume.position`,
    [question.indicator, question.period, question.level],
    options,
  );
  return result
    .rows({ sozialraum: "text", ...RESOLVED_COLUMNS })
    .map((row) => ({ sozialraum: row.sozialraum, ...resolvedValue(row) }));
}
