import type { ClassBreaks } from "../../../analysis/classes/class-breaks.ts";
import type { Language } from "../../../domain/localized.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";

/** „unter 12“ · „12 bis unter 15“ · „15 und mehr“: all with as many decimals as the finest of the breaks has, no more. */
export function classLabels({ breaks, least, most }: ClassBreaks, language: Language): string[] {
  const formats = formatsFor(language);
  const texts = vergleichTexts[language];
  if (breaks.length === 0) return [texts.legendAll(formats.decimal(least, 2), formats.decimal(most, 2))];
  const digits = Math.max(...Array.from(breaks, decimalsOf));
  const written = Array.from(breaks, (value) => formats.fixed(value, digits));
  return Array.from({ length: breaks.length + 1 }, (_, i) => {
    const from = written[i - 1];
    const to = written[i];
    if (from === undefined) return texts.legendBelow(to ?? "");
    return to === undefined ? texts.legendFrom(from) : texts.legendBetween(from, to);
  });
}

/** Decimals that a round number needs; those of a number that is not round are cut at ten. */
function decimalsOf(value: number): number {
  for (let digits = 0; digits < 10; digits++) {
    if (Number(value.toFixed(digits)) === value) return digits;
  }
  return 10;
}
