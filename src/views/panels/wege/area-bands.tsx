import { useMemo } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { bandRows, farthestRows, shownBands } from "../../../state/selectors/band-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { AreaList } from "../../controls/area-list.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
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
  const list = useMemo(() => (rows ? farthestRows(rows) : []), [rows]);
  if (!rows || !limits || list.length === 0) return null;
  const last = words.at(-1) ?? "";
  const concerned = list.filter(({ beyondShare = 0 }) => beyondShare > 0).slice(0, FIRST);
  return (
    <PanelSection id="area-bands" title={texts.areas} detail={texts.areasDetail(last)}>
      {concerned.length === 0 ? <p>{texts.areasNone(last)}</p> : null}
      <AreaList
        areas={concerned.map((row) => ({
          id: row.id,
          name: row.name,
          hint: row.parentName,
          figure: (
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
          ),
          below: <BandBar parts={bandParts(row, limits, words, texts)} isSlim />,
        }))}
      />
      <Button onPress={() => changeView(app, { table: true })}>{texts.areasAll(formats.count(rows.length))}</Button>
    </PanelSection>
  );
}
