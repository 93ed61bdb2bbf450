import type { Language } from "../../../domain/localized.ts";
import { formatsFor } from "../../../i18n/formats.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import type { IndicatorRow } from "../../../state/selectors/indicator-rows.ts";
import { type LineChartData, type LineSeries, periodPosition } from "../../charts/line-series.ts";
import { seriesMark } from "../../charts/series-marks.ts";
import { shownNumber, shownUnit } from "./shown-text.ts";

/** The chosen districts over all periods, the city below them. A sum of counts would flatten the districts: it is left out. */
export function comparisonSeries(
  map: IndicatorMap,
  rows: readonly IndicatorRow[],
  compare: readonly string[],
  language: Language,
): LineChartData {
  const formats = formatsFor(language);
  const texts = vergleichTexts[language];
  const unit = shownUnit(map, language);
  const districts = rows.map(
    (row): LineSeries => ({
      key: row.id,
      label: row.name,
      mark: seriesMark(compare.indexOf(row.id)),
      points: map.periods.map(({ areas }, at) => {
        const value = areas[row.index];
        return {
          value: value === undefined || Number.isNaN(value) ? undefined : value,
          isSuppressed: map.matrix.periods[at]?.areas[row.index]?.status === "suppressed",
        };
      }),
    }),
  );
  const city: LineSeries = {
    key: "*",
    label: map.reference === "median" ? texts.columns.median : texts.city,
    points: map.periods.map(({ reference }) => ({ value: reference, isSuppressed: false })),
  };
  return {
    periods: map.periods.map(({ period }) => ({
      at: periodPosition(period),
      label: /^\d{4}(-Q\d)?$/.test(period) ? period.replace("-", " ") : formats.period(period),
    })),
    series: map.form === "circles" ? districts : [city, ...districts],
    unit,
    formatValue: (value) => shownNumber(map, value, language),
    // The round numbers of an axis need no decimals.
    formatTick: (value) =>
      formats.withUnit(formats.decimal(value, 2), map.form === "fills" && unit === "%" ? unit : ""),
  };
}

/** The chart in words: from where to where each line goes. */
export function describeSeries(map: IndicatorMap, data: LineChartData, language: Language): string {
  const texts = vergleichTexts[language];
  const formats = formatsFor(language);
  const first = map.periods[0]?.period ?? "";
  const last = map.periods.at(-1)?.period ?? "";
  const lines = data.series.map(({ label, points }) => {
    const from = points.find(({ value }) => value !== undefined)?.value;
    const to = points.findLast(({ value }) => value !== undefined)?.value;
    if (from === undefined || to === undefined) return texts.chartLineEmpty(label);
    return texts.chartLine(label, data.formatValue(from), data.formatValue(to));
  });
  return texts.chartSummary(map.indicator.title[language], formats.period(first), formats.period(last), lines);
}
