import { useState } from "react";
import { inspectAgain } from "../../../commands/add-data.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

/** The first lines as they stand there: those that hold the names of the columns are ticked. */
export function HeaderEditor({ file, onDone }: EditorProps) {
  const app = useApp();
  const texts = fileWritingTexts[useLanguage()];
  const { dialect } = file.draft ?? {};
  const now = dialect?.header === false ? [] : (dialect?.headerRows ?? [1]);
  const [chosen, setChosen] = useState<readonly number[]>(now);
  return (
    <>
      <p>{texts.headerHint}</p>
      <ul className={styles.lines}>
        {(file.inspection?.head ?? []).map((cells, at) => {
          const line = at + 1;
          return (
            <li key={line}>
              <label>
                <input
                  type="checkbox"
                  aria-label={texts.headerPart(String(line))}
                  checked={chosen.includes(line)}
                  onChange={({ target }) =>
                    setChosen(
                      target.checked ? [...chosen, line].sort((a, b) => a - b) : chosen.filter((one) => one !== line),
                    )
                  }
                />
                <span className={styles.number}>{line}</span>
                <span className={styles.cells}>{cells.filter((cell) => cell.trim() !== "").join(" · ")}</span>
              </label>
            </li>
          );
        })}
      </ul>
      <Button
        onPress={() => {
          inspectAgain(app, file.id, { headerRows: chosen }, "header");
          onDone();
        }}
      >
        {texts.headerTake}
      </Button>
    </>
  );
}
