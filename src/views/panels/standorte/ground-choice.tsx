import { changeView } from "../../../commands/change-view.ts";
import { beginDrawing, cancelDrawing } from "../../../commands/draw-area.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { SITE_GROUNDS } from "../../../state/view.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { Note } from "../../controls/note.tsx";
import { AreaChooser } from "./area-chooser.tsx";
import { DrawingTools } from "./drawing-tools.tsx";
import styles from "./wish.module.css";

/** In which area sites may stand. */
export function GroundChoice() {
  const app = useApp();
  const texts = sitingQuestionTexts[useLanguage()];
  const view = useAppState((state) => state.view);
  const isDrawing = useAppState((state) => state.transient.drawing !== undefined);
  const { sites } = view;
  const shown = isDrawing ? "drawn" : sites.where;
  return (
    <div className={styles.wish}>
      <Choice
        label={texts.where}
        value={shown}
        options={SITE_GROUNDS.map((id) => ({ id, label: texts.grounds[id] }))}
        onChange={(where) => {
          // Until an area is drawn, sites may still stand where they might before.
          if (where === "drawn" && !view.drawn) return beginDrawing(app);
          cancelDrawing(app);
          const within = where === "areas" && !view.within && view.sozialraum ? [view.sozialraum] : view.within;
          changeView(app, { within, sites: { ...sites, where } });
        }}
      />
      {shown === "gaps" ? <Note>{texts.groundNotes.gaps}</Note> : null}
      {shown === "areas" ? <AreaChooser name="within" label={texts.within} /> : null}
      {shown === "drawn" ? <DrawingTools /> : null}
    </div>
  );
}
