import type { SeriesMark } from "./series-marks.ts";

/** One point of a line; without a value the line breaks. */
export interface LinePoint {
  readonly value?: number | undefined;
  /** There is a value, but it is secret: marked, never drawn as a height. */
  readonly isSuppressed: boolean;
}

export interface LineSeries {
  readonly key: string;
  readonly label: string;
  /** Undefined for what stands beside the others: drawn grey, thick, and below them. */
  readonly mark?: SeriesMark | undefined;
  /** One per period, in their order. */
  readonly points: readonly LinePoint[];
}

export interface LineChartData {
  /** Ascending; the texts that stand at the axis. */
  readonly periods: readonly { readonly at: number; readonly label: string }[];
  readonly series: readonly LineSeries[];
  readonly unit?: string | undefined;
  readonly formatValue: (value: number) => string;
  readonly formatTick: (value: number) => string;
}

/** A period of the contract on a line of years: 2020 → 2020, 2020-Q3 → 2020.5, 2020-03-15 → about 2020.2. */
export function periodPosition(period: string): number {
  const year = Number(period.slice(0, 4));
  const quarter = /^\d{4}-Q([1-4])$/.exec(period)?.[1];
  if (quarter) return year + (Number(quarter) - 1) / 4;
  const [, month = "01", day = "01"] = period.split("-");
  return year + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
}
