import { useEffect, useRef } from "react";
import { useAppState } from "../../app-context.tsx";
import { GapList } from "./gap-list.tsx";
import { Headline } from "./headline.tsx";
import { Steckbrief } from "./steckbrief.tsx";
import styles from "./versorgung-answer.module.css";

/** The answer first as a sentence, below it what one can act on: the list, or the Steckbrief of the Sozialraum that was chosen. */
export function VersorgungAnswer() {
  const sozialraum = useAppState((state) => state.view.sozialraum);
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef(sozialraum);
  useEffect(() => {
    const left = shown.current;
    shown.current = sozialraum;
    // Who chose on the map or in the table stays there; who pressed what is gone now is led on.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (left === sozialraum || !isLost) return;
    const row = left !== undefined && root.current?.querySelector(`[data-sozialraum="${CSS.escape(left)}"]`);
    const target = (sozialraum === undefined && row) || root.current?.querySelector("h1");
    if (target instanceof HTMLElement) target.focus();
  }, [sozialraum]);
  return (
    <div ref={root} className={styles.answer}>
      {sozialraum === undefined ? (
        <>
          <Headline />
          <GapList />
        </>
      ) : (
        <Steckbrief id={sozialraum} />
      )}
    </div>
  );
}
