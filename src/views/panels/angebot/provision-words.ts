import type { Formats } from "../../../i18n/formats.ts";
import type { provisionTexts } from "../../../i18n/provision-texts.ts";
import type { ProvisionAnswer } from "../../../state/provision-answer.ts";

type Texts = (typeof provisionTexts)["de"];

/** What the values of a measure are, with their unit. */
export function valueTitle({ choice, unit }: Pick<ProvisionAnswer, "choice" | "unit">, texts: Texts): string {
  return choice.measure === "bfca" ? texts.toCity : texts.per10000[unit];
}

/** Ratios with two decimals, units per 10,000 with one. */
export function valueText(value: number | undefined, { choice }: Pick<ProvisionAnswer, "choice">, formats: Formats) {
  if (value === undefined || Number.isNaN(value)) return "–";
  return formats.fixed(value, choice.measure === "bfca" ? 2 : 1);
}

/** The name of a measure without what stands in brackets, for legends and lists. */
export function shortName(measure: keyof Texts["methods"], texts: Texts): string {
  return /\(([^)]+)\)$/.exec(texts.methods[measure].title)?.[1] ?? texts.methods[measure].title;
}
