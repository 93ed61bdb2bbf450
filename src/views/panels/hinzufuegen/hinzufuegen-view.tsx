import { useEffect, useEffectEvent, useRef, useState } from "react";
import { changeDraft, chooseCity, leaveAdding, nameCity, showAdded, takeAdded } from "../../../commands/add-data.ts";
import type { ClueKey } from "../../../domain/data-draft.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import { previewTexts } from "../../../i18n/preview-texts.ts";
import type { Adding, AddingFile } from "../../../state/app-state.ts";
import { type Obstacle, obstacles } from "../../../state/selectors/adding-questions.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Choice } from "../../controls/choice.tsx";
import { Dialog } from "../../controls/dialog.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import { ClueList } from "./clue-list.tsx";
import { FileList } from "./file-list.tsx";
import styles from "./hinzufuegen-view.module.css";
import { PreviewPanel } from "./preview-panel.tsx";
import { useAddingCity, useCityBeside } from "./use-adding-city.ts";

const OVERLAY = "[role=dialog], [role=menu], [role=listbox]";
const OBSTACLES = 3;

/** The sheet on which files become data of the city: what was understood on the left, what comes of it on the right. */
export function HinzufuegenView() {
  const adding = useAppState((state) => state.transient.adding);
  return adding ? <OpenSheet adding={adding} /> : null;
}

function OpenSheet({ adding }: { readonly adding: Adding }) {
  const app = useApp();
  const language = useLanguage();
  const texts = addingTexts[language];
  const previewWords = previewTexts[language];
  const heading = useRef<HTMLHeadingElement>(null);
  const [isLeaving, setLeaving] = useState(false);
  const [sought, setSought] = useState<{ readonly key: ClueKey }>();
  const city = useAppState((state) => state.document.map?.info.title);
  const file = adding.files.find(({ id }) => id === adding.shown);
  const leave = () => (adding.isTouched ? setLeaving(true) : leaveAdding(app));

  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      const back = before instanceof HTMLElement && before.isConnected ? before : document.getElementById("answer");
      requestAnimationFrame(() => (back?.isConnected ? back : document.getElementById("answer"))?.focus());
    };
  }, []);
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
          <h1 id="adding-title" ref={heading} tabIndex={-1}>
            {texts.title}
          </h1>
          <p className={styles.private}>{texts.private}</p>
          <FileList adding={adding} />
          {city ? (
            <Choice
              label={texts.whereTo}
              value={adding.isNewCity ? "new" : "open"}
              options={[
                { id: "open", label: texts.toCity(city) },
                { id: "new", label: texts.toNewCity },
              ]}
              onChange={(choice) => chooseCity(app, choice === "new")}
            />
          ) : null}
          {adding.isNewCity ? (
            <TextEntry label={texts.cityName} value={adding.cityName ?? ""} onChange={(name) => nameCity(app, name)} />
          ) : null}
          {file ? <FileClues file={file} sought={sought} /> : null}
        </div>
        <TakeBar adding={adding} onLeave={leave} onSeek={(key) => setSought({ key })} />
      </section>
      <section className={styles.right} aria-label={previewWords.preview}>
        {file ? <PreviewPanel key={file.id} file={file} isNewCity={adding.isNewCity} /> : null}
      </section>
      <Dialog title={texts.leaveTitle} closeLabel={texts.leaveNo} isOpen={isLeaving} onClose={() => setLeaving(false)}>
        <p>{texts.leaveText}</p>
        <div className={styles.answers}>
          <Button look="primary" onPress={() => leaveAdding(app)}>
            {texts.leaveYes}
          </Button>
          <Button onPress={() => setLeaving(false)}>{texts.leaveNo}</Button>
        </div>
      </Dialog>
    </main>
  );
}

interface FileCluesProps {
  readonly file: AddingFile;
  readonly sought: { readonly key: ClueKey } | undefined;
}

function FileClues({ file, sought }: FileCluesProps) {
  const app = useApp();
  const texts = addingTexts[useLanguage()];
  const city = useCityBeside(file.id);
  const { draft } = file;
  if (!draft || file.state !== "open") return null;
  return (
    <>
      <TextEntry
        label={texts.fileTitle}
        value={draft.title}
        onChange={(title) => title.trim() !== "" && changeDraft(app, file.id, { ...draft, title: title.trim() })}
      />
      <ClueList key={file.id} file={file} city={city} sought={sought} />
    </>
  );
}

interface TakeBarProps {
  readonly adding: Adding;
  readonly onLeave: () => void;
  readonly onSeek: (key: ClueKey) => void;
}

/** „Übernehmen“, and beside it what is still missing. */
function TakeBar({ adding, onLeave, onSeek }: TakeBarProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = addingTexts[language];
  const clueWords = clueTexts[language];
  const formats = useFormats();
  const city = useAddingCity();
  const left = obstacles(adding, city);
  const bad = adding.files.filter(({ state, draft }) => state === "failed" || (state === "open" && !draft)).length;
  // Where there is one file it need not be named.
  const named = (what: string, file: string) => (adding.files.length > 1 ? `${file}: ${what}` : what);
  const words = (obstacle: Obstacle): string => {
    switch (obstacle.why) {
      case "question":
        return named(clueWords.clues[obstacle.key], obstacle.file);
      case "nothing":
      case "level":
        return named(texts.missing[obstacle.why], obstacle.file);
      default:
        return texts.missing[obstacle.why];
    }
  };
  return (
    <div className={styles.take}>
      <div className={styles.buttons} id="take-added">
        <Button look="primary" isDisabled={left.length > 0} onPress={() => takeAdded(app)}>
          {texts.take}
        </Button>
        <Button onPress={onLeave}>{texts.leave}</Button>
      </div>
      <div className={styles.missing} role="status">
        <p>{left.length === 0 ? texts.allClear : texts.stillMissing}</p>
        <ul>
          {left.slice(0, OBSTACLES).map((obstacle) => (
            <li key={words(obstacle)}>
              {"id" in obstacle ? (
                <Button
                  look="link"
                  onPress={() => {
                    showAdded(app, obstacle.id);
                    if (obstacle.why === "question") onSeek(obstacle.key);
                    else if (obstacle.why === "level") onSeek("level");
                  }}
                >
                  {words(obstacle)}
                </Button>
              ) : (
                words(obstacle)
              )}
            </li>
          ))}
          {left.length > OBSTACLES ? <li>{`+ ${formats.count(left.length - OBSTACLES)}`}</li> : null}
        </ul>
        {bad > 0 ? <p>{texts.leftBehind(formats.count(bad), bad === 1)}</p> : null}
      </div>
    </div>
  );
}
