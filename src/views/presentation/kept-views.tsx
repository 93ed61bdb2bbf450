import { Play } from "lucide-react";
import { useState } from "react";
import { changeView } from "../../commands/change-view.ts";
import { moveKeptView, removeKeptView } from "../../commands/keep-view.ts";
import { openKeptView } from "../../commands/present.ts";
import { undoStep } from "../../commands/undo.ts";
import type { KeptView } from "../../domain/kept-view.ts";
import { presentationTexts } from "../../i18n/presentation-texts.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../app-context.tsx";
import { Button } from "../controls/button.tsx";
import { KeptViewRow } from "./kept-view-row.tsx";
import styles from "./kept-views.module.css";

/** The view „Präsentation“: what was kept for the meeting, in its order. */
export function KeptViews() {
  const app = useApp();
  const language = useLanguage();
  const texts = presentationTexts[language];
  const formats = useFormats();
  const keptViews = useAppState((state) => state.document.keptViews);
  const last = useAppState((state) => state.document.history.past.at(-1)?.label);
  // As long as nothing else was done, what was removed is one step away: the same that Ctrl+Z goes.
  const removed = last?.done === "view-removed" ? last.what : undefined;
  const [said, setSaid] = useState("");
  const first = keptViews[0];

  const move = (kept: KeptView, at: number, by: -1 | 1) => {
    moveKeptView(app, kept.id, by);
    setSaid(texts.moved(kept.title, formats.count(at + by + 1), formats.count(keptViews.length)));
  };

  return (
    <main id="answer" tabIndex={-1} className={styles.view}>
      <div className={styles.column}>
        <header className={styles.head}>
          <div>
            <h1>{texts.title}</h1>
            <p className={styles.lead}>{texts.lead}</p>
          </div>
          {first ? (
            <Button look="primary" icon={<Play size={16} aria-hidden />} onPress={() => openKeptView(app, first, true)}>
              {texts.start}
            </Button>
          ) : null}
        </header>

        {first ? (
          <section aria-labelledby="kept-views">
            <h2 id="kept-views" className={styles.count}>
              {texts.count(formats.count(keptViews.length), keptViews.length)}
            </h2>
            <ol className={styles.list}>
              {keptViews.map((kept, index) => (
                <KeptViewRow
                  key={kept.id}
                  kept={kept}
                  position={index + 1}
                  of={keptViews.length}
                  onMove={(by) => move(kept, index, by)}
                  onRemove={() => {
                    removeKeptView(app, kept.id);
                    setSaid(texts.removed(kept.title));
                  }}
                />
              ))}
            </ol>
          </section>
        ) : (
          <EmptyList />
        )}

        {removed === undefined ? null : (
          <p className={styles.removed}>
            <span>{texts.removed(removed)}</span>
            <Button look="link" onPress={() => undoStep(app)}>
              {texts.bringBack}
            </Button>
          </p>
        )}
        <p className={styles.hint}>
          {keptViews.length > 1 ? `${texts.reorderHint} ` : null}
          {texts.storage}
        </p>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
      </div>
    </main>
  );
}

/** Nothing was kept yet: how it goes, in three steps. */
function EmptyList() {
  const app = useApp();
  const texts = presentationTexts[useLanguage()];
  return (
    <section className={styles.empty} aria-labelledby="no-kept-views">
      <h2 id="no-kept-views">{texts.emptyTitle}</h2>
      <ol>
        {texts.emptySteps.map((step, index) => (
          <li key={step.title}>
            <span className={styles.number} aria-hidden="true">
              {index + 1}
            </span>
            <h3>{step.title}</h3>
            <p>{step.text}</p>
          </li>
        ))}
      </ol>
      <Button look="primary" onPress={() => changeView(app, { view: "versorgung" })}>
        {texts.toVersorgung}
      </Button>
    </section>
  );
}
