import { WHOLE_CITY } from "../../domain/indicator.ts";
import { isKnown } from "../../domain/measured.ts";
import { lineOfRecord } from "../record-lines.ts";
import type { Examined, ExaminedLevel } from "./examined.ts";
import { aboutAreas, aboutIndicator, type Findings, titled } from "./findings.ts";
import { type Cut, decimalsOf, type Observed } from "./observed.ts";
import { yearsInWords } from "./years-in-words.ts";

/** Less than this share of the total is rounding that an office does on purpose. */
const ROUNDING = 0.01;

interface Difference {
  readonly id: string;
  readonly stated: number;
  readonly sum: number;
}

/** What differs in one way of adding up, in all years. */
interface Sums {
  readonly child: ExaminedLevel;
  readonly wholes: { readonly whole: Whole; readonly period: string; readonly differences: readonly Difference[] }[];
  cases: number;
}

/** Counts of Sozialräume against what is stated for the area that they make up, and against the whole city. */
export function examineSums(
  { levels, indicators }: Pick<Examined, "levels" | "indicators">,
  observed: Observed,
  findings: Findings,
): void {
  const found = new Map<string, Sums>();
  for (const cut of observed.cuts) {
    const child = levels.find(({ level }) => level.id === cut.level);
    if (indicators.get(cut.indicator)?.kind !== "count" || !child) continue;
    for (const whole of wholesOf(child, levels, cut, observed)) {
      const key = JSON.stringify([cut.indicator, cut.level, whole.level]);
      const sums = found.get(key) ?? { child, wholes: [], cases: 0 };
      found.set(key, sums);
      const differences = whole.groups.flatMap(({ id, stated, parts }) =>
        differenceOf(id, stated, parts, cut, observed),
      );
      if (differences.length > 0) sums.wholes.push({ whole, period: cut.period, differences });
      sums.cases += whole.groups.length;
    }
  }
  for (const sums of found.values()) tellSums(sums, { indicators }, observed, findings);
  examineResidentSums(levels, findings);
}

/** One finding for all years: the largest difference is named. */
function tellSums(
  { child, wholes, cases }: Sums,
  { indicators }: Pick<Examined, "indicators">,
  observed: Observed,
  findings: Findings,
): void {
  const largest = largestOf(wholes.flatMap(({ differences }) => differences));
  const most = largest && wholes.find(({ differences }) => differences.includes(largest));
  const indicator = indicators.get(most?.whole.cut.indicator ?? "");
  const statedAt = most?.whole.cut.at.get(largest?.id ?? "");
  if (!largest || !most || !indicator || statedAt === undefined) return;
  const { level, nameOf } = most.whole;
  const ids = new Set([largest.id, ...wholes.flatMap(({ differences }) => differences.map(({ id }) => id))]);
  const periods = [...new Set(wholes.map(({ period }) => period))].sort();
  findings.add({
    code: "sum-differs",
    severity: isGrave(largest) ? "warning" : "notice",
    ...observed.placeOf(statedAt),
    context: {
      ...titled(indicator),
      ...(isGrave(largest) ? {} : { small: 1 }),
      period: most.period,
      periods: yearsInWords(periods),
      wholes: wholes.reduce((sum, { differences }) => sum + differences.length, 0),
      of: cases,
      name: nameOf(largest.id),
      stated: largest.stated,
      sum: rounded(largest.sum),
      parts: child.level.title.de,
      partsEn: child.level.title.en,
    },
    about: [...(level === undefined ? [] : aboutAreas([...ids], level)), aboutIndicator(indicator)],
  });
}

interface Whole {
  readonly cut: Cut;
  /** Undefined = the whole city. */
  readonly level?: string | undefined;
  readonly groups: readonly { readonly id: string; readonly stated: number; readonly parts: readonly string[] }[];
  readonly nameOf: (id: string) => string;
}

function wholesOf(child: ExaminedLevel, levels: readonly ExaminedLevel[], cut: Cut, observed: Observed): Whole[] {
  const wholes: Whole[] = [];
  const { level } = child;
  const parent = levels.find((candidate) => candidate.level.id === level.parentLevel)?.level;
  const above = parent && observed.cut(parent.id, cut.indicator, cut.period);
  if (parent && above) {
    const names = new Map(parent.sozialraeume.map(({ id, name }) => [id, name]));
    const groups = [...above.at].map(([id, index]) => ({
      id,
      stated: observed.valueOf(index),
      parts: level.sozialraeume.filter((area) => area.parent === id).map((area) => area.id),
    }));
    wholes.push({ cut: above, level: parent.id, groups, nameOf: (id) => names.get(id) ?? id });
  }
  const city = observed.cut("", cut.indicator, cut.period);
  const index = city?.at.get(WHOLE_CITY);
  if (city && index !== undefined) {
    const parts = level.sozialraeume.map(({ id }) => id);
    wholes.push({ cut: city, groups: [{ id: WHOLE_CITY, stated: observed.valueOf(index), parts }], nameOf: () => "" });
  }
  return wholes;
}

/** Nothing is compared where a part is missing: the sum is unknown then, not smaller. */
function differenceOf(
  id: string,
  stated: number,
  parts: readonly string[],
  cut: Cut,
  observed: Observed,
): Difference[] {
  const values = parts.map((part) => observed.valueOf(cut.at.get(part) ?? -1));
  return differenceBetween(id, stated, values);
}

function differenceBetween(id: string, stated: number, values: readonly (number | undefined)[]): Difference[] {
  if (values.length === 0 || !Number.isFinite(stated)) return [];
  let sum = 0;
  let digits = decimalsOf(stated);
  for (const value of values) {
    if (value === undefined || !Number.isFinite(value)) return [];
    sum += value;
    digits = Math.max(digits, decimalsOf(value));
  }
  const rounding = digits === 0 ? 0.5 : 0.51 * (values.length + 1) * 10 ** -digits;
  return Math.abs(sum - stated) > rounding ? [{ id, stated, sum }] : [];
}

/** Of those that no rounding explains, where there are any. */
function largestOf(differences: readonly Difference[]): Difference | undefined {
  const size = ({ stated, sum }: Difference) => Math.abs(sum - stated);
  const grave = differences.filter(isGrave);
  return (grave.length > 0 ? grave : differences).reduce<Difference | undefined>(
    (most, one) => (!most || size(one) > size(most) ? one : most),
    undefined,
  );
}

function isGrave({ stated, sum }: Difference): boolean {
  return Math.abs(sum - stated) > ROUNDING * Math.max(Math.abs(stated), Math.abs(sum));
}

const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The column of residents of the areas themselves, where both levels have the same date. */
function examineResidentSums(levels: readonly ExaminedLevel[], findings: Findings): void {
  for (const { level } of levels) {
    const above = levels.find((candidate) => candidate.level.id === level.parentLevel);
    if (!above || above.level.origin.period !== level.origin.period) continue;
    const wholes = above.level.sozialraeume.filter(({ residents }) => isKnown(residents));
    const differences = wholes.flatMap(({ id, residents }) =>
      differenceBetween(
        id,
        Number(residents),
        level.sozialraeume
          .filter((area) => area.parent === id)
          .map((area) => (isKnown(area.residents) ? area.residents : undefined)),
      ),
    );
    const largest = largestOf(differences);
    const area = wholes.find(({ id }) => id === largest?.id);
    if (!largest || !area) continue;
    findings.add({
      code: "sum-differs",
      severity: isGrave(largest) ? "warning" : "notice",
      source: above.resource.path,
      row: lineOfRecord(area),
      column: above.resource.keys.columns?.residents ?? "residents",
      context: {
        indicator: "Einwohner:innen",
        indicatorEn: "Residents",
        ...(isGrave(largest) ? {} : { small: 1 }),
        period: level.origin.period ?? "",
        wholes: differences.length,
        of: wholes.length,
        name: area.name,
        stated: largest.stated,
        sum: rounded(largest.sum),
        parts: level.title.de,
        partsEn: level.title.en,
      },
      about: aboutAreas(
        differences.map(({ id }) => id),
        above.level.id,
      ),
    });
  }
}
