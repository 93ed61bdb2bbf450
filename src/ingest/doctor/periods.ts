import type { Indicator } from "../../domain/indicator.ts";
import type { Examined } from "./examined.ts";
import { aboutAreas, aboutIndicator, type Findings, MOST_PLACES, titled } from "./findings.ts";
import { type Cut, decimalsOf, type Observed } from "./observed.ts";
import { yearsInWords } from "./years-in-words.ts";

/** A cut that has fewer of the areas is none of all areas. */
const MOST_AREAS = 0.8;
/** So many areas do not stay the same by chance, nor with fewer different values, nor where they are small counts. */
const LEAST_ALIKE = 5;
const LEAST_COUNT = 20;
/** Ground does not change from year to year. */
const GROUND = /^(ha|hektar|km²|m²|qm|qkm)$/i;

/** Years that are missing inside a series, that repeat the year before, and Sozialräume that are missing in one year and there in others. */
export function examinePeriods(
  { levels, indicators }: Pick<Examined, "levels" | "indicators">,
  observed: Observed,
  findings: Findings,
): void {
  const bySeries = new Map<string, Cut[]>();
  for (const cut of observed.cuts) {
    const key = `${cut.level}\n${cut.indicator}`;
    bySeries.set(key, [...(bySeries.get(key) ?? []), cut]);
  }
  const gaps = new Map<string, { indicators: Indicator[]; index: number; years: readonly string[] }>();
  const holes = new Map<
    string,
    { indicators: Indicator[]; index: number; level: string; period: string; ids: string[] }
  >();
  const copies = new Map<string, { indicators: Indicator[]; index: number; before: Cut; cut: Cut }>();
  for (const cuts of bySeries.values()) {
    const indicator = indicators.get(cuts[0]?.indicator ?? "");
    const index = cuts[0]?.at.values().next().value;
    if (!indicator || index === undefined) continue;
    const years = missingYears(cuts.map(({ period }) => period));
    if (years.length > 0) {
      const key = `${observed.placeOf(index).source}\n${years.join()}`;
      const gap = gaps.get(key) ?? { indicators: [], index, years };
      gaps.set(key, gap);
      if (!gap.indicators.includes(indicator)) gap.indicators.push(indicator);
    }
    if (cuts.length < 2) continue;
    for (const [before, cut] of repeatedCuts(indicator, cuts, observed)) {
      const first = cut.at.values().next().value;
      if (first === undefined) continue;
      const key = `${observed.placeOf(first).source}\n${cut.level}\n${cut.period}\n${before.period}`;
      const copy = copies.get(key) ?? { indicators: [], index: first, before, cut };
      copies.set(key, copy);
      copy.indicators.push(indicator);
    }
    const all = new Set(cuts.flatMap(({ at }) => [...at.keys()]));
    for (const { level, period, at } of cuts) {
      if (level === "" || at.size < MOST_AREAS * all.size) continue;
      const ids = [...all].filter((id) => !at.has(id)).sort();
      const first = at.values().next().value;
      if (ids.length === 0 || first === undefined) continue;
      const key = `${observed.placeOf(first).source}\n${level}\n${period}\n${ids.join()}`;
      const hole = holes.get(key) ?? { indicators: [], index: first, level, period, ids };
      holes.set(key, hole);
      hole.indicators.push(indicator);
    }
  }
  for (const { indicators: concerned, index, years } of gaps.values()) {
    findings.add({
      code: "periods-missing",
      severity: "notice",
      source: observed.placeOf(index).source,
      context: {
        ...titled(concerned[0] as Indicator),
        indicators: concerned.length,
        years: yearsInWords(years),
        count: years.length,
      },
      about: concerned.slice(0, MOST_PLACES).map(aboutIndicator),
    });
  }
  for (const { indicators: concerned, index, before, cut } of copies.values()) {
    findings.add({
      code: "period-repeated",
      severity: "warning",
      ...observed.placeOf(index),
      context: {
        ...titled(concerned[0] as Indicator),
        indicators: concerned.length,
        period: cut.period,
        before: before.period,
        areas: cut.at.size,
      },
      about: concerned.slice(0, MOST_PLACES).map(aboutIndicator),
    });
  }
  for (const { indicators: concerned, index, level, period, ids } of holes.values()) {
    const names = levels.find((candidate) => candidate.level.id === level)?.level.sozialraeume ?? [];
    const name = names.find(({ id }) => id === ids[0])?.name ?? ids[0] ?? "";
    findings.add({
      code: "areas-missing-in-period",
      severity: "notice",
      source: observed.placeOf(index).source,
      context: { ...titled(concerned[0] as Indicator), indicators: concerned.length, period, areas: ids.length, name },
      about: [...aboutAreas(ids, level), ...concerned.slice(0, 1).map(aboutIndicator)],
    });
  }
}

/** A year whose values are those of the year before in every Sozialraum was probably copied; what never changes was not. */
function repeatedCuts(indicator: Indicator, cuts: readonly Cut[], observed: Observed): (readonly [Cut, Cut])[] {
  if (indicator.kind === "class" || GROUND.test(indicator.unit?.de ?? "")) return [];
  const ordered = [...cuts].sort((a, b) => (a.period < b.period ? -1 : 1));
  const pairs = ordered.slice(1).map((cut, i) => [ordered[i] as Cut, cut] as const);
  const repeated = pairs.filter(([before, cut]) => isAlike(indicator, before, cut, observed));
  return repeated.length > 1 && repeated.length === pairs.length ? [] : repeated;
}

function isAlike({ kind }: Indicator, before: Cut, cut: Cut, observed: Observed): boolean {
  let common = 0;
  const telling = new Set<number>();
  for (const [id, index] of cut.at) {
    const other = before.at.get(id);
    if (other === undefined) continue;
    const value = observed.valueOf(index);
    if (!Object.is(value, observed.valueOf(other))) return false;
    common++;
    if (kind === "count" ? Math.abs(value) >= LEAST_COUNT : decimalsOf(value) > 0) telling.add(value);
  }
  return telling.size >= LEAST_ALIKE && common >= MOST_AREAS * Math.max(before.at.size, cut.at.size);
}

/** Years between the first and the last that the step of the others would have; none where there is no step. */
export function missingYears(periods: readonly string[]): string[] {
  const years = [...new Set(periods.filter((period) => /^\d{4}$/.test(period)).map(Number))].sort((a, b) => a - b);
  if (years.length < 3) return [];
  const steps = years.slice(1).map((year, i) => year - (years[i] as number));
  // The usual step: half of all steps or more, so that one gap stands out and a loose sequence does not.
  const counts = new Map<number, number>();
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1);
  const [usual, times] = [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0] as [number, number];
  if (times < steps.length / 2) return [];
  const missing: string[] = [];
  for (const [i, step] of steps.entries()) {
    if (step <= usual || step % usual !== 0) continue;
    for (let year = (years[i] as number) + usual; year < (years[i + 1] as number); year += usual)
      missing.push(String(year));
  }
  return missing;
}
