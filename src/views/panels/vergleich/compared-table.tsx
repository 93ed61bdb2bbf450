import { X } from "lucide-react";
import { toggleCompared } from "../../../commands/compare-sozialraum.ts";
import { showSozialraum } from "../../../commands/show-on-map.ts";
import type { Provenance } from "../../../domain/provenance.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import { distanceKind, type IndicatorRow } from "../../../state/selectors/indicator-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { seriesMark } from "../../charts/series-marks.ts";
import { SeriesSample } from "../../charts/series-sample.tsx";
import { IconButton } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import styles from "./compared-table.module.css";
import { columnNumber, distanceText, distanceTitle, rowText, shownUnit } from "./shown-text.ts";
import { valueNote } from "./value-note.ts";
import { areaProvenance, cityProvenance, distanceProvenance, rankProvenance } from "./vergleich-provenance.ts";

interface ComparedTableProps {
  readonly map: IndicatorMap;
  /** In the order of choice, which is that of their marks. */
  readonly rows: readonly IndicatorRow[];
}

/** The chosen districts beside the city: value, distance, place – each figure answers where it comes from. */
export function ComparedTable({ map, rows }: ComparedTableProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const formats = useFormats();
  const compare = useAppState((state) => state.view.compare);
  const kind = distanceKind(map);
  const valueUnit = shownUnit(map, language);
  const unit = kind === "points" ? texts.percentagePointsNarrow : kind === "unit" ? valueUnit : undefined;
  const ranked = map.ranks.filter((rank) => rank > 0).length;
  const period = map.matrix.periods[map.at];
  const reference = map.periods[map.at]?.reference;
  const besideName = map.reference === "median" ? texts.median : texts.city;
  const ask = (build: (state: ReturnType<typeof app.store.getState>) => Provenance) => () =>
    build(app.store.getState());

  return (
    <table className={styles.table}>
      <caption className="visually-hidden">
        {`${texts.compared}: ${map.indicator.title[language]}, ${formats.period(period?.period ?? "")}`}
      </caption>
      <thead>
        <tr>
          <th scope="col">{texts.columns.area}</th>
          <th scope="col">
            {map.form === "categories" ? texts.columns.category : texts.columns.value}
            {valueUnit && valueUnit !== "%" && map.form !== "circles" ? (
              <span className={styles.unit}>{valueUnit}</span>
            ) : null}
          </th>
          {kind ? (
            <th scope="col">
              {distanceTitle(map, language)}
              {unit ? <span className={styles.unit}>{unit}</span> : null}
            </th>
          ) : null}
          {kind ? (
            <th scope="col" title={texts.rankHint}>
              {texts.rankOf(formats.count(ranked))}
            </th>
          ) : null}
          <th scope="col">
            <span className="visually-hidden">{texts.clear}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const note = valueNote(row.resolved, language);
          return (
            <tr key={row.id}>
              <th scope="row">
                <span className={styles.name}>
                  <SeriesSample mark={seriesMark(compare.indexOf(row.id))} />
                  <button type="button" onClick={() => showSozialraum(app, row.id)}>
                    {row.name}
                  </button>
                </span>
                {note ? <span className={styles.note}>{note}</span> : null}
              </th>
              <td>
                <Figure
                  text={rowText(map, row, language)}
                  label={row.name}
                  provenance={ask((state) => areaProvenance(state, map, row))}
                />
              </td>
              {kind ? (
                <td>
                  {row.distance === undefined ? (
                    "–"
                  ) : (
                    <Figure
                      text={distanceText(map, row.distance, language)}
                      label={`${row.name}, ${distanceTitle(map, language)}`}
                      provenance={ask((state) => distanceProvenance(state, map, row))}
                    />
                  )}
                </td>
              ) : null}
              {kind ? (
                <td>
                  {row.rank === undefined ? (
                    "–"
                  ) : (
                    <Figure
                      text={formats.count(row.rank)}
                      label={`${row.name}, ${texts.rankOf(formats.count(ranked))}`}
                      provenance={ask((state) => rankProvenance(state, map, row))}
                    />
                  )}
                </td>
              ) : null}
              <td className={styles.remove}>
                <IconButton label={texts.remove(row.name)} onPress={() => toggleCompared(app, row.id)}>
                  <X size={15} aria-hidden />
                </IconButton>
              </td>
            </tr>
          );
        })}
        {kind ? (
          <tr className={styles.city}>
            <th scope="row">
              <span className={styles.name}>
                <SeriesSample />
                {besideName}
              </span>
              {period && map.form !== "per-residents" && map.reference === "city" ? (
                <span className={styles.note}>{valueNote(period.city, language)}</span>
              ) : null}
            </th>
            <td>
              {reference === undefined ? (
                "–"
              ) : (
                <Figure
                  text={columnNumber(map, reference, language)}
                  label={besideName}
                  provenance={ask((state) => cityProvenance(state, map))}
                />
              )}
            </td>
            <td />
            <td />
            <td />
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
