import type { Language } from "../../../domain/localized.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorRow } from "../../../state/selectors/indicator-rows.ts";
import type { IndicatorSummary } from "../../../state/selectors/indicator-summary.ts";
import { shownNumber } from "./shown-text.ts";

/** The range of the areas and the city's figure in one sentence; for published classes the most frequent one. */
export function comparisonSentence(summary: IndicatorSummary, language: Language): string {
  const { map, known, reference } = summary;
  const texts = vergleichTexts[language];
  const formats = formatsFor(language);
  const title = map.indicator.title[language];
  const period = formats.period(map.periods[map.at]?.period ?? "");
  if (map.form === "categories" && known > 0) {
    const most = Math.max(...map.counts);
    const category = map.categories[map.counts.indexOf(most)] ?? "";
    return texts.mostFrequent(title, period, category, formats.count(most), formats.count(known));
  }
  const written = (value: number) => shownNumber(map, value, language);
  const extreme = (rows: readonly IndicatorRow[]) => {
    const value = rows[0]?.shown;
    return value === undefined ? undefined : { value: written(value), names: rows.map((row) => row.name) };
  };
  const kind = map.reference === "median" ? "median" : map.form === "circles" ? "sum" : "city";
  return texts.range({
    title: map.form === "per-residents" ? `${title} ${texts.perUnit}` : title,
    period,
    known,
    least: extreme(summary.least),
    most: extreme(summary.most),
    reference: reference === undefined ? undefined : { value: written(reference), kind },
  });
}
