import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { activeIndicatorMap, indicatorRows } from "../../../state/selectors/indicator-rows.ts";
import { COMPARE_MOST } from "../../../state/view.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import styles from "./indicator-tooltip.module.css";
import { rowSentence } from "./shown-text.ts";

/** What the pointer rests on: name, value, place, and what a click does. */
export function IndicatorTooltip({ area }: { area: number }) {
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const formats = useFormats();
  const sozialraum = useAppState((state) => activeLevel(state)?.sozialraeume[area]);
  const map = useAppState(activeIndicatorMap);
  const rows = useAppState(indicatorRows);
  const compare = useAppState((state) => state.view.compare);
  const row = rows?.[area];
  if (!sozialraum) return null;
  const isCompared = compare.includes(sozialraum.id);
  return (
    <div className={styles.tooltip}>
      <strong>{sozialraum.name}</strong>
      {row?.parentName ? <span className={styles.quiet}>{row.parentName}</span> : null}
      {map && row ? (
        <>
          <span className={styles.value}>{rowSentence(map, row, language)}</span>
          {row.rank === undefined ? null : (
            <span>
              {texts.rank(
                formats.count(row.rank),
                formats.count(rows.filter((other) => other.rank !== undefined).length),
              )}
            </span>
          )}
          {isCompared || compare.length < COMPARE_MOST ? (
            <span className={styles.quiet}>{isCompared ? texts.tooltipRemove : texts.tooltipCompare}</span>
          ) : (
            <span className={styles.quiet}>{texts.full}</span>
          )}
        </>
      ) : null}
    </div>
  );
}
