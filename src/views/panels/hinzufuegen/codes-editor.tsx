import { confirmClue } from "../../../commands/add-data.ts";
import { meanCode } from "../../../commands/answer-codes.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import { codesOf, type ShownCode } from "../../../state/selectors/shown-codes.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

type Meaning = NonNullable<ShownCode["meaning"]>;

const MEANINGS = ["not-stated", "suppressed", "not-applicable", "zero"] as const;

/** What stands in columns of numbers and is none, each with its meaning. */
export function CodesEditor({ file, onDone }: EditorProps) {
  const app = useApp();
  const formats = useFormats();
  const texts = fileWritingTexts[useLanguage()];
  const codes = codesOf(file);
  const isOpen = codes.some(({ meaning }) => meaning === undefined);
  return (
    <>
      <p>{texts.codesHint}</p>
      <ul className={styles.rows}>
        {codes.map(({ code, cells, meaning }) => (
          <li key={code}>
            <span>
              <code className={styles.code}>{code === "" ? texts.emptyCell : code}</code>{" "}
              <span className={styles.quiet}>{texts.codeCells(formats.count(cells), cells === 1)}</span>
            </span>
            <select
              className={styles.select}
              aria-label={texts.meaning(code === "" ? texts.emptyCell : code)}
              value={meaning ?? "choose"}
              onChange={({ target }) => meanCode(app, file.id, code, target.value as Meaning)}
            >
              {meaning === undefined ? (
                <option value="choose" disabled>
                  {texts.meanings.choose}
                </option>
              ) : null}
              {MEANINGS.map((one) => (
                <option key={one} value={one}>
                  {texts.meanings[one]}
                </option>
              ))}
              {/^[-\u2212]?\d/.test(code) ? <option value="number">{texts.meanings.number}</option> : null}
            </select>
          </li>
        ))}
      </ul>
      {isOpen ? <p>{texts.codesOpen}</p> : null}
      <div className={styles.pages}>
        <Button
          look="primary"
          isDisabled={isOpen}
          onPress={() => {
            confirmClue(app, file.id, "codes");
            onDone();
          }}
        >
          {texts.codesTake}
        </Button>
      </div>
    </>
  );
}
