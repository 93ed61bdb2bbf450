import { X } from "lucide-react";
import { dismissNotice } from "../../commands/app.ts";
import { openWithoutWork } from "../../commands/open-package.ts";
import { undoStep } from "../../commands/undo.ts";
import type { Language } from "../../domain/localized.ts";
import { addingTexts } from "../../i18n/adding-texts.ts";
import { distanceTexts } from "../../i18n/distance-texts.ts";
import { formatsFor } from "../../i18n/formats.ts";
import { issueText } from "../../i18n/issue-texts.ts";
import { scenarioTexts } from "../../i18n/scenario-texts.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { workspaceTexts } from "../../i18n/workspace-texts.ts";
import type { NoticeText } from "../../state/app-state.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import { Button, IconButton } from "./button.tsx";
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
    case "file-saved-large":
      return workspaceTexts[language].fileSavedLarge(notice.name);
    case "comparison-full":
      return texts.comparisonFull;
    case "link-copied":
      return texts.linkCopied;
    case "storage-blocked":
      return texts.storageBlocked;
    case "storage-full":
      return workspaceTexts[language].storageFull;
    case "work-back":
      return workspaceTexts[language].back(formatsFor(language).dateTime(new Date(notice.savedAt)));
    case "work-offered":
      return workspaceTexts[language].offered(
        notice.title,
        formatsFor(language).dateTime(new Date(notice.savedAt)),
        notice,
      );
    case "work-taken":
      return notice.scenarios + notice.views > 0
        ? workspaceTexts[language].taken(notice)
        : workspaceTexts[language].takenNothing;
    case "work-forked":
      return workspaceTexts[language].forked(notice.title);
    case "work-newer":
      return workspaceTexts[language].newer(notice.title);
    case "work-damaged":
      return workspaceTexts[language].damaged(notice.title);
    case "work-deleted":
      return workspaceTexts[language].deleted;
    case "candidates-read":
      return texts.candidatesRead(notice.name, notice.places, notice.rejected);
    case "scenarios-opened":
      return scenarioTexts[language].opened(notice);
    case "network-added":
      return distanceTexts[language].networkAdded(notice.name, formatsFor(language).count(notice.edges));
    case "data-added":
      return addingTexts[language].added(notice.what, formatsFor(language).count(notice.rows));
    case "data-changed":
      return addingTexts[language].changed(notice.what, formatsFor(language).count(notice.rows));
    case "data-removed":
      return addingTexts[language].removed(notice.what);
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
  const last = useAppState((state) => state.document.history.past.at(-1)?.label);
  return (
    <section className={styles.stack} aria-label={texts.notices} aria-live="polite">
      <ReadingNetwork />
      {notices.map((notice) => (
        <div key={notice.id} className={`${styles.notice} ${styles[notice.tone]}`}>
          <p>
            {noticeText(language, notice.text)}
            {notice.text.key === "work-back" ? <WithoutWork id={notice.id} /> : null}
            {notice.text.key === "work-offered" ? <OfferedWork id={notice.id} offer={notice.text} /> : null}
            {["data-added", "data-changed", "data-removed", "work-taken"].includes(notice.text.key) &&
            last?.done === notice.text.key ? (
              <NoticeLink id={notice.id} label={addingTexts[language].undo} onPress={() => undoStep(app)} />
            ) : null}
          </p>
          <IconButton label={texts.dismiss} onPress={() => dismissNotice(app, notice.id)}>
            <X size={16} aria-hidden />
          </IconButton>
        </div>
      ))}
    </section>
  );
}

/** Earlier work on another version of the city comes along when it is asked to. */
function OfferedWork({
  id,
  offer,
}: {
  readonly id: number;
  readonly offer: Extract<NoticeText, { readonly key: "work-offered" }>;
}) {
  const app = useApp();
  const takeOver = async () => {
    const { takeOverWork } = await import("../../commands/offer-work.ts");
    await takeOverWork(app, offer.id, offer.title);
  };
  return <NoticeLink id={id} label={workspaceTexts[useLanguage()].takeOver(offer)} onPress={() => void takeOver()} />;
}

/** Work that has come back by itself can be left aside. */
function WithoutWork({ id }: { readonly id: number }) {
  const app = useApp();
  const label = workspaceTexts[useLanguage()].without;
  return <NoticeLink id={id} label={label} onPress={() => void openWithoutWork(app)} />;
}

interface NoticeLinkProps {
  readonly id: number;
  readonly label: string;
  readonly onPress: () => void;
}

/** What can be done about a notice: with it the notice has been heard. */
function NoticeLink({ id, label, onPress }: NoticeLinkProps) {
  const app = useApp();
  return (
    <>
      {" "}
      <Button
        look="link"
        onPress={() => {
          dismissNotice(app, id);
          onPress();
        }}
      >
        {label}
      </Button>
    </>
  );
}
