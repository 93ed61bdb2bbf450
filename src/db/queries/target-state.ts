import type { TargetState } from "../../domain/goal-result.ts";
import type { IndicatorDirection } from "../../domain/indicator.ts";
import type { Period } from "../../domain/period.ts";

/**
 * Where an indicator stands with its target. Own rule, judged by the date of the latest value and not by today's:
 * - `no-data`: no known value;
 * - `open`: no target, or a direction that does not say which side of it is good;
 * - `reached`: the latest value is at the target or on its good side;
 * - `missed`: it is not, and belongs to the target date or later;
 * - `on-track`: the target date is ahead, and the latest value is on the good side of the straight line from the first value to the
 *   target, or on it;
 * - `open`: all else – behind that line, only one value, no target date.
 * @param series known values, ascending by period.
 */
export function targetState(
  series: readonly { readonly period: Period; readonly value: number }[],
  goal: {
    readonly target?: number | undefined;
    readonly targetDate?: Period | undefined;
    readonly direction: IndicatorDirection;
  },
): TargetState {
  const { target, targetDate, direction } = goal;
  const first = series[0];
  const latest = series.at(-1);
  if (first === undefined || latest === undefined) return "no-data";
  if (target === undefined || direction === "neutral") return "open";
  const meets = (value: number, bar: number) => (direction === "more-is-better" ? value >= bar : value <= bar);
  if (meets(latest.value, target)) return "reached";
  if (targetDate === undefined) return "open";
  const due = endOfPeriod(targetDate);
  const begun = endOfPeriod(first.period);
  const now = endOfPeriod(latest.period);
  if (now >= due) return "missed";
  if (now <= begun) return "open";
  const onLine = first.value + ((target - first.value) * (now - begun)) / (due - begun);
  return meets(latest.value, onLine) ? "on-track" : "open";
}

/** Years since year 0 at the end of a period: 2020 and 2020-12 end together, 2020-Q1 a quarter after 2020 began. */
function endOfPeriod(period: Period): number {
  const [year, part, day] = period.split("-");
  const start = Number(year);
  if (part === undefined) return start + 1;
  if (part.startsWith("Q")) return start + Number(part.slice(1)) / 4;
  const month = Number(part);
  return day === undefined ? start + month / 12 : start + (month - 1 + Number(day) / 31) / 12;
}
