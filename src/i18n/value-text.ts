import type { Indicator } from "../domain/indicator.ts";
import type { ResolvedValue } from "../domain/indicator-result.ts";
import type { Language } from "../domain/localized.ts";
import type { MissingReason } from "../domain/measured.ts";
import { formatsFor } from "./formats.ts";

export const missingTexts: Readonly<Record<Language, Readonly<Record<MissingReason, string>>>> = {
  de: { "not-stated": "keine Angabe", suppressed: "geheim gehalten", "not-applicable": "nicht sinnvoll" },
  en: { "not-stated": "not stated", suppressed: "confidential", "not-applicable": "not applicable" },
};

const PERSONS = new Set(["Personen", "people", "persons", "Anzahl", "number"]);

/**
 * A number of an indicator with its unit: 12,3 % · 6,0 % · 4.120 · 41,7 m². Counts are whole, shares have one decimal, in a sentence as in a
 * column; the rest keeps the digits that it can carry, unless it stands with others that have just so many `decimals`.
 */
export function indicatorNumber(
  value: number,
  indicator: Indicator | undefined,
  language: Language,
  decimals?: number,
): string {
  const formats = formatsFor(language);
  const unit = indicator?.unit?.[language];
  const isCount = indicator?.kind === "count" || indicator?.kind === "class";
  const digits = isCount
    ? Number.isInteger(value)
      ? 0
      : 1
    : Math.abs(value) >= 100
      ? 0
      : Math.abs(value) >= 1
        ? 1
        : 2;
  const exactly = indicator?.kind === "share" ? 1 : decimals;
  const number = exactly === undefined ? formats.decimal(value, digits) : formats.fixed(value, exactly);
  return unit === undefined || PERSONS.has(unit) || isCount ? number : formats.withUnit(number, unit);
}

/** Units that are part of the figure; longer ones stand below it or at the head of its column. */
const isShort = (unit: string) => unit.length <= 3;

/** A value as a figure and, apart from it, the unit that is too long to stand beside it. */
export function figureAndUnit(value: ResolvedValue, indicator: Indicator, language: Language) {
  const text = valueText(value, indicator, language);
  const unit = indicator.unit?.[language];
  if (unit === undefined || isShort(unit) || !text.endsWith(unit)) return { figure: text };
  return { figure: valueText(value, { ...indicator, unit: undefined }, language), unit };
}

/** A value or the reason why there is none. */
export function valueText(value: ResolvedValue, indicator: Indicator | undefined, language: Language): string {
  if (value.text) return value.text;
  if (value.value === undefined) return missingTexts[language]["not-stated"];
  if (typeof value.value !== "number") return missingTexts[language][value.value];
  return indicatorNumber(value.value, indicator, language);
}
