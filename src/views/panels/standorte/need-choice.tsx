import { changeView } from "../../../commands/change-view.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { needIndicators } from "../../../state/selectors/siting-choice.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Note } from "../../controls/note.tsx";
import { PickBox } from "../../controls/pick-box.tsx";
import styles from "./wish.module.css";

const NONE = "\u0000none";

/** Any indicator of the package can weigh the residents. */
export function NeedChoice() {
  const app = useApp();
  const language = useLanguage();
  const texts = sitingQuestionTexts[language];
  const indicators = useAppState(needIndicators);
  const need = useAppState((state) => state.view.need);
  const options = indicators
    .filter(({ kind }) => kind !== "class")
    .map(({ id, title }) => ({ id, label: title[language] }));
  if (options.length === 0) return null;
  const none = { id: NONE, label: texts.noNeed };
  return (
    <div className={styles.wish}>
      <div className={styles.wide}>
        <PickBox
          label={texts.need}
          nothing={texts.noIndicator}
          sections={[{ options: [none, ...options] }]}
          chosen={options.find(({ id }) => id === need) ?? none}
          onChoose={(id) => changeView(app, { need: id === NONE ? undefined : id })}
        />
      </div>
      {need !== undefined ? <Note>{texts.needNote}</Note> : null}
    </div>
  );
}
