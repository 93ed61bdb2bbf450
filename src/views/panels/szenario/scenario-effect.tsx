import { ArrowRight } from "lucide-react";
import { showSozialraum } from "../../../commands/show-on-map.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import type { CityFigures } from "../../../state/city-figures.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { changedAreas, cityFigures } from "../../../state/selectors/scenario-summary.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import { Swatch } from "../../map/swatch.tsx";
import { STATUS_FILLS } from "../versorgung/status-classes.ts";
import { effectProvenance } from "./effect-provenance.ts";
import styles from "./scenario-effect.module.css";

const ROWS = ["residents_reached", "reached_share", "residents_unreached", "without", "gap"] as const;
const AREAS_AT_MOST = 12;

/** Before and after, for the city and for each Sozialraum in which something changes. */
export function ScenarioEffect() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = scenarioTexts[language];
  const statusTexts = versorgungTexts[language].statusShort;
  const effect = useAppState((state) => state.transient.answers.scenarioEffect);
  const level = useAppState((state) => activeLevel(state)?.id);
  const areas = useAppState(changedAreas);
  if (!effect || effect.after.levelId !== level) return <p className={styles.note}>{texts.measuring}</p>;
  const before = cityFigures(effect.before);
  const after = cityFigures(effect.after);
  const { gained, lost } = effect.change.city;
  const write = (row: keyof CityFigures, value: number) =>
    Number.isNaN(value) ? "–" : row === "reached_share" ? formats.share(value) : formats.count(value);
  const signed = (row: keyof CityFigures, value: number) => {
    if (Number.isNaN(value)) return "–";
    if (row === "reached_share") return texts.points(formats.fixed(Math.abs(value) * 100, 1), value);
    return value > 0 ? `+${formats.count(value)}` : formats.count(value);
  };

  return (
    <section className={styles.effect} aria-labelledby="scenario-effect">
      <h3 id="scenario-effect" className={styles.title}>
        {texts.effect}
      </h3>
      <p className={styles.sentence}>
        {gained > 0 || lost > 0
          ? `${[gained > 0 && texts.gains(formats.count(gained)), lost > 0 && texts.loses(formats.count(lost))].filter(Boolean).join(", ")}.`
          : texts.nobody}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
            <th scope="col">{texts.difference}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{texts.rows[row]}</th>
              <td>{write(row, before[row])}</td>
              <td>
                <Figure
                  text={write(row, after[row])}
                  label={texts.rows[row]}
                  provenance={() => effectProvenance(app.store.getState(), row)}
                />
              </td>
              <td data-sign={Math.sign(after[row] - before[row])}>{signed(row, after[row] - before[row])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {areas && areas.length > 0 ? (
        <>
          <h4 className={styles.subtitle}>{texts.areas}</h4>
          <ul className={styles.areas}>
            {areas.slice(0, AREAS_AT_MOST).map((area) => (
              <li key={area.id}>
                <button type="button" className={styles.area} onClick={() => showSozialraum(app, area.id)}>
                  {area.name}
                </button>
                <span className={styles.figures}>
                  {area.gained > 0 ? `+${formats.count(area.gained)}` : null}
                  {area.gained > 0 && area.lost > 0 ? " / " : null}
                  {area.lost > 0 ? `\u2212${formats.count(area.lost)}` : null}
                </span>
                {area.before !== area.after ? (
                  <span className={styles.status}>
                    <Swatch {...STATUS_FILLS[area.before]} />
                    {statusTexts[area.before]}
                    <ArrowRight size={14} aria-hidden />
                    <Swatch {...STATUS_FILLS[area.after]} />
                    {statusTexts[area.after]}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
          {areas.length > AREAS_AT_MOST ? (
            <p className={styles.note}>{texts.andMore(formats.count(areas.length - AREAS_AT_MOST))}</p>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
