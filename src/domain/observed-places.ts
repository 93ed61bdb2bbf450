import type { Observations } from "./indicator.ts";

/** Values of one indicator at one time on one level: of which Sozialräume, and how much each. */
export interface ObservedPlaces {
  readonly indicator: string;
  readonly period: string;
  readonly level: string;
  readonly areas: readonly string[];
  /** Of each of them; NaN where it is missing. */
  readonly values: Float64Array;
}

/** More are not compared. */
const MOST = 300_000;

/** The observations by indicator, time and level; none when there are too many to compare. Lists of areas that are alike are one. */
export function observedPlaces(observations: Observations): ObservedPlaces[] {
  const { level, sozialraum, indicator, period, value } = observations;
  if (value.length > MOST) return [];
  const rows = new Map<string, number[]>();
  for (let i = 0; i < value.length; i++) {
    const key = `${indicator[i]}\n${period[i]}\n${level[i]}`;
    const known = rows.get(key);
    if (known) known.push(i);
    else rows.set(key, [i]);
  }
  const lists = new Map<string, readonly string[]>();
  return [...rows.values()].map((at) => {
    const [first = 0] = at;
    const own = at.map((i) => sozialraum[i] as string);
    const areas = lists.get(own.join("\n")) ?? own;
    lists.set(own.join("\n"), areas);
    return {
      ...{ indicator: indicator[first] as string, period: period[first] as string, level: level[first] as string },
      ...{ areas, values: Float64Array.from(at, (i) => value[i] as number) },
    };
  });
}
