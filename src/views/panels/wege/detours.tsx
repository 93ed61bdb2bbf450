import { changeView } from "../../../commands/change-view.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { shownBands, shownBeside } from "../../../state/selectors/band-rows.ts";
import {
  comparedDetours,
  DETOURS,
  equalDetour,
  limitForDetour,
  shareWithin,
} from "../../../state/selectors/side-by-side.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { MethodLink } from "./method-link.tsx";
import styles from "./side-by-side.module.css";

/** The straight line with more and more detour, beside what is walked where there is a network. */
export function Detours() {
  const app = useApp();
  const formats = useFormats();
  const texts = distanceTexts[useLanguage()];
  const bands = useAppState(shownBands);
  const beside = useAppState(shownBeside);
  const isWalked = bands?.coverage.way === "walk";
  const counted = isWalked ? beside?.detours : bands?.detours;
  const settings = (isWalked ? beside?.straight : bands?.coverage)?.coverage.settings;
  if (!counted || !settings || !(counted.city.residents > 0)) return null;
  const { reach, detour } = settings;
  const columns = comparedDetours(detour).map((factor) => ({
    factor,
    share: shareWithin(counted, limitForDetour(reach, detour, factor)) ?? 0,
  }));
  const walked = isWalked ? bands.coverage.coverage.city.share : undefined;
  const equal = beside && isWalked ? equalDetour(beside) : undefined;
  const factorText = (factor: number) => formats.fixed(factor, factor * 10 === Math.round(factor * 10) ? 1 : 2);
  return (
    <section className={styles.section} aria-labelledby="detours">
      <h3 id="detours" className={styles.title}>
        {texts.detours}
      </h3>
      <p className={styles.note}>{texts.detoursNote(formats.metres(reach))}</p>
      <table className={styles.table} data-many={columns.length > DETOURS.length || undefined}>
        <caption className="visually-hidden">{texts.detoursNote(formats.metres(reach))}</caption>
        <thead>
          <tr>
            <td />
            {columns.map(({ factor }) => (
              <th key={factor} scope="col">
                × {factorText(factor)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{texts.ways.straight}</th>
            {columns.map(({ factor, share }) => (
              <td key={factor}>
                <button
                  type="button"
                  className={styles.value}
                  aria-pressed={factor === detour && !isWalked}
                  aria-label={texts.detourTake(factorText(factor), formats.share(share))}
                  onClick={() => changeView(app, { detour: factor, way: undefined })}
                >
                  {formats.share(share)}
                </button>
              </td>
            ))}
          </tr>
          {walked === undefined ? null : (
            <tr>
              <th scope="row">{texts.walkedRow}</th>
              <td colSpan={columns.length} className={styles.walked} style={{ textAlign: "center" }}>
                <strong>{formats.share(walked)}</strong>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {equal === undefined ? null : <p>{texts.detoursWalked(factorText(equal.factor), equal.isMore)}</p>}
      <p className={styles.note}>{texts.detoursRounding}</p>
      <MethodLink asked={{ title: (each) => each.detours, formula: "formulaDetour", rules: ["C3", "C16"] }} />
    </section>
  );
}
