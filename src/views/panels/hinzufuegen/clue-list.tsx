import { CircleCheck, CircleDashed, CircleHelp, FileCheck } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { confirmClue } from "../../../commands/add-data.ts";
import type { CityForData, Clue, ClueKey } from "../../../domain/data-draft.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { CLUE_ORDER, isUnanswered, openQuestions, shownClues } from "../../../state/selectors/adding-questions.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { AnswerAlike } from "./answer-alike.tsx";
import { ClueEditor } from "./clue-editor.tsx";
import styles from "./clue-list.module.css";
import { clueSentence } from "./clue-sentence.ts";

const ICONS = {
  present: CircleCheck,
  declared: FileCheck,
  certain: CircleCheck,
  likely: CircleDashed,
  ask: CircleHelp,
  answered: CircleCheck,
};
/** Nothing can be chosen instead. */
const FIXED: readonly ClueKey[] = ["format", "columns"];

interface ClueListProps {
  readonly file: AddingFile;
  readonly city: CityForData;
  /** A question that is to be looked at, anew for each new object. */
  readonly sought: { readonly key: ClueKey } | undefined;
}

/** What was understood of the file, one line each: the sentence, how sure it is, and the way to change it in place. */
export function ClueList({ file, city, sought }: ClueListProps) {
  const texts = clueTexts[useLanguage()];
  const open = openQuestions(file, city);
  const clues = shownClues(file, city).toSorted(
    (a, b) =>
      Number(open.includes(b.key)) - Number(open.includes(a.key)) ||
      CLUE_ORDER.indexOf(a.key) - CLUE_ORDER.indexOf(b.key),
  );
  const [opened, setOpened] = useState<ClueKey>();
  // While one is being changed the lines stay where they are.
  const order = useRef<readonly ClueKey[]>([]);
  if (opened === undefined) order.current = clues.map(({ key }) => key);
  const shown = clues.toSorted((a, b) => order.current.indexOf(a.key) - order.current.indexOf(b.key));
  useEffect(() => {
    if (sought) document.getElementById(`clue-${sought.key}`)?.querySelector("button")?.focus();
  }, [sought]);
  return (
    <section aria-labelledby="clues-title" className={styles.section}>
      <h2 id="clues-title">{texts.understood}</h2>
      <ul className={styles.list}>
        {shown.map((clue) => (
          <ClueRow
            key={clue.key}
            clue={clue}
            file={file}
            city={city}
            isAsked={open.includes(clue.key)}
            isOpen={opened === clue.key}
            onOpen={(isOpen) => setOpened(isOpen ? clue.key : undefined)}
          />
        ))}
      </ul>
    </section>
  );
}

interface ClueRowProps extends Omit<ClueListProps, "sought"> {
  readonly clue: Clue;
  readonly isAsked: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function ClueRow({ clue, file, city, isAsked, isOpen, onOpen }: ClueRowProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = clueTexts[language];
  const row = useRef<HTMLLIElement>(null);
  const { key } = clue;
  const basis = isAsked
    ? "ask"
    : file.answered.includes(key)
      ? "answered"
      : file.replaces
        ? "present"
        : clue.basis === "ask"
          ? "likely"
          : clue.basis;
  const Icon = ICONS[basis];
  const name = key === "table" && file.inspection?.format === "gpkg" ? texts.clues.layer : texts.clues[key];
  const together = file.alike?.[key];
  const isEmpty = isAsked && isUnanswered(file, key, clue.value);
  const close = () => {
    onOpen(false);
    row.current?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
  };
  return (
    <li ref={row} id={`clue-${key}`} className={styles.clue} data-basis={basis} data-open={isOpen || undefined}>
      <Icon size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>{" "}
        <span className={styles.basis}>
          {basis === "answered" && together !== undefined
            ? texts.alike(together)
            : texts.basis[isEmpty ? "unanswered" : basis]}
        </span>
        <p className={styles.sentence}>{clueSentence(clue, file, city, language)}</p>
      </div>
      <div className={styles.buttons}>
        {isAsked && !isOpen && !isEmpty ? (
          <button
            type="button"
            className={styles.confirm}
            aria-label={texts.confirmNamed(name)}
            onClick={() => {
              confirmClue(app, file.id, key);
              focusNext(row.current);
            }}
          >
            {texts.confirm}
          </button>
        ) : null}
        {FIXED.includes(key) ? null : (
          <button
            type="button"
            className={isEmpty && !isOpen ? styles.confirm : styles.change}
            aria-label={
              isOpen ? `${name}: ${texts.close}` : isEmpty ? texts.chooseNamed(name) : texts.changeNamed(name)
            }
            aria-expanded={isOpen}
            onClick={() => {
              if (isOpen) close();
              else {
                onOpen(true);
                requestAnimationFrame(() => showEditor(row.current));
              }
            }}
          >
            {isOpen ? texts.close : isEmpty ? texts.choose : texts.change}
          </button>
        )}
      </div>
      {isEmpty ? null : (
        <div className={styles.alike}>
          <AnswerAlike
            clueKey={key}
            file={file}
            city={city}
            onDone={() => {
              onOpen(false);
              focusNext(row.current);
            }}
          />
        </div>
      )}
      {isOpen ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what was opened, from any field in it.
        <div
          className={styles.editor}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.defaultPrevented) return;
            event.preventDefault();
            event.stopPropagation();
            close();
          }}
        >
          <ClueEditor clue={clue} file={file} city={city} onDone={close} />
        </div>
      ) : null}
    </li>
  );
}

/** What was opened is brought before the eyes, and its first field has the focus. */
function showEditor(row: HTMLElement | null): void {
  row?.scrollIntoView({ block: "nearest" });
  row?.querySelector<HTMLElement>(":scope > div:last-child :is(input, select, button, [tabindex='0'])")?.focus();
}

/** After an answer the next question has the focus; after the last one, what is then done. */
function focusNext(row: HTMLElement | null): void {
  const rows = [...(row?.parentElement?.querySelectorAll<HTMLElement>("[data-basis=ask]") ?? [])];
  const next = rows[rows.indexOf(row as HTMLElement) + 1] ?? rows.find((other) => other !== row);
  requestAnimationFrame(() => {
    const target =
      next?.querySelector<HTMLElement>("button") ?? document.querySelector<HTMLElement>("#take-added button:enabled");
    (target?.isConnected ? target : row?.querySelector<HTMLElement>("button"))?.focus();
  });
}
