import { useMemo } from "react";
import { valueText } from "../../../i18n/value-text.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { activeLevel, sozialraumIndex } from "../../../state/selectors/active-level.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Figure } from "../../controls/figure.tsx";
import { valueProvenance } from "../value-provenance.ts";
import styles from "./profile-list.module.css";

/** Each indicator's latest value here, with the city's value of the same period beside it. */
export function ProfileIndicators({ id }: { id: string }) {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const records = useAppState((state) => state.document.records);
  const profile = useAppState((state) => state.transient.answers.profile);
  const database = useAppState((state) => state.transient.database);
  const level = useAppState(activeLevel);
  const indicators = useMemo(
    () => new Map(records?.indicators.map((indicator) => [indicator.id, indicator])),
    [records],
  );
  if (database === "failed" || (records && records.indicators.length === 0)) return null;
  const entries = profile?.id === id ? profile.entries : undefined;
  const index = level && sozialraumIndex(level, id);
  const name = index === undefined ? id : (level?.sozialraeume[index]?.name ?? id);
  return (
    <section aria-labelledby="indicators-title">
      <h2 id="indicators-title" className={styles.title}>
        {texts.profileIndicators}
      </h2>
      {entries === undefined ? <p className={styles.quiet}>{texts.profileWaiting}</p> : null}
      {entries?.length === 0 ? <p className={styles.quiet}>{texts.profileNoIndicators}</p> : null}
      {entries && entries.length > 0 ? (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{texts.profileIndicators}</span>
              </th>
              <th scope="col">{texts.profileHere}</th>
              <th scope="col">{texts.profileCity}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => {
              const indicator = indicators.get(entry.indicator);
              if (!indicator) return null;
              const figure = (value: typeof entry.here, area: string) => (
                <Figure
                  text={valueText(value, indicator, language)}
                  label={`${indicator.title[language]}, ${area}`}
                  provenance={() => valueProvenance(app.store.getState(), indicator, area, entry.period, value)}
                />
              );
              return (
                <tr key={entry.indicator}>
                  <th scope="row">
                    {indicator.title[language]}
                    <span className={styles.detail}>{formats.period(entry.period)}</span>
                  </th>
                  <td>{figure(entry.here, name)}</td>
                  <td className={styles.quiet}>
                    {entry.city.how === "none" ? "–" : figure(entry.city, texts.profileCity)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}
