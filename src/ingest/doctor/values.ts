import type { Indicator } from "../../domain/indicator.ts";
import type { Examined } from "./examined.ts";
import { aboutIndicator, type Findings, titled } from "./findings.ts";
import { decimalsOf, type Observed, type Series } from "./observed.ts";
import { kindDoubt, valuesByIndicator } from "./rates.ts";

/** A slip of the pen moves a value by a digit. */
const JUMP = 10;
/** Small numbers jump by themselves. */
const LEAST_JUMP = 20;

/** Values that cannot be: shares beyond 0–100, counts that are no whole numbers, and one that is ten times its neighbours in time. */
export function examineValues(
  { indicators }: Pick<Examined, "indicators">,
  observed: Observed,
  findings: Findings,
): void {
  for (const [id, at] of valuesByIndicator(observed)) {
    const indicator = indicators.get(id);
    if (!indicator || kindDoubt(indicator, at, observed)) continue;
    if (indicator.kind === "share") tellImpossible(indicator, at, observed, findings);
    if (indicator.kind === "count") tellFractions(indicator, at, observed, findings);
  }
  for (const series of observed.series) {
    const indicator = indicators.get(series.indicator);
    if (indicator && indicator.kind !== "class") tellJumps(indicator, series, observed, findings);
  }
}

function subjects(indicator: Indicator, index: number, { observations }: Observed) {
  const level = observations.level[index] as string;
  const place = { on: "sozialraum", id: observations.sozialraum[index] as string, level } as const;
  return level === "" ? [aboutIndicator(indicator)] : [place, aboutIndicator(indicator)];
}

function tellImpossible(indicator: Indicator, at: readonly number[], observed: Observed, findings: Findings): void {
  for (const index of at) {
    const value = observed.valueOf(index);
    if (value >= 0 && value <= 100) continue;
    findings.add({
      code: "share-impossible",
      severity: "warning",
      ...observed.placeOf(index),
      context: { ...titled(indicator), value, period: observed.periodOf(index) },
      about: subjects(indicator, index, observed),
    });
  }
}

function tellFractions(indicator: Indicator, at: readonly number[], observed: Observed, findings: Findings): void {
  const broken = at.filter((index) => decimalsOf(observed.valueOf(index)) > 0);
  const first = broken[0];
  if (first === undefined) return;
  findings.add({
    code: "count-fractional",
    severity: "notice",
    ...observed.placeOf(first),
    context: { ...titled(indicator), values: broken.length, of: at.length, value: observed.valueOf(first) },
    about: subjects(indicator, first, observed),
  });
}

/** A value against the one before and the one after; at the ends of a series against the two beside it. */
function tellJumps(indicator: Indicator, series: Series, observed: Observed, findings: Findings): void {
  const at = series.at.filter((index) => Number.isFinite(observed.valueOf(index)));
  if (at.length < 3) return;
  for (const [i, index] of at.entries()) {
    const beside = i === 0 ? [1, 2] : i === at.length - 1 ? [i - 1, i - 2] : [i - 1, i + 1];
    const [before, after] = beside.map((n) => observed.valueOf(at[n] as number)) as [number, number];
    const value = observed.valueOf(index);
    if (before <= 0 || after <= 0 || value <= 0) continue;
    const isHigh = value > JUMP * Math.max(before, after) && value >= LEAST_JUMP;
    const isLow = value * JUMP < Math.min(before, after) && Math.min(before, after) >= LEAST_JUMP;
    if (!isHigh && !isLow) continue;
    findings.add({
      code: "value-jump",
      severity: "warning",
      ...observed.placeOf(index),
      context: { ...titled(indicator), value, period: observed.periodOf(index), before, after },
      about: subjects(indicator, index, observed),
    });
  }
}
