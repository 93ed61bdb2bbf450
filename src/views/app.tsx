import { shellTexts } from "../i18n/shell-texts.ts";
import styles from "./app.module.css";
import { useAppState, useLanguage } from "./app-context.tsx";
import { later } from "./controls/later.tsx";
import { Notices } from "./controls/notices.tsx";
import { DropAnywhere } from "./panels/drop-anywhere.tsx";
import { Header } from "./panels/header/header.tsx";
import { PasteAnywhere } from "./panels/hinzufuegen/paste-anywhere.tsx";
import { ProvenanceDialog } from "./panels/provenance-dialog.tsx";
import { Refusal } from "./panels/refusal.tsx";
import { Workbench } from "./panels/workbench.tsx";
import { PresentFrame } from "./presentation/present-frame.tsx";

const ZieleView = later("ziele", () => import("./panels/ziele/ziele-view.tsx").then((part) => part.ZieleView));
const KeptViews = later("kept", () => import("./presentation/kept-views.tsx").then((part) => part.KeptViews));
const HinzufuegenView = later("hinzufuegen", () =>
  import("./panels/hinzufuegen/hinzufuegen-view.tsx").then((part) => part.HinzufuegenView),
);
const DatenView = later("daten", () => import("./panels/daten/daten-view.tsx").then((part) => part.DatenView));

/** The whole window: the bar above, one of the views below; in the council chamber only the view. */
export function AppWindow() {
  const texts = shellTexts[useLanguage()];
  const view = useAppState((state) => state.view.view);
  const present = useAppState((state) => state.view.present);
  const phase = useAppState((state) => state.transient.phase);
  const isAdding = useAppState((state) => state.transient.adding !== undefined);
  const onMap = !isAdding && (view === "versorgung" || view === "vergleich");
  return (
    <div className={styles.window} data-present={present || undefined}>
      {present ? null : (
        <>
          <a className={styles.skip} href="#answer">
            {texts.skipToAnswer}
          </a>
          <Header />
        </>
      )}
      {phase === "refused" || phase === "failed" ? (
        <Refusal />
      ) : (
        <PresentFrame>
          {/* The workbench keeps its map while other views are open: starting a map anew costs a second. */}
          <Workbench isHidden={!onMap} />
          {isAdding ? <HinzufuegenView /> : null}
          {!isAdding && view === "ziele" ? <ZieleView /> : null}
          {!isAdding && view === "praesentation" ? <KeptViews /> : null}
          {!isAdding && view === "daten" ? <DatenView /> : null}
        </PresentFrame>
      )}
      <ProvenanceDialog />
      <Notices />
      <DropAnywhere />
      <PasteAnywhere />
    </div>
  );
}
