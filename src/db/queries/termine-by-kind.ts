import type { TermineOfKind } from "../../domain/vorhaben-result.ts";
import type { Database, QueryOptions } from "../database.ts";

/**
 * How many Termine of each kind took place in each year, and with how many participants; ascending by kind and year.
 * @param sozialraum only those of one Sozialraum, by its id.
 * @throws the database's error, or the signal's reason.
 */
export async function termineByKind(
  db: Database,
  sozialraum?: string | undefined,
  options?: QueryOptions,
): Promise<TermineOfKind[]> {
  const result = await db.query(
    `SELECT
      kind, date[1:4] AS year,
      count(*) AS termine,
      sum(participants) AS participants,
      count(participants) AS n,
      count(*) - count(participants) AS missing
    FROM termine WHERE $1::VARCHAR IS NULL OR sozialraum = $1
    GROUP BY ALL ORDER BY kind, year`,
    [sozialraum ?? null],
    options,
  );
  return result.rows({
    kind: "text",
    year: "text",
    termine: "number",
    participants: "number?",
    n: "number",
    missing: "number",
  });
}
