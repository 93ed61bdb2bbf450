import { X } from "lucide-react";
import { dismissNotice } from "../../commands/app.ts";
import type { Language } from "../../domain/localized.ts";
import { distanceTexts } from "../../i18n/distance-texts.ts";
import { formatsFor } from "../../i18n/formats.ts";
import { issueText } from "../../i18n/issue-texts.ts";
import { scenarioTexts } from "../../i18n/scenario-texts.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import type { NoticeText } from "../../state/app-state.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import { IconButton } from "./button.tsx";
import styles from "./notices.module.css";
import { ReadingNetwork } from "./reading-network.tsx";

function noticeText(language: Language, notice: NoticeText): string {
  const texts = shellTexts[language];
  switch (notice.key) {
    case "url-value-ignored":
      return texts.ignoredValue(notice.name, notice.value);
    case "database-failed":
      return texts.databaseFailed(notice.reason);
    case "task-failed":
      return texts.taskFailed(notice.what, notice.reason);
    case "view-kept":
      return texts.viewKept(notice.title);
    case "file-saved":
      return texts.fileSaved(notice.name);
    case "comparison-full":
      return texts.comparisonFull;
    case "link-copied":
      return texts.linkCopied;
    case "storage-blocked":
      return texts.storageBlocked;
    case "candidates-read":
      return texts.candidatesRead(notice.name, notice.places, notice.rejected);
    case "scenarios-opened":
      return scenarioTexts[language].opened(notice);
    case "network-added":
      return distanceTexts[language].networkAdded(notice.name, formatsFor(language).count(notice.edges));
    case "data-issue":
      return issueText(notice.issue, language);
    case "undone":
    case "redone": {
      const { done, ...steps } = scenarioTexts[language];
      return steps[notice.key](`${done[notice.label.done]} – ${notice.label.what}`);
    }
  }
}

/** What is said once, above everything, read out by screen readers. */
export function Notices() {
  const app = useApp();
  const language = useLanguage();
  const texts = shellTexts[language];
  const notices = useAppState((state) => state.transient.notices);
  return (
    <section className={styles.stack} aria-label={texts.notices} aria-live="polite">
      <ReadingNetwork />
      {notices.map((notice) => (
        <div key={notice.id} className={`${styles.notice} ${styles[notice.tone]}`}>
          <p>{noticeText(language, notice.text)}</p>
          <IconButton label={texts.dismiss} onPress={() => dismissNotice(app, notice.id)}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
