import { changeView } from "../../../commands/change-view.ts";
import { hoverSozialraum, showSozialraum } from "../../../commands/show-on-map.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import type { CoverageAnswer } from "../../../state/coverage-answer.ts";
import { shownBeside } from "../../../state/selectors/band-rows.ts";
import { straightDifferences } from "../../../state/selectors/straight-beside.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Figure } from "../../controls/figure.tsx";
import { besideProvenance } from "./bands-provenance.ts";
import styles from "./straight-and-walked.module.css";

const FIRST = 8;
const ROWS = ["residents_reached", "reached_share", "gap", "nearest_median_m"] as const;
type Row = (typeof ROWS)[number];

/** What the straight line promises and the ways do not keep. */
export function StraightAndWalked() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const answer = useAppState(shownBeside);
  const areas = useAppState(straightDifferences);
  if (!answer || !areas) return <p role="status">{texts.counting}</p>;
  const [straight, walked] = [figuresOf(answer.straight), figuresOf(answer.walked)];
  if (!(answer.walked.coverage.city.residents > 0)) return null;
  const overstated = straight.residents_reached - walked.residents_reached;
  const reach = formats.metres(answer.walked.reach);
  const { detour } = answer.straight.coverage.settings;
  const write = (row: Row, value: number) => {
    if (Number.isNaN(value)) return "–";
    if (row === "reached_share") return formats.share(value);
    return row === "nearest_median_m" ? formats.metres(value) : formats.count(value);
  };
  const signed = (row: Row, value: number) => {
    if (Number.isNaN(value)) return "–";
    if (row === "reached_share") return texts.points(formats.fixed(Math.abs(value) * 100, 1), value);
    return value > 0 ? `+${write(row, value)}` : write(row, value);
  };
  const people = formats.count(Math.abs(overstated));
  return (
    <section className={styles.section} aria-labelledby="straight-and-walked">
      <h3 id="straight-and-walked" className={styles.title}>
        {texts.beside}
      </h3>
      <p className={styles.sentence}>
        {overstated > 0 ? texts.overstates(people) : overstated < 0 ? texts.understates(people) : texts.agrees}
      </p>
      <p>
        {texts.besideDetail(formats.count(straight.residents_reached), formats.count(walked.residents_reached), reach)}
        {detour === 1 ? null : ` ${texts.besideWith(formats.decimal(detour, 2))}`}
      </p>
      <table className={styles.table}>
        <caption className="visually-hidden">{texts.beside}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{texts.straight}</th>
            <th scope="col">{texts.walked}</th>
            <th scope="col">{texts.difference}</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row}>
              <th scope="row">{texts.besideRows[row]}</th>
              <td>{write(row, straight[row])}</td>
              <td>
                <Figure
                  text={write(row, walked[row])}
                  label={`${texts.walked}: ${texts.besideRows[row]}`}
                  provenance={() => besideProvenance(app.store.getState(), (each) => each.besideRows[row])}
                />
              </td>
              <td>{signed(row, walked[row] - straight[row])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h4 className={styles.subtitle}>{texts.besideAreas}</h4>
      {areas.length === 0 ? <p className={styles.note}>{texts.besideNone}</p> : null}
      <ul className={styles.areas} onMouseLeave={() => hoverSozialraum(app, undefined)}>
        {areas.slice(0, FIRST).map((area) => (
          <li key={area.id} onMouseEnter={() => hoverSozialraum(app, area.id)}>
            <button type="button" className={styles.area} onClick={() => showSozialraum(app, area.id)}>
              {area.name}
            </button>
            <Figure
              text={formats.count(area.overstated)}
              label={`${area.name}, ${texts.besideColumn}`}
              provenance={() => besideProvenance(app.store.getState(), (each) => each.besideColumn, area.id)}
            />
          </li>
        ))}
      </ul>
      {areas.length > FIRST ? (
        <Button look="link" onPress={() => changeView(app, { table: true })}>
          {texts.besideMore(formats.count(areas.length - FIRST))}
        </Button>
      ) : null}
    </section>
  );
}

function figuresOf({ coverage: { city } }: CoverageAnswer): Readonly<Record<Row, number>> {
  return {
    residents_reached: city.reached,
    reached_share: city.share,
    gap: city.areas.gap,
    nearest_median_m: city.nearestMedian,
  };
}
