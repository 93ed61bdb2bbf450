import type { Formats } from "../../../i18n/formats.ts";
import type { provisionTexts } from "../../../i18n/provision-texts.ts";
import type { ProvisionAnswer } from "../../../state/provision-answer.ts";

type Texts = (typeof provisionTexts)["de"];

/** What the values of a measure are, with their unit. */
export function valueTitle({ choice, unit }: Pick<ProvisionAnswer, "choice" | "unit">, texts: Texts): string {
  return choice.measure === "bfca" ? texts.toCity : texts.per10000[unit];
}

/** Where a city has this much per 10,000, tenths tell its Sozialräume apart. */
const TENTHS_FROM = 3;

/** As many decimals as the Sozialräume differ by: two for ratios and small values, else one. */
export function digitsOf({ choice, city }: Pick<ProvisionAnswer, "choice" | "city">): number {
  return choice.measure === "bfca" || city.value < TENTHS_FROM ? 2 : 1;
}

export function valueText(
  value: number | undefined,
  answer: Pick<ProvisionAnswer, "choice" | "city">,
  formats: Formats,
): string {
  return value === undefined || Number.isNaN(value) ? "–" : formats.fixed(value, digitsOf(answer));
}

/** What the map shows: the measure by its short name, and the unit. */
export function mapTitle(answer: ProvisionAnswer, texts: Texts): string {
  const title = valueTitle(answer, texts);
  return answer.choice.measure === "per-10000" ? title : `${shortName(answer.choice.measure, texts)}: ${title}`;
}

/** The name of a measure without what stands in brackets, for legends and lists. */
export function shortName(measure: keyof Texts["methods"], texts: Texts): string {
  return /\(([^)]+)\)$/.exec(texts.methods[measure].title)?.[1] ?? texts.methods[measure].title;
}
