import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import type { IndicatorRow } from "../../../state/selectors/indicator-rows.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import styles from "./period-table.module.css";
import { columnNumber, rowText } from "./shown-text.ts";
import { areaProvenance, cityProvenance } from "./vergleich-provenance.ts";

/** The values of the chart: one line per period, one column per district; what is missing says why. */
export function PeriodTable({ map, rows }: { map: IndicatorMap; rows: readonly IndicatorRow[] }) {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const formats = useFormats();
  const hasCity = map.form !== "categories";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={texts.chartTable}>
      <table className={styles.table}>
        <caption className="visually-hidden">{`${map.indicator.title[language]}: ${texts.chart}`}</caption>
        <thead>
          <tr>
            <td />
            {rows.map((row) => (
              <th key={row.id} scope="col">
                {row.name}
              </th>
            ))}
            {hasCity ? <th scope="col">{map.reference === "median" ? texts.columns.median : texts.city}</th> : null}
          </tr>
        </thead>
        <tbody>
          {map.periods
            .map(({ period, areas, reference }, at) => (
              <tr key={period} data-shown={at === map.at || undefined}>
                <th scope="row">{formats.period(period)}</th>
                {rows.map((row) => {
                  const resolved = map.matrix.periods[at]?.areas[row.index] ?? row.resolved;
                  const value = areas[row.index];
                  const shown = value === undefined || Number.isNaN(value) ? undefined : value;
                  return (
                    <td key={row.id}>
                      <Figure
                        text={rowText(map, { ...row, resolved, shown }, language)}
                        label={`${row.name}, ${formats.period(period)}`}
                        provenance={() => areaProvenance(app.store.getState(), map, row, at)}
                      />
                    </td>
                  );
                })}
                {hasCity ? (
                  <td>
                    {reference === undefined ? (
                      "–"
                    ) : (
                      <Figure
                        text={columnNumber(map, reference, language)}
                        label={`${texts.city}, ${formats.period(period)}`}
                        provenance={() => cityProvenance(app.store.getState(), map, at)}
                      />
                    )}
                  </td>
                ) : null}
              </tr>
            ))
            .toReversed()}
        </tbody>
      </table>
    </section>
  );
}
