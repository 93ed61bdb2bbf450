import type { IndicatorRow } from "../../../state/selectors/indicator-rows.ts";

const EACH = 4;

/** The rows with the largest values and those with the smallest, each beginning at its end; none stands in both. */
export function extremes(rows: readonly IndicatorRow[]): {
  readonly highest: readonly IndicatorRow[];
  readonly lowest: readonly IndicatorRow[];
} {
  const ranked = rows
    .filter((row) => row.rank !== undefined)
    .toSorted((a, b) => (a.rank as number) - (b.rank as number));
  const each = Math.min(EACH, Math.floor(ranked.length / 2));
  return { highest: ranked.slice(0, each), lowest: ranked.slice(ranked.length - each).toReversed() };
}
