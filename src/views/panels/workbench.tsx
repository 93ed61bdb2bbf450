import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from "lucide-react";
import { startTransition, useEffect, useState } from "react";
import { setPending } from "../../commands/app.ts";
import { shellTexts } from "../../i18n/shell-texts.ts";
import { useApp, useAppState, useLanguage } from "../app-context.tsx";
import { IconButton } from "../controls/button.tsx";
import { later } from "../controls/later.tsx";
import { ActiveFilter } from "./filter/active-filter.tsx";
import { MapStage } from "./map-stage.tsx";
import { ReadingNote } from "./reading-note.tsx";
import styles from "./workbench.module.css";

const VersorgungQuestion = later("versorgung-question", () =>
  import("./versorgung/versorgung-question.tsx").then((part) => part.VersorgungQuestion),
);
const VersorgungAnswer = later("versorgung-answer", () =>
  import("./versorgung/versorgung-answer.tsx").then((part) => part.VersorgungAnswer),
);
const VersorgungTable = later("versorgung-table", () =>
  import("./versorgung/versorgung-table.tsx").then((part) => part.VersorgungTable),
);
const VergleichQuestion = later("vergleich-question", () =>
  import("./vergleich/vergleich-question.tsx").then((part) => part.VergleichQuestion),
);
const VergleichAnswer = later("vergleich-answer", () =>
  import("./vergleich/vergleich-answer.tsx").then((part) => part.VergleichAnswer),
);
const VergleichTable = later("vergleich-table", () =>
  import("./vergleich/vergleich-table.tsx").then((part) => part.VergleichTable),
);

const PARTS = {
  versorgung: { Question: VersorgungQuestion, Answer: VersorgungAnswer, Table: VersorgungTable },
  vergleich: { Question: VergleichQuestion, Answer: VergleichAnswer, Table: VergleichTable },
};

/** The views with a map: the question on the left, the answer on the right, the table from below. */
export function Workbench({ isHidden }: { isHidden: boolean }) {
  const texts = shellTexts[useLanguage()];
  const view = useAppState((state) => state.view.view);
  const table = useAppState((state) => state.view.table);
  const present = useAppState((state) => state.view.present);
  const [folded, setFolded] = useState({ left: false, right: false });
  // Where there is no room for three columns, one panel at a time.
  const [shown, setShown] = useState<"question" | "answer">("answer");
  const { Question, Answer, Table } = PARTS[view === "vergleich" ? "vergleich" : "versorgung"];
  const showPanels = !present && !isHidden;
  const isFurnished = useFurnished();

  return (
    <main
      className={styles.workbench}
      hidden={isHidden}
      data-left={showPanels && !folded.left ? "open" : "folded"}
      data-right={showPanels && !folded.right ? "open" : "folded"}
      data-shown={shown}
      data-present={present || undefined}
    >
      {showPanels ? (
        <fieldset className={styles.switch} aria-label={texts.panels}>
          <button type="button" aria-pressed={shown === "question"} onClick={() => setShown("question")}>
            {texts.question}
          </button>
          <button type="button" aria-pressed={shown === "answer"} onClick={() => setShown("answer")}>
            {texts.answer}
          </button>
        </fieldset>
      ) : null}
      {showPanels ? (
        <section className={`${styles.panel} ${styles.left}`} aria-label={texts.question}>
          <div className={styles.scroll}>{isFurnished ? <Question /> : null}</div>
          <div className={styles.fold}>
            <IconButton
              label={folded.left ? texts.unfoldLeft : texts.foldLeft}
              onPress={() => setFolded({ ...folded, left: !folded.left })}
            >
              {folded.left ? <PanelLeftOpen size={18} aria-hidden /> : <PanelLeftClose size={18} aria-hidden />}
            </IconButton>
          </div>
        </section>
      ) : null}
      <div className={styles.middle}>
        <MapStage isHidden={isHidden} />
        {view === "versorgung" && showPanels ? <ActiveFilter /> : null}
        {table && showPanels ? (
          <section id="table" className={styles.table} aria-label={texts.table}>
            <Table />
          </section>
        ) : null}
      </div>
      {showPanels ? (
        <section id="answer" tabIndex={-1} className={`${styles.panel} ${styles.right}`} aria-label={texts.answer}>
          <div className={styles.scroll}>{isFurnished ? <Answer /> : <ReadingNote otherwise="" />}</div>
          <div className={styles.fold}>
            <IconButton
              label={folded.right ? texts.unfoldRight : texts.foldRight}
              onPress={() => setFolded({ ...folded, right: !folded.right })}
            >
              {folded.right ? <PanelRightOpen size={18} aria-hidden /> : <PanelRightClose size={18} aria-hidden />}
            </IconButton>
          </div>
        </section>
      ) : null}
    </main>
  );
}

/** A map that takes longer than this no longer keeps the panels waiting. */
const FURNISHED_AT_THE_LATEST = 1500;

/** The map comes first: what stands in the panels follows when its ground is painted. */
function useFurnished(): boolean {
  const app = useApp();
  const hasGround = useAppState(({ transient: { pending } }) => !("window" in pending) && !("ground" in pending));
  const [isLate, setLate] = useState(false);
  const [isFurnished, setFurnished] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), FURNISHED_AT_THE_LATEST);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    setPending(app, "panels", !isFurnished);
    if (!isFurnished && (hasGround || isLate)) startTransition(() => setFurnished(true));
  }, [app, isFurnished, hasGround, isLate]);
  return isFurnished;
}
