import type { Indicator } from "../../domain/indicator.ts";
import type { Examined } from "./examined.ts";
import { aboutIndicator, type Findings, titled } from "./findings.ts";
import { decimalsOf, type Observed, type Series } from "./observed.ts";
import { kindDoubt, valuesByIndicator } from "./rates.ts";

/** A slip of the pen moves a value by a digit; meanwhile it has grown or shrunk a little, too. */
const JUMP = 7;
/** Neighbours that differ more from each other say nothing about the value between them. */
const STEADY = 2;
/** Small numbers jump by themselves, counts more so. */
const LEAST_JUMP = 20;
const LEAST_JUMP_OF_COUNTS = 50;
/** More of them below zero are no slip: it is a balance. */
const FEW = 0.1;
const SAYS_BALANCE = /saldo|saldi|bilanz|veränder|entwicklung|zuwachs|differenz|abweich|balance|change|growth|net\b/i;

/**
 * Values that cannot be: shares beyond 0–100, counts and rates below zero, counts that are no whole numbers, and one that is a digit
 * larger or smaller than its neighbours in time, or zero between them.
 */
export function examineValues(
  { indicators }: Pick<Examined, "indicators">,
  observed: Observed,
  findings: Findings,
): void {
  for (const [id, at] of valuesByIndicator(observed)) {
    const indicator = indicators.get(id);
    if (!indicator || kindDoubt(indicator, at, observed)) continue;
    if (indicator.kind === "share") tellImpossible(indicator, at, observed, findings);
    if (indicator.kind === "count" || indicator.kind === "rate") tellNegative(indicator, at, observed, findings);
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

function tellValue(
  code: "share-impossible" | "value-below-zero",
  indicator: Indicator,
  index: number,
  observed: Observed,
  findings: Findings,
): void {
  findings.add({
    code,
    severity: "warning",
    ...observed.placeOf(index),
    context: { ...titled(indicator), value: observed.valueOf(index), period: observed.periodOf(index) },
    about: subjects(indicator, index, observed),
  });
}

function tellImpossible(indicator: Indicator, at: readonly number[], observed: Observed, findings: Findings): void {
  for (const index of at) {
    const value = observed.valueOf(index);
    if (value < 0 || value > 100) tellValue("share-impossible", indicator, index, observed, findings);
  }
}

function tellNegative(indicator: Indicator, at: readonly number[], observed: Observed, findings: Findings): void {
  const below = at.filter((index) => observed.valueOf(index) < 0);
  if (below.length > FEW * at.length && below.length > 1) return;
  if (SAYS_BALANCE.test(`${indicator.title.de} ${indicator.title.en}`)) return;
  for (const index of below) tellValue("value-below-zero", indicator, index, observed, findings);
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
  const least = indicator.kind === "count" ? LEAST_JUMP_OF_COUNTS : LEAST_JUMP;
  for (const [i, index] of at.entries()) {
    const isEnd = i === 0 || i === at.length - 1;
    const beside = (i === 0 ? [1, 2] : i === at.length - 1 ? [i - 2, i - 1] : [i - 1, i + 1]).map(
      (n) => at[n] as number,
    ) as [number, number];
    const [before, after] = beside.map((n) => observed.valueOf(n)) as [number, number];
    const [low, high] = [Math.min(before, after), Math.max(before, after)];
    const value = observed.valueOf(index);
    if (low <= 0 || high > STEADY * low) continue;
    const isHigh = value > JUMP * high && value - high >= least;
    // What ends or begins with zero may have been closed or opened.
    const isLow = value * JUMP < low && low - value >= least && (value > 0 || (value === 0 && !isEnd));
    if (!isHigh && !isLow) continue;
    const [earlier, later] = beside.map((n) => observed.periodOf(n)) as [string, string];
    findings.add({
      code: "value-jump",
      severity: "warning",
      ...observed.placeOf(index),
      context: { ...titled(indicator), value, period: observed.periodOf(index), earlier, before, later, after },
      about: subjects(indicator, index, observed),
    });
  }
}
