import { useEffect, useEffectEvent, useRef, useState } from "react";
import { changeDraft, chooseCity, leaveAdding, nameCity } from "../../../commands/add-data.ts";
import type { ClueKey } from "../../../domain/data-draft.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { previewTexts } from "../../../i18n/preview-texts.ts";
import type { Adding, AddingFile } from "../../../state/app-state.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import { ServerDialog } from "../server/server-part.tsx";
import { ClueList } from "./clue-list.tsx";
import { FileList } from "./file-list.tsx";
import styles from "./hinzufuegen-view.module.css";
import { PreviewPanel } from "./preview-panel.tsx";
import { StartHelp, StartPart } from "./start-part.tsx";
import { TakeBar } from "./take-bar.tsx";
import { useCityBeside } from "./use-adding-city.ts";

const OVERLAY = "[role=dialog], [role=menu], [role=listbox]";

/** The sheet on which files become data of the city: what was understood on the left, what comes of it on the right. */
export function HinzufuegenView() {
  const adding = useAppState((state) => state.transient.adding);
  return adding ? <OpenSheet adding={adding} /> : null;
}

function OpenSheet({ adding }: { readonly adding: Adding }) {
  const app = useApp();
  const language = useLanguage();
  const texts = addingTexts[language];
  const heading = useRef<HTMLHeadingElement>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [sought, setSought] = useState<{ readonly key: ClueKey }>();
  const file = adding.files.find(({ id }) => id === adding.shown);
  const isReading = adding.files.length > 0 && adding.files.every(({ replaces }) => replaces !== undefined);
  const leave = () => (adding.isTouched ? setLeaving(true) : leaveAdding(app));

  useEffect(() => {
    const before = document.activeElement;
    const first = app.store.getState().transient.adding?.files[0];
    const opener = first?.replaces && `read-${first.replaces.name}`;
    heading.current?.focus();
    return () => {
      requestAnimationFrame(() => focusAgain(before, opener));
    };
  }, [app]);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector(OVERLAY)) return;
    if (event.target instanceof Element && event.target.closest("input[type=text], [role=combobox]")) return;
    leave();
  });
  useEffect(() => {
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);

  return (
    <main className={styles.sheet} id="answer" tabIndex={-1}>
      <section className={styles.left} aria-labelledby="adding-title">
        <div className={styles.scroll}>
          <div>
            <h1 id="adding-title" ref={heading} tabIndex={-1}>
              {isReading ? texts.readTitle : texts.title}
            </h1>
            <p className={styles.private}>{isReading ? texts.readHint : texts.private}</p>
          </div>
          {adding.files.length === 0 ? <StartPart /> : <FileList adding={adding} />}
          {file ? (
            <>
              <div className={styles.rows}>
                <WhereTo adding={adding} />
                <FileTitle file={file} />
              </div>
              <ProposedCity adding={adding} />
              <FileClues file={file} sought={sought} />
            </>
          ) : null}
        </div>
        <TakeBar adding={adding} isReading={isReading} onLeave={leave} onSeek={(key) => setSought({ key })} />
      </section>
      <section className={styles.right} aria-label={previewTexts[language].preview}>
        {file ? (
          <PreviewPanel key={file.id} file={file} isNewCity={adding.isNewCity} onSeek={(key) => setSought({ key })} />
        ) : (
          <StartHelp />
        )}
      </section>
      <ServerDialog />
      <Dialog
        title={isReading ? texts.readLeaveTitle : texts.leaveTitle}
        closeLabel={isReading ? texts.readLeaveNo : texts.leaveNo}
        isOpen={isLeaving}
        onClose={() => setLeaving(false)}
      >
        <p>{isReading ? texts.readLeaveText : texts.leaveText}</p>
        <div className={styles.answers}>
          <Button look="primary" onPress={() => leaveAdding(app)}>
            {isReading ? texts.readLeaveYes : texts.leaveYes}
          </Button>
          <Button onPress={() => setLeaving(false)}>{isReading ? texts.readLeaveNo : texts.leaveNo}</Button>
        </div>
      </Dialog>
    </main>
  );
}

/** Back to what was pressed to come here, or to what stands in its place now. */
function focusAgain(before: Element | null, opener: string | undefined): void {
  const again = opener ? document.getElementById(opener) : before?.isConnected ? before : undefined;
  (again instanceof HTMLElement ? again : document.getElementById("answer"))?.focus();
}

/** The city that is open, or one of their own; where a resource of the city is read differently there is no choice. */
function WhereTo({ adding }: { readonly adding: Adding }) {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  const city = useAppState((state) => state.document.map?.info.title);
  if (adding.files.some(({ replaces }) => replaces !== undefined)) return null;
  return (
    <>
      {city ? (
        <ChooseList
          label={texts.whereTo}
          value={adding.isNewCity ? "new" : "open"}
          sections={[
            {
              options: [
                { id: "open", label: texts.toCity(city) },
                { id: "new", label: texts.toNewCity },
              ],
            },
          ]}
          onChange={(choice) => chooseCity(app, choice === "new")}
        />
      ) : null}
      {adding.isNewCity ? (
        <TextEntry label={texts.cityName} value={adding.cityName ?? ""} onChange={(name) => nameCity(app, name)} />
      ) : null}
    </>
  );
}

/** Why a new city is proposed, and the way back. */
function ProposedCity({ adding }: { readonly adding: Adding }) {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  const city = useAppState((state) => state.document.map?.info.title);
  if (!adding.isNewCity || adding.cityBy !== "data" || city === undefined) return null;
  return (
    <p className={styles.proposed} role="status">
      {texts.proposedCity(city)}{" "}
      <Button look="link" onPress={() => chooseCity(app, false)}>
        {texts.backToCity(city)}
      </Button>
    </p>
  );
}

function FileTitle({ file }: { readonly file: AddingFile }) {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  const { draft } = file;
  if (!draft || file.state !== "open") return null;
  return (
    <TextEntry
      label={texts.fileTitle}
      value={draft.title}
      onChange={(title) => title.trim() !== "" && changeDraft(app, file.id, { ...draft, title: title.trim() })}
    />
  );
}

interface FileCluesProps {
  readonly file: AddingFile;
  readonly sought: { readonly key: ClueKey } | undefined;
}

function FileClues({ file, sought }: FileCluesProps) {
  const city = useCityBeside(file.id);
  if (!file.draft || file.state !== "open") return null;
  return <ClueList key={file.id} file={file} city={city} sought={sought} />;
}
