import { PenLine } from "lucide-react";
import { useState } from "react";
import { addCorner, beginDrawing, cancelDrawing, finishDrawing, removeCorner } from "../../../commands/draw-area.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { coordinatesFrom } from "../../../state/selectors/place-by-text.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { Note } from "../../controls/note.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import styles from "./wish.module.css";

/** An area is drawn by its corners: clicked on the map, taken from its middle, or typed. */
export function DrawingTools() {
  const app = useApp();
  const texts = sitingQuestionTexts[useLanguage()];
  const formats = useFormats();
  const drawing = useAppState((state) => state.transient.drawing);
  const drawn = useAppState((state) => state.view.drawn);
  const [isWrong, setWrong] = useState(false);
  if (!drawing) {
    return (
      <div className={styles.wish}>
        {drawn ? <Note>{texts.drawn(formats.count(drawn.length))}</Note> : null}
        <Button icon={<PenLine size={16} aria-hidden />} onPress={() => beginDrawing(app)}>
          {drawn ? texts.drawAgain : texts.draw}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.wish}>
      <Note role="status">{texts.drawing(formats.count(drawing.length))}</Note>
      <div className={styles.wide}>
        <TextEntry
          label={texts.cornerAt}
          hint={texts.cornerHint}
          value=""
          onChange={(text) => {
            const found = coordinatesFrom(text);
            setWrong(!found);
            if (found) addCorner(app, { lon: found.lon, lat: found.lat });
          }}
        />
      </div>
      {isWrong ? (
        <p className={styles.problem} role="alert">
          {texts.cornerWrong}
        </p>
      ) : null}
      <div className={styles.row}>
        <Button
          onPress={() => {
            const { mapCentre } = app.store.getState().transient;
            if (mapCentre) addCorner(app, mapCentre);
          }}
        >
          {texts.cornerInMiddle}
        </Button>
        <Button isDisabled={drawing.length === 0} onPress={() => removeCorner(app)}>
          {texts.undoCorner}
        </Button>
      </div>
      <div className={styles.row}>
        <Button look="primary" isDisabled={drawing.length < 3} onPress={() => finishDrawing(app)}>
          {texts.finishDrawing}
        </Button>
        <Button onPress={() => cancelDrawing(app)}>{texts.cancelDrawing}</Button>
      </div>
    </div>
  );
}
