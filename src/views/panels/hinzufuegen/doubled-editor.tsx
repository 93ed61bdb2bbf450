import { nameDoubled } from "../../../commands/add-data.ts";
import { clueTexts } from "../../../i18n/clue-texts.ts";
import { doubledTexts } from "../../../i18n/doubled-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

/** Whether indicators whose values are elsewhere, too, are the same ones, and what they are called if not. */
export function DoubledEditor({ file }: EditorProps) {
  const app = useApp();
  const language = useLanguage();
  const texts = doubledTexts[language];
  if (!file.doubled) return null;
  const { as, indicators } = file.doubled;
  return (
    <>
      <p>{texts.hint}</p>
      <Choice
        label={clueTexts[language].clues.doubled}
        value={as}
        options={[
          { id: "own", label: texts.choice.own },
          { id: "same", label: texts.choice.same },
        ]}
        onChange={(next) => nameDoubled(app, file.id, next)}
      />
      {as === "own" && indicators.length > 1 ? (
        <ul className={styles.changes}>
          {indicators.map(({ id, title, own }) => (
            <li key={id}>
              <span>{title} →</span> <span>{own.title}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
