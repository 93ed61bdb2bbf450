import { Plus } from "lucide-react";
import { useMemo } from "react";
import { addCompared } from "../../../commands/compare-sozialraum.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import type { IndicatorMap } from "../../../state/indicator-map.ts";
import { type IndicatorRow, indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import { extremes } from "./extremes.ts";
import styles from "./extremes-list.module.css";
import { rowText, shownUnit } from "./shown-text.ts";
import { areaProvenance } from "./vergleich-provenance.ts";

/** Where to begin when nothing is chosen yet: the largest and the smallest values, each a click away from the comparison. */
export function ExtremesList({ map }: { map: IndicatorMap }) {
  const texts = vergleichTexts[useLanguage()];
  const rows = useAppState(indicatorRows);
  const { highest, lowest } = useMemo(() => extremes(rows ?? []), [rows]);
  if (highest.length === 0) return null;
  return (
    <div className={styles.lists}>
      <Extremes title={texts.highest} map={map} rows={highest} />
      <Extremes title={texts.lowest} map={map} rows={lowest} />
    </div>
  );
}

function Extremes({ title, map, rows }: { title: string; map: IndicatorMap; rows: readonly IndicatorRow[] }) {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const unit = map.form === "circles" ? undefined : shownUnit(map, language);
  return (
    <section>
      <h3 className={styles.title}>{unit && unit !== "%" ? `${title} (${unit})` : title}</h3>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <button type="button" aria-label={texts.addOne(row.name)} onClick={() => addCompared(app, row.id)}>
              <Plus size={14} aria-hidden />
              <span>{row.name}</span>
            </button>
            <Figure
              text={rowText(map, row, language)}
              label={row.name}
              provenance={() => areaProvenance(app.store.getState(), map, row)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
