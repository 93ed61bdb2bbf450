import { useMemo } from "react";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import styles from "./profile-list.module.css";

/** What is being done in the Sozialraum, which goals that serves, and when people met. */
export function VorhabenList({ id }: { id: string }) {
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const records = useAppState((state) => state.document.records);
  const profile = useAppState((state) => state.transient.answers.profile);
  const goals = useMemo(() => new Map(records?.goals.map((goal) => [goal.id, goal])), [records]);
  const details = useMemo(() => new Map(records?.vorhaben.map((vorhaben) => [vorhaben.id, vorhaben])), [records]);
  if (!records || profile?.id !== id) return null;
  const { vorhaben, termine } = profile;
  const kinds: Readonly<Record<string, string>> = texts.termine;
  return (
    <>
      {records.vorhaben.length > 0 ? (
        <section aria-labelledby="vorhaben-title">
          <h2 id="vorhaben-title" className={styles.title}>
            {texts.profileVorhaben}
          </h2>
          {vorhaben.length === 0 ? <p className={styles.quiet}>{texts.profileNoVorhaben}</p> : null}
          <ul>
            {vorhaben.map((entry) => {
              const detail = details.get(entry.id);
              return (
                <li key={entry.id} className={styles.row}>
                  <span>
                    {entry.title}
                    <span className={styles.detail}>
                      {[texts.profilePlaces[entry.place], detail?.field, detail?.organisation]
                        .filter(Boolean)
                        .join(" · ")}
                    </span>
                    {entry.goals.map((goal) => (
                      <span key={goal} className={styles.detail}>
                        {texts.profileGoal} {goal}: {goals.get(goal)?.title[language] ?? texts.notKnown}
                      </span>
                    ))}
                  </span>
                  <span className={styles.figures}>{entry.status}</span>
                </li>
              );
            })}
          </ul>
        </section>
      ) : null}
      {termine.length > 0 ? (
        <section aria-labelledby="termine-title">
          <h2 id="termine-title" className={styles.title}>
            {texts.profileTermine}
          </h2>
          <ul>
            {termine.map((entry) => (
              <li key={`${entry.kind} ${entry.year}`} className={styles.row}>
                <span>
                  {kinds[entry.kind] ?? entry.kind}
                  <span className={styles.detail}>{entry.year}</span>
                </span>
                <span className={styles.figures}>
                  {formats.count(entry.termine)}
                  {entry.participants === undefined ? null : (
                    <span className={styles.detail}>
                      {texts.profileParticipants(formats.count(entry.participants))}
                    </span>
                  )}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
