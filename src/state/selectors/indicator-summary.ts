import type { CityValue } from "../../domain/indicator-result.ts";
import type { AppState } from "../app-state.ts";
import type { IndicatorMap } from "../indicator-map.ts";
import { activeIndicatorMap, type IndicatorRow, indicatorRows } from "./indicator-rows.ts";

/** What the sentence of the comparison says. */
export interface IndicatorSummary {
  readonly map: IndicatorMap;
  readonly areas: number;
  readonly known: number;
  readonly missing: number;
  readonly suppressed: number;
  readonly notApplicable: number;
  /** The Sozialräume with the smallest and the largest value; several where they share it. Empty without any value. */
  readonly least: readonly IndicatorRow[];
  readonly most: readonly IndicatorRow[];
  readonly city: CityValue;
  /** The city's figure or the median as it is shown. */
  readonly reference?: number | undefined;
}

const summaries = new WeakMap<IndicatorMap, IndicatorSummary>();

export function indicatorSummary(state: AppState): IndicatorSummary | undefined {
  const map = activeIndicatorMap(state);
  const rows = indicatorRows(state);
  const period = map?.matrix.periods[map.at];
  if (!map || !rows || !period) return undefined;
  let summary = summaries.get(map);
  if (!summary) {
    const numbers = rows.filter((row) => row.shown !== undefined);
    const has = (status: string) => rows.filter((row) => !isKnownRow(row) && row.resolved.status === status).length;
    const suppressed = has("suppressed");
    const notApplicable = has("not-applicable");
    const known = rows.filter(isKnownRow).length;
    summary = {
      map,
      areas: rows.length,
      known,
      missing: rows.length - known - suppressed - notApplicable,
      suppressed,
      notApplicable,
      least: extreme(numbers, (a, b) => a < b),
      most: extreme(numbers, (a, b) => a > b),
      city: period.city,
      reference: map.periods[map.at]?.reference,
    };
    summaries.set(map, summary);
  }
  return summary;
}

const isKnownRow = (row: IndicatorRow) => row.shown !== undefined || row.resolved.text !== undefined;

function extreme(rows: readonly IndicatorRow[], beats: (a: number, b: number) => boolean): IndicatorRow[] {
  let best: IndicatorRow[] = [];
  for (const row of rows) {
    const first = best[0]?.shown;
    if (first === undefined || beats(row.shown as number, first)) best = [row];
    else if (row.shown === first) best.push(row);
  }
  return best;
}
