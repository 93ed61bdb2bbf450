import { useMemo } from "react";
import { changeView } from "../../../commands/change-view.ts";
import type { GoalIndicator } from "../../../domain/goal-result.ts";
import { figureAndUnit, indicatorNumber } from "../../../i18n/value-text.ts";
import { zieleTexts } from "../../../i18n/ziele-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { SparkLine } from "../../charts/spark-line.tsx";
import { Figure } from "../../controls/figure.tsx";
import { valueProvenance } from "../value-provenance.ts";
import styles from "./goal-indicators.module.css";
import { StateMark } from "./state-mark.tsx";

/** The indicators of a goal: the course, the latest value of the whole city, the target, the state. */
export function GoalIndicators({ indicators }: { indicators: readonly GoalIndicator[] }) {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = zieleTexts[language];
  const records = useAppState((state) => state.document.records);
  const byId = useMemo(() => new Map(records?.indicators.map((indicator) => [indicator.id, indicator])), [records]);
  if (indicators.length === 0) return null;
  return (
    <ul className={styles.list}>
      {indicators.map((entry) => {
        const indicator = byId.get(entry.indicator);
        if (!indicator) return null;
        const title = indicator.title[language];
        const { latest, series, target } = entry;
        const shown = latest && figureAndUnit(latest, indicator, language);
        const targetText = target === undefined ? undefined : indicatorNumber(target, indicator, language);
        return (
          <li key={entry.indicator} className={styles.row}>
            <button
              type="button"
              className={styles.title}
              title={texts.compare}
              onClick={() => changeView(app, { view: "vergleich", indicator: entry.indicator, period: undefined })}
            >
              {title}
            </button>
            <SparkLine
              values={series.map(({ value }) => (typeof value === "number" ? value : undefined))}
              target={target}
              label={texts.course(
                title,
                formats.period(series[0]?.period ?? ""),
                formats.period(series.at(-1)?.period ?? ""),
              )}
            />
            <span className={styles.value}>
              {latest && shown ? (
                <>
                  <Figure
                    text={shown.figure}
                    label={title}
                    provenance={() =>
                      valueProvenance(app.store.getState(), indicator, texts.city, latest.period, latest)
                    }
                  />
                  <span className={styles.detail}>
                    {[formats.period(latest.period), shown.unit].filter(Boolean).join(" · ")}
                  </span>
                </>
              ) : (
                <span className={styles.detail}>{texts.noValue}</span>
              )}
            </span>
            <span className={styles.target}>
              {targetText === undefined
                ? ""
                : entry.targetDate
                  ? texts.targetBy(targetText, formats.period(entry.targetDate))
                  : texts.targetValue(targetText)}
            </span>
            <StateMark state={entry.state} />
          </li>
        );
      })}
    </ul>
  );
}
