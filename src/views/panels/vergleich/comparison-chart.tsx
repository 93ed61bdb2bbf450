import { useCallback, useEffect, useMemo } from "react";
import { setPending } from "../../../commands/app.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import type { IndicatorRow } from "../../../state/selectors/indicator-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { LineChart } from "../../charts/line-chart.tsx";
import styles from "./comparison-chart.module.css";
import { comparisonSeries, describeSeries } from "./comparison-series.ts";
import { PeriodTable } from "./period-table.tsx";
import { shownUnit } from "./shown-text.ts";

/** The chosen districts over the years, as lines and – the same values – as a table. */
export function ComparisonChart({ map, rows }: { map: IndicatorMap; rows: readonly IndicatorRow[] }) {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const formats = useFormats();
  const compare = useAppState((state) => state.view.compare);
  const data = useMemo(() => comparisonSeries(map, rows, compare, language), [map, rows, compare, language]);
  const isChart = map.form !== "categories" && map.periods.length > 1;

  // The view is complete only with its chart.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the data has to be drawn again.
  useEffect(() => {
    setPending(app, "chart", isChart);
    return () => setPending(app, "chart", false);
  }, [app, isChart, data]);
  const drawn = useCallback(() => setPending(app, "chart", false), [app]);

  const unit = shownUnit(map, language);
  const hasSuppressed = data.series.some(({ points }) => points.some((point) => point.isSuppressed));
  const hasGaps = data.series.some(({ points }) => points.some(({ value }) => value === undefined));
  return (
    <section className={styles.section} aria-labelledby="chart-title">
      <h2 id="chart-title" className={styles.title}>
        {texts.chart}
        {unit && isChart ? <span className={styles.unit}>{unit}</span> : null}
      </h2>
      {isChart ? (
        <LineChart
          data={data}
          description={describeSeries(map, data, language)}
          waiting={texts.chartWaiting}
          onDrawn={drawn}
        />
      ) : null}
      {map.periods.length === 1 ? (
        <p className={styles.note}>{texts.chartOnePeriod(formats.period(map.periods[0]?.period ?? ""))}</p>
      ) : null}
      {isChart && (hasGaps || hasSuppressed) ? (
        <p className={styles.note}>
          {hasGaps ? texts.chartGaps : ""} {hasSuppressed ? texts.chartSuppressed : ""}
        </p>
      ) : null}
      {map.periods.length > 1 ? (
        <details className={styles.details} open={!isChart}>
          <summary>{texts.chartTable}</summary>
          <PeriodTable map={map} rows={rows} />
        </details>
      ) : null}
    </section>
  );
}
