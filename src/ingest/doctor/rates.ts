import type { Indicator } from "../../domain/indicator.ts";
import type { Examined } from "./examined.ts";
import { aboutIndicator, type Findings, titled } from "./findings.ts";
import { decimalsOf, type Observed } from "./observed.ts";

const SAYS_SHARE = /%|anteil|quote|prozent|percent|ratio\b|\brate\b/i;
const LEAST_VALUES = 5;
/** Percentages are published with one or two decimals; 0.153 in a cell is what a spreadsheet shows as 15.3 %. */
const DECIMALS_OF_FRACTIONS = 3;
/** All of them below five percent may be percentages of something rare. */
const LEAST_FRACTION = 0.05;

/** Indicators that are counts by name and rates by their values, the other way round, and percentages that are written as parts of one. */
export function examineRates(
  { indicators }: Pick<Examined, "indicators">,
  observed: Observed,
  findings: Findings,
): void {
  for (const [id, at] of valuesByIndicator(observed)) {
    const indicator = indicators.get(id);
    const doubt = indicator && kindDoubt(indicator, at, observed);
    const first = at[0];
    if (!indicator || !doubt || first === undefined) continue;
    findings.add({
      code: doubt,
      severity: "warning",
      ...observed.placeOf(first),
      row: undefined,
      context: { ...titled(indicator), values: at.length },
      about: [aboutIndicator(indicator)],
    });
  }
}

/** Indexes of the values that are there, by indicator. */
export function valuesByIndicator({ observations }: Observed): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let i = 0; i < observations.value.length; i++) {
    if (!Number.isFinite(observations.value[i] as number)) continue;
    const id = observations.indicator[i] as string;
    const known = found.get(id);
    if (known) known.push(i);
    else found.set(id, [i]);
  }
  return found;
}

/** What an indicator's values say against its kind; undefined where nothing does. */
export function kindDoubt(
  indicator: Indicator,
  at: readonly number[],
  observed: Observed,
): "count-looks-like-rate" | "rate-looks-like-count" | "share-looks-like-fraction" | undefined {
  if (at.length < LEAST_VALUES) return undefined;
  const values = at.map((index) => observed.valueOf(index));
  const broken = values.filter((value) => decimalsOf(value) > 0).length;
  const highest = Math.max(...values.slice(0, 50_000));
  const lowest = Math.min(...values.slice(0, 50_000));
  const words = `${indicator.title.de} ${indicator.title.en} ${indicator.unit?.de ?? ""} ${observed.placeOf(at[0] as number).column}`;
  if (indicator.kind === "count") {
    const isWithin = lowest >= 0 && highest <= 100;
    return isWithin && broken > values.length * (SAYS_SHARE.test(words) ? 0 : 0.5)
      ? "count-looks-like-rate"
      : undefined;
  }
  if (indicator.kind !== "share") return undefined;
  if (lowest >= 0 && highest <= 1 && highest >= LEAST_FRACTION && indicator.unit?.de === "%") {
    const fine = values.filter((value) => decimalsOf(value) >= DECIMALS_OF_FRACTIONS).length;
    if (fine > values.length / 2) return "share-looks-like-fraction";
  }
  const beyond = values.filter((value) => value > 100).length;
  return broken === 0 && lowest >= 0 && beyond > values.length / 4 ? "rate-looks-like-count" : undefined;
}
