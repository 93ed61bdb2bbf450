import { useMemo } from "react";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { vorhabenHere } from "../../../state/selectors/vorhaben-here.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import styles from "./profile-list.module.css";

/** What is being done in the Sozialraum, and which goals that serves. */
export function VorhabenList({ id }: { id: string }) {
  const app = useApp();
  const language = useLanguage();
  const texts = versorgungTexts[language];
  const records = useAppState((state) => state.document.records);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selector reads the records from the state.
  const list = useMemo(() => vorhabenHere(app.store.getState(), id), [app, records, id]);
  if (!records || records.vorhaben.length === 0) return null;
  return (
    <section aria-labelledby="vorhaben-title">
      <h2 id="vorhaben-title" className={styles.title}>
        {texts.profileVorhaben}
      </h2>
      {list.length === 0 ? <p className={styles.quiet}>{texts.profileNoVorhaben}</p> : null}
      <ul>
        {list.map(({ vorhaben, goals }) => (
          <li key={vorhaben.id} className={styles.row}>
            <span>
              {vorhaben.title}
              <span className={styles.detail}>
                {[vorhaben.field, vorhaben.organisation].filter(Boolean).join(" · ")}
              </span>
              {goals.map((goal) => (
                <span key={goal.id} className={styles.detail}>
                  {texts.profileGoal} {goal.id}: {goal.title[language]}
                </span>
              ))}
            </span>
            <span className={styles.figures}>{vorhaben.status}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
