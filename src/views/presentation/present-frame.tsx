import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { composeSheet } from "../../commands/compose-sheet.ts";
import { leavePresent, stepKeptViews } from "../../commands/present.ts";
import type { Sheet } from "../../domain/sheet.ts";
import { presentationTexts } from "../../i18n/presentation-texts.ts";
import { shownKeptView } from "../../state/selectors/shown-kept-view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../app-context.tsx";
import { IconButton } from "../controls/button.tsx";
import styles from "./present-frame.module.css";
import { SlideAside } from "./slide-aside.tsx";
import { useBrowserFullscreen } from "./use-browser-fullscreen.ts";
import { usePresentKeys } from "./use-present-keys.ts";

/** Around every view: nothing at the desk; in the council chamber a title, a legend and a source that the last row can read. */
export function PresentFrame({ children }: { readonly children: ReactNode }) {
  const present = useAppState((state) => state.view.present);
  const view = useAppState((state) => state.view.view);
  usePresentKeys();
  useBrowserFullscreen();
  const onMap = view === "versorgung" || view === "vergleich";
  // The children keep their place in the tree: a map that were built anew would take its time.
  return (
    <div className={styles.frame} data-present={present || undefined} data-map={onMap || undefined}>
      {present && onMap ? <SlideTitle /> : null}
      <div key="content" className={styles.content}>
        {children}
      </div>
      {present && onMap ? <SlideSide /> : null}
      {present ? <SlideFoot of={onMap ? "map" : view === "ziele" ? "page" : "nothing"} /> : null}
    </div>
  );
}

function useSheet(): Sheet | undefined {
  const app = useApp();
  const state = useAppState((state) => state);
  return useMemo(() => composeSheet(state, app.services.clock.now()), [state, app]);
}

function SlideTitle() {
  const sheet = useSheet();
  if (!sheet) return <header className={styles.title} aria-busy="true" />;
  return (
    <header className={styles.title}>
      <p className={styles.kicker}>
        <span>{sheet.kicker}</span>
        {sheet.invented ? <strong className={styles.invented}>{sheet.invented}</strong> : null}
      </p>
      <h1>
        {sheet.title.map((phrase) =>
          phrase.loud ? <em key={phrase.text}>{phrase.text}</em> : <span key={phrase.text}>{phrase.text}</span>,
        )}
      </h1>
      {sheet.subtitle ? <p className={styles.subtitle}>{sheet.subtitle}</p> : null}
    </header>
  );
}

function SlideSide() {
  const sheet = useSheet();
  // With a title of one's own the sentence below begins with what the legend is called.
  const said = (title: string) =>
    [sheet?.title.map(({ text }) => text).join(""), sheet?.subtitle].some((text) => text?.startsWith(title));
  return <SlideAside isSaid={said} />;
}

/** Beside a map the title carries the label of invented data; a page has no such title, its foot carries it. */
function SlideFoot({ of }: { readonly of: "map" | "page" | "nothing" }) {
  const app = useApp();
  const texts = presentationTexts[useLanguage()];
  const formats = useFormats();
  const sheet = useSheet();
  const count = useAppState((state) => state.document.keptViews.length);
  const at = useAppState(shownKeptView);
  const numbers = [at < 0 ? "–" : formats.count(at + 1), formats.count(count)] as const;
  return (
    <footer className={styles.foot}>
      <p className={styles.sources}>
        {of === "page" && sheet?.invented ? <strong>{sheet.invented} </strong> : null}
        {of !== "nothing" && sheet && sheet.sources.length > 0 ? texts.source(sheet.sources.join(" · ")) : null}
      </p>
      <div className={styles.controls}>
        {count > 0 ? (
          <>
            <IconButton label={texts.previous} onPress={() => stepKeptViews(app, "previous")} isDisabled={at === 0}>
              <ChevronLeft size={20} aria-hidden />
            </IconButton>
            <p className={styles.counter} aria-live="polite">
              <span aria-hidden="true">{texts.counter(...numbers)}</span>
              <span className="visually-hidden">{texts.counterLabel(...numbers)}</span>
            </p>
            <IconButton label={texts.next} onPress={() => stepKeptViews(app, "next")} isDisabled={at === count - 1}>
              <ChevronRight size={20} aria-hidden />
            </IconButton>
          </>
        ) : null}
        <IconButton label={texts.leave} onPress={() => leavePresent(app)}>
          <X size={20} aria-hidden />
        </IconButton>
      </div>
    </footer>
  );
}
