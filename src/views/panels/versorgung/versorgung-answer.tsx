import { useAppState } from "../../app-context.tsx";
import { GapList } from "./gap-list.tsx";
import { Headline } from "./headline.tsx";
import { Steckbrief } from "./steckbrief.tsx";
import styles from "./versorgung-answer.module.css";

/** The answer first as a sentence, below it what one can act on: the list, or the Steckbrief of the Sozialraum that was chosen. */
export function VersorgungAnswer() {
  const sozialraum = useAppState((state) => state.view.sozialraum);
  return (
    <div className={styles.answer}>
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
