import { useMemo } from "react";
import { clearCompared } from "../../../commands/compare-sozialraum.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import { indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { COMPARE_MOST } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { AddSozialraum } from "./add-sozialraum.tsx";
import styles from "./compared-section.module.css";
import { ComparedTable } from "./compared-table.tsx";
import { ComparisonChart } from "./comparison-chart.tsx";
import { ExtremesList } from "./extremes-list.tsx";

/** The districts that were chosen, beside the city and over the years; before a choice, where to begin. */
export function ComparedSection({ map }: { map: IndicatorMap }) {
  const app = useApp();
  const texts = vergleichTexts[useLanguage()];
  const formats = useFormats();
  const all = useAppState(indicatorRows);
  const compare = useAppState((state) => state.view.compare);
  const rows = useMemo(() => {
    const byId = new Map(all?.map((row) => [row.id, row]));
    return compare.flatMap((id) => byId.get(id) ?? []);
  }, [all, compare]);
  const unknown = compare.length - rows.length;
  return (
    <>
      <section className={styles.section} aria-labelledby="compared-title">
        <div className={styles.head}>
          <h2 id="compared-title" className={styles.title}>
            {texts.compared}
          </h2>
          <span className={styles.count}>
            {texts.comparedCount(formats.count(compare.length), formats.count(COMPARE_MOST))}
          </span>
          {compare.length > 0 ? (
            <Button look="link" onPress={() => clearCompared(app)}>
              {texts.clear}
            </Button>
          ) : null}
        </div>
        {rows.length > 0 ? <ComparedTable map={map} rows={rows} /> : null}
        {unknown > 0 ? <p className={styles.note}>{texts.unknownIds(formats.count(unknown))}</p> : null}
        <p className={styles.note} role="status">
          {compare.length === 0 ? texts.chooseMore : null}
          {compare.length === 1 ? texts.chooseOneMore : null}
          {compare.length === COMPARE_MOST ? texts.full : null}
        </p>
        {compare.length < COMPARE_MOST ? <AddSozialraum /> : null}
        {compare.length === 0 ? <ExtremesList map={map} /> : null}
      </section>
      {rows.length > 0 ? <ComparisonChart map={map} rows={rows} /> : null}
    </>
  );
}
