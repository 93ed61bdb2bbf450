import type { Database } from "../../src/db/database.ts";
import { indicatorMatrix } from "../../src/db/queries/indicator-matrix.ts";
import type { PeriodValues } from "../../src/domain/indicator-matrix.ts";

/** What the matrix of an indicator says of one period. */
export async function valuesIn(
  db: Database,
  question: { readonly indicator: string; readonly period: string; readonly level: string },
): Promise<PeriodValues> {
  const { indicator, period, level } = question;
  const found = (await indicatorMatrix(db, { indicator, level })).periods.find((entry) => entry.period === period);
  if (!found) throw new Error(`nothing is observed of ${indicator} in ${period}`);
  return found;
}
