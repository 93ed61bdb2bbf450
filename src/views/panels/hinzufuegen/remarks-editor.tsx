import { changeDraft } from "../../../commands/add-data.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import { useApp, useLanguage } from "../../app-context.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

/** Lines at the foot of the table that are no rows. */
export function RemarksEditor({ file }: EditorProps) {
  const app = useApp();
  const texts = fileWritingTexts[useLanguage()];
  const { draft } = file;
  if (!draft) return null;
  const chosen = draft.dialect?.commentRows ?? [];
  const change = (commentRows: readonly number[]) =>
    changeDraft(
      app,
      file.id,
      { ...draft, dialect: { ...draft.dialect, commentRows: commentRows.length > 0 ? commentRows : undefined } },
      "remarks",
    );
  return (
    <>
      <p>{texts.remarksHint}</p>
      <ul className={styles.lines}>
        {(file.inspection?.remarks ?? []).map(({ line, text }) => (
          <li key={line}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(line)}
                onChange={({ target }) =>
                  change(
                    target.checked ? [...chosen, line].sort((a, b) => a - b) : chosen.filter((one) => one !== line),
                  )
                }
              />
              <span className={styles.number}>{line}</span>
              <span className={styles.cells}>{text || "–"}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
