import type { Observations } from "../../domain/indicator.ts";
import type { Period } from "../../domain/period.ts";
import type { PackageResource } from "../package/descriptor.ts";

/** One indicator at one time on one level; values by Sozialraum, NaN = missing. */
export interface Cut {
  readonly level: string;
  readonly indicator: string;
  readonly period: Period;
  /** Sozialraum → index of the observation. */
  readonly at: ReadonlyMap<string, number>;
}

/** A Sozialraum's indicator over time, oldest first: indexes of observations. */
export interface Series {
  readonly level: string;
  readonly sozialraum: string;
  readonly indicator: string;
  readonly at: readonly number[];
}

/** The observations by what the checks ask for. */
export class Observed {
  readonly observations: Observations;
  readonly cuts: readonly Cut[];
  readonly series: readonly Series[];
  readonly #byKey: ReadonlyMap<string, Cut>;
  readonly #resources: ReadonlyMap<string, PackageResource>;

  constructor(observations: Observations, resources: ReadonlyMap<string, PackageResource>) {
    this.observations = observations;
    this.#resources = resources;
    const cuts = new Map<string, Cut & { at: Map<string, number> }>();
    const series = new Map<string, Series & { at: number[] }>();
    for (let i = 0; i < observations.value.length; i++) {
      const level = observations.level[i] as string;
      const sozialraum = observations.sozialraum[i] as string;
      const indicator = observations.indicator[i] as string;
      const period = observations.period[i] as Period;
      const key = keyOf(level, indicator, period);
      const cut = cuts.get(key) ?? { level, indicator, period, at: new Map<string, number>() };
      cuts.set(key, cut);
      cut.at.set(sozialraum, i);
      const name = `${level}\n${sozialraum}\n${indicator}`;
      const one = series.get(name) ?? { level, sozialraum, indicator, at: [] as number[] };
      series.set(name, one);
      one.at.push(i);
    }
    for (const { at } of series.values()) at.sort((a, b) => (this.periodOf(a) < this.periodOf(b) ? -1 : 1));
    this.#byKey = cuts;
    this.cuts = [...cuts.values()];
    this.series = [...series.values()];
  }

  cut(level: string, indicator: string, period: Period): Cut | undefined {
    return this.#byKey.get(keyOf(level, indicator, period));
  }

  valueOf(index: number): number {
    return this.observations.value[index] as number;
  }

  periodOf(index: number): Period {
    return this.observations.period[index] as Period;
  }

  resourceOf(index: number): PackageResource | undefined {
    return this.#resources.get(this.observations.resource[index] as string);
  }

  /** File, line and column that a value stands in. */
  placeOf(index: number): { readonly source: string; readonly row?: number | undefined; readonly column?: string } {
    const resource = this.resourceOf(index);
    const line = this.observations.line?.[index] ?? 0;
    return { source: resource?.path ?? "", row: line > 0 ? line : undefined, column: this.#columnOf(index, resource) };
  }

  #columnOf(index: number, resource: PackageResource | undefined): string {
    const indicator = this.observations.indicator[index];
    const wide = Object.entries((resource?.keys.values ?? {}) as Record<string, unknown>);
    let column: string | undefined;
    for (const [name, spec] of wide) {
      const given =
        typeof spec === "string" ? { indicator: spec } : (spec as { indicator?: unknown; period?: unknown });
      if (given.indicator !== indicator) continue;
      if ("period" in given && given.period !== this.periodOf(index)) continue;
      column ??= name;
    }
    return column ?? resource?.keys.columns?.value ?? "value";
  }
}

function keyOf(level: string, indicator: string, period: Period): string {
  return `${level}\n${indicator}\n${period}`;
}

/** Digits behind the decimal sign, at most six: what is beyond is the arithmetic's. */
export function decimalsOf(value: number): number {
  for (let digits = 0; digits < 6; digits++) {
    const shifted = value * 10 ** digits;
    if (Math.abs(shifted - Math.round(shifted)) < 1e-6 * Math.max(1, Math.abs(shifted) * 1e-6)) return digits;
  }
  return 6;
}
