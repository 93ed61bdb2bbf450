import { chooseSpeed } from "../../../commands/choose-speed.ts";
import { WALK_MINUTES } from "../../../domain/walking-time.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { shownBands } from "../../../state/selectors/band-rows.ts";
import { speedRows } from "../../../state/selectors/side-by-side.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { MethodLink } from "./method-link.tsx";
import styles from "./side-by-side.module.css";

/** Who gets there in how many minutes, at each walking speed; a click makes it the question. */
export function WalkingTimes() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const answer = useAppState(shownBands);
  const speed = useAppState((state) => state.view.speed);
  const reach = useAppState((state) => state.view.reach);
  if (!answer || !(answer.bands.city.residents > 0)) return null;
  return (
    <section className={styles.section} aria-labelledby="walking-times">
      <h3 id="walking-times" className={styles.title}>
        {texts.times}
      </h3>
      <p className={styles.note}>{texts.timesNote}</p>
      <table className={styles.table}>
        <caption className="visually-hidden">{texts.timesNote}</caption>
        <thead>
          <tr>
            <td />
            {WALK_MINUTES.map((minutes) => (
              <th key={minutes} scope="col">
                {texts.minutes(formats.count(minutes))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {speedRows(answer.times).map((row) => {
            const kmh = texts.kmh(formats.fixed(row.speed, 1));
            return (
              <tr key={row.speed}>
                <th scope="row">
                  {kmh}
                  <span className={styles.detail}>{texts.speeds[row.speed]}</span>
                </th>
                {row.times.map(({ minutes, metres, share = 0 }) => (
                  <td key={minutes}>
                    <button
                      type="button"
                      className={styles.value}
                      aria-pressed={row.speed === speed && metres === reach}
                      aria-label={texts.take(
                        kmh,
                        texts.minutes(formats.count(minutes)),
                        formats.share(share),
                        formats.metres(metres),
                      )}
                      title={formats.metres(metres)}
                      onClick={() => chooseSpeed(app, row.speed, { reach: metres })}
                    >
                      {formats.share(share)}
                    </button>
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      <MethodLink asked={{ title: (each) => each.times, formula: "formulaTime", rules: ["C3", "C16"] }} />
    </section>
  );
}
