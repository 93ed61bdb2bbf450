import { Save, Trash2 } from "lucide-react";
import { useEffect, useState } from "react";
import { deleteAllWork, deleteWork } from "../../../commands/delete-work.ts";
import { listWork } from "../../../commands/keep-work.ts";
import { openKeptWork } from "../../../commands/open-package.ts";
import { renameWork } from "../../../commands/rename-work.ts";
import { saveWorkFile } from "../../../commands/save-work-file.ts";
import type { WorkspaceEntry } from "../../../domain/workspace.ts";
import { workspaceTexts } from "../../../i18n/workspace-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button, IconButton } from "../../controls/button.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import styles from "./kept-work.module.css";

/** Whether the work is safe, everything that is kept in this browser, and how it leaves it: as a file, or for good. */
export function KeptWork() {
  const app = useApp();
  const texts = workspaceTexts[useLanguage()];
  const formats = useFormats();
  const entries = useAppState((state) => state.transient.workspaces);
  const saving = useAppState((state) => state.transient.savingFile);
  const current = useAppState((state) => state.document.workspace?.id);
  const [asked, setAsked] = useState<WorkspaceEntry | "all">();
  useEffect(() => void listWork(app), [app]);
  return (
    <section aria-labelledby="kept-work">
      <h2 id="kept-work">{texts.title}</h2>
      <SavedLine />
      <div className={styles.buttons}>
        <Button
          icon={<Save size={16} aria-hidden />}
          isDisabled={saving !== undefined}
          onPress={() => saveWorkFile(app)}
        >
          {texts.saveFile}
        </Button>
        <Button look="link" onPress={() => setAsked("all")}>
          {texts.removeAll}
        </Button>
      </div>
      <p className={styles.note}>
        {saving ? texts.saving(formats.count(saving.done), formats.count(saving.of)) : texts.saveFileHint}
      </p>
      {entries?.length ? (
        <>
          <h3 className={styles.heading}>{texts.list}</h3>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <li key={entry.id}>
                <TextEntry
                  label={texts.rename(entry.title)}
                  value={entry.title}
                  onChange={(title) => void renameWork(app, entry.id, title.trim())}
                />
                <p className={styles.line}>
                  <span>{formats.dateTime(new Date(entry.savedAt))}</span>
                  {entry.id === current ? (
                    <span>{texts.isOpen}</span>
                  ) : (
                    <Button look="link" onPress={() => void openKeptWork(app, entry.id)}>
                      {texts.open(entry.title)}
                    </Button>
                  )}
                  <IconButton label={texts.remove(entry.title)} onPress={() => setAsked(entry)}>
                    <Trash2 size={16} aria-hidden />
                  </IconButton>
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {asked === undefined ? null : (
        <Dialog
          title={asked === "all" ? texts.removeAllTitle : texts.removeOneTitle(asked.title)}
          closeLabel={texts.cancel}
          isOpen
          onClose={() => setAsked(undefined)}
        >
          <p>{asked === "all" ? texts.removeAllText : texts.removeOneText}</p>
          <div className={styles.buttons}>
            <Button
              look="primary"
              onPress={() => {
                setAsked(undefined);
                void (asked === "all" ? deleteAllWork(app) : deleteWork(app, asked.id));
              }}
            >
              {texts.confirm}
            </Button>
            <Button onPress={() => setAsked(undefined)}>{texts.cancel}</Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

/** One quiet line: when the work was saved, or why it is not. */
function SavedLine() {
  const texts = workspaceTexts[useLanguage()];
  const formats = useFormats();
  const keeping = useAppState((state) => state.transient.keeping);
  const { state = "nothing", savedAt } = keeping ?? {};
  if (state !== "saved" || savedAt === undefined) {
    return <p className={styles.note}>{state === "saved" ? texts.nothing : texts[state]}</p>;
  }
  const moment = new Date(savedAt);
  const isToday = moment.toDateString() === new Date().toDateString();
  return (
    <p className={styles.note}>
      {isToday ? texts.saved(formats.time(moment)) : texts.savedOn(formats.dateTime(moment))}
    </p>
  );
}
