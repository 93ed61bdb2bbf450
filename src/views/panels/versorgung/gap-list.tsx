import { memo, useMemo, useState } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { hoverSozialraum, showSozialraum } from "../../../commands/show-on-map.ts";
import type { CoverageRow } from "../../../domain/coverage-row.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { coverageRows } from "../../../state/selectors/coverage-rows.ts";
import { type GapOrder, gapList } from "../../../state/selectors/gap-list.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { coverageProvenance } from "./coverage-provenance.ts";
import styles from "./gap-list.module.css";

/** Long lists belong into the table: more than a screen of them nobody reads. */
const FIRST = 60;

/** Sozialräume without an Anlaufpunkt: gaps first, then by the people that none reaches. */
export function GapList() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const rows = useAppState(coverageRows);
  const [order, setOrder] = useState<GapOrder>("gaps-first");
  const list = useMemo(() => (rows ? gapList(rows, order) : undefined), [rows, order]);
  if (!list) return null;
  if (list.length === 0) {
    // Without any Anlaufpunkte in the package nobody can say that none is lacking.
    const known = rows?.some((row) => row.anlaufpunkteInside !== undefined);
    return known ? <p className={styles.empty}>{texts.listEmpty}</p> : null;
  }
  const gaps = list.filter((row) => row.status === "gap").length;
  const most = Math.max(1, ...list.map((row) => row.residentsUnreached ?? 0));

  const header = (label: string, by: GapOrder, className?: string, hint?: string) => (
    <th
      scope="col"
      aria-sort={order === by ? (by === "name" ? "ascending" : "descending") : undefined}
      className={className}
      title={hint}
    >
      <button type="button" className={styles.sort} onClick={() => setOrder(order === by ? "gaps-first" : by)}>
        {label}
        {hint ? <span className="visually-hidden"> ({hint})</span> : null}
        {order === by ? <span aria-hidden> {by === "name" ? "↑" : "↓"}</span> : null}
      </button>
    </th>
  );

  return (
    <section aria-labelledby="gap-list-title">
      <h2 id="gap-list-title" className={styles.title}>
        {texts.without}
        <span className={styles.count}>{texts.withoutCount(list.length, gaps, formats)}</span>
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            {header(texts.columns.sozialraum, "name")}
            {header(texts.unreachedColumn, "unreached", styles.number)}
            {header(texts.distanceColumn, "distance", styles.number, texts.distanceHint)}
          </tr>
        </thead>
        <tbody onMouseLeave={() => hoverSozialraum(app, undefined)}>
          {list.slice(0, FIRST).map((row) => (
            <GapRow key={row.id} row={row} most={most} />
          ))}
        </tbody>
      </table>
      {list.length > FIRST ? <Button onPress={() => changeView(app, { table: true })}>{texts.showAll}</Button> : null}
    </section>
  );
}

/** Drawn anew only where a figure of it changes, as a place that is dragged changes few. */
const GapRow = memo(function GapRow({ row, most }: { row: CoverageRow; most: number }) {
  const app = useApp();
  const formats = useFormats();
  const texts = versorgungTexts[useLanguage()];
  const unreached = row.residentsUnreached;
  return (
    <tr
      className={styles.row}
      data-status={row.status}
      onMouseEnter={() => hoverSozialraum(app, row.id)}
      onClick={() => showSozialraum(app, row.id)}
    >
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          data-sozialraum={row.id}
          onFocus={() => hoverSozialraum(app, row.id)}
          onClick={(event) => {
            event.stopPropagation();
            showSozialraum(app, row.id);
          }}
        >
          {row.name}
        </button>
        <span className={styles.detail} title={row.parentName}>
          {row.status === "gap" ? (
            <span className={styles.gap}>{texts.statusShort.gap}</span>
          ) : (
            texts.statusShort[row.status]
          )}
          {row.parentName ? ` · ${row.parentName}` : ""}
        </span>
      </th>
      <td className={styles.number}>
        {unreached === undefined ? (
          "–"
        ) : (
          <Figure
            text={formats.count(unreached)}
            label={`${row.name}, ${texts.unreachedColumn}`}
            provenance={() => coverageProvenance(app.store.getState(), "residents_unreached", row)}
          />
        )}
        <span className={styles.meter} aria-hidden="true">
          <span style={{ width: `${(100 * (unreached ?? 0)) / most}%` }} />
        </span>
      </td>
      <td className={styles.number}>
        {row.nearestMedianMetres === undefined ? (
          "–"
        ) : (
          <Figure
            text={formats.metres(row.nearestMedianMetres)}
            label={`${row.name}, ${texts.distanceColumn}`}
            provenance={() => coverageProvenance(app.store.getState(), "nearest_median_m", row)}
          />
        )}
      </td>
    </tr>
  );
});
