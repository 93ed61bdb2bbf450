import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { type BandCounts, bandRows, cityBands, shownBands } from "../../../state/selectors/band-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Swatch } from "../../map/swatch.tsx";
import { FigureTable } from "../../tables/figure-table.tsx";
import { BandBar } from "./band-bar.tsx";
import { type BandPart, bandParts } from "./band-parts.ts";
import styles from "./band-summary.module.css";
import { bandsProvenance } from "./bands-provenance.ts";
import { useLimitWords } from "./use-limit-words.ts";

/** The city, and the chosen Sozialraum below it, as bars and as a table: how many live how far away. */
export function BandSummary() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const words = useLimitWords();
  const limits = useAppState((state) => shownBands(state)?.bands.limits);
  const city = useAppState(cityBands);
  const chosen = useAppState((state) => state.view.sozialraum);
  const here = useAppState((state) => bandRows(state)?.find(({ id }) => id === chosen));
  if (!city || !limits) return <p role="status">{texts.counting}</p>;
  if (!city.residents) return <p>{texts.nobody}</p>;
  const parts = bandParts(city, limits, words, texts);
  const own = here?.residents ? bandParts(here, limits, words, texts) : undefined;
  const share = (count: number, of: BandCounts) => (of.residents ? formats.share(count / of.residents) : "–");
  const figure = (part: BandPart, count: number, of: BandCounts, sozialraum?: string) => (
    <Figure
      text={share(count, of)}
      label={`${here && sozialraum ? here.name : texts.city}, ${part.label}`}
      provenance={() =>
        bandsProvenance(app.store.getState(), {
          title: (each) => `${each.bandsLegend}: ${part.label}`,
          formula: part.key === "beyond" ? "formulaBeyond" : "formulaBand",
          rules: ["C3", "C16"],
          limit: part.label,
          sozialraum,
        })
      }
    />
  );
  return (
    <div className={styles.summary}>
      <div className={styles.bars}>
        {own ? <span className={styles.name}>{texts.city}</span> : null}
        <BandBar parts={parts} />
        {own ? (
          <>
            <span className={styles.name}>{here?.name}</span>
            <BandBar parts={own} />
          </>
        ) : null}
      </div>
      <FigureTable
        caption={texts.bandsLegend}
        columns={[
          { id: "band", title: texts.band },
          { id: "people", title: texts.people },
          { id: "share", title: texts.share },
          { id: "beside", title: own ? here?.name : texts.cumulated },
        ]}
        rows={parts.map((part, index) => ({
          id: part.key,
          head: (
            <span className={styles.label}>
              <Swatch colour={part.colour} pattern={part.pattern} />
              {part.label}
            </span>
          ),
          cells: [
            formats.count(part.count),
            figure(part, part.count, city),
            own && here
              ? figure(part, own.find(({ key }) => key === part.key)?.count ?? 0, here, here.id)
              : part.limit === undefined
                ? ""
                : share(city.within[index] ?? 0, city),
          ],
        }))}
      />
    </div>
  );
}
