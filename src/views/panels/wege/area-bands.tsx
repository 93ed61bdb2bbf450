import { useMemo } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { hoverSozialraum, showSozialraum } from "../../../commands/show-on-map.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { bandRows, farthestRows, shownBands } from "../../../state/selectors/band-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import styles from "./area-bands.module.css";
import { BandBar } from "./band-bar.tsx";
import { bandParts } from "./band-parts.ts";
import { bandsProvenance } from "./bands-provenance.ts";
import { useLimitWords } from "./use-limit-words.ts";

/** What one looks at; the rest stands in the table. */
const FIRST = 15;

/** The Sozialräume in which most people have it far, each as a bar. */
export function AreaBands() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const words = useLimitWords();
  const limits = useAppState((state) => shownBands(state)?.bands.limits);
  const rows = useAppState(bandRows);
  const chosen = useAppState((state) => state.view.sozialraum);
  const list = useMemo(() => (rows ? farthestRows(rows) : []), [rows]);
  if (!rows || !limits || list.length === 0) return null;
  const last = words.at(-1) ?? "";
  const concerned = list.filter(({ beyondShare = 0 }) => beyondShare > 0).slice(0, FIRST);
  return (
    <section className={styles.areas} aria-labelledby="area-bands">
      <h3 id="area-bands" className={styles.title}>
        {texts.areas}
        <span className={styles.detail}>{texts.areasDetail(last)}</span>
      </h3>
      {concerned.length === 0 ? <p>{texts.areasNone(last)}</p> : null}
      <ul className={styles.list} onMouseLeave={() => hoverSozialraum(app, undefined)}>
        {concerned.map((row) => (
          <li
            key={row.id}
            data-chosen={row.id === chosen || undefined}
            onMouseEnter={() => hoverSozialraum(app, row.id)}
          >
            <button
              type="button"
              className={styles.name}
              aria-current={row.id === chosen ? "true" : undefined}
              title={row.parentName}
              onClick={() => showSozialraum(app, row.id)}
            >
              {row.name}
            </button>
            <Figure
              text={formats.share(row.beyondShare ?? 0)}
              label={`${row.name}, ${texts.areasDetail(last)}`}
              provenance={() =>
                bandsProvenance(app.store.getState(), {
                  title: (each) => each.beyondLegend(last),
                  formula: "formulaBeyond",
                  rules: ["C3", "C16"],
                  limit: last,
                  sozialraum: row.id,
                })
              }
            />
            <div className={styles.bar}>
              <BandBar parts={bandParts(row, limits, words, texts)} isSlim />
            </div>
          </li>
        ))}
      </ul>
      <Button onPress={() => changeView(app, { table: true })}>{texts.areasAll(formats.count(rows.length))}</Button>
    </section>
  );
}
