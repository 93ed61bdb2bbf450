import { leaveRefusal, openModelCity, retryOpening } from "../../commands/open-package.ts";
import { issueText } from "../../i18n/issue-texts.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import { Button } from "../controls/button.tsx";
import { DropArea } from "./daten/drop-area.tsx";
import styles from "./refusal.module.css";

/** Why data could not be opened, and what to do. */
export function Refusal() {
  const app = useApp();
  const language = useLanguage();
  const texts = shellTexts[language];
  const phase = useAppState((state) => state.transient.phase);
  const issues = useAppState((state) => state.transient.refusal);
  const before = useAppState((state) => state.document.map?.info.title);
  const failure = useAppState((state) => state.transient.failure);
  return (
    <main className={styles.page} id="answer" tabIndex={-1}>
      <h1>{phase === "refused" ? texts.refusedTitle : texts.failedTitle}</h1>
      <p>{phase === "refused" ? texts.refusedText : texts.failedText}</p>
      {issues.length > 0 ? (
        <ul className={styles.issues}>
          {issues.map((issue) => (
            <li key={issueText(issue, language)}>{issueText(issue, language)}</li>
          ))}
        </ul>
      ) : null}
      {failure ? <p className={styles.failure}>{failure}</p> : null}
      <div className={styles.actions}>
        <Button look="primary" onPress={() => retryOpening(app)}>
          {texts.retry}
        </Button>
        {before === undefined ? null : <Button onPress={() => leaveRefusal(app)}>{texts.backTo(before)}</Button>}
        <Button onPress={() => void openModelCity(app)}>{texts.openModelCity}</Button>
      </div>
      <DropArea />
    </main>
  );
}
