import { changeKeys } from "../../../commands/add-data.ts";
import { DATE_FORMATS, type DateFormat, isoDate } from "../../../domain/date-format.ts";
import { fileWritingTexts } from "../../../i18n/file-writing-texts.ts";
import { datedColumns } from "../../../state/selectors/adding-questions.ts";
import { useApp, useFormats, useLanguage } from "../../app-context.tsx";
import type { EditorProps } from "./editor-props.ts";
import styles from "./editors.module.css";

/** How dates are written, each way with a date of the file and what it then is. */
export function DateEditor({ file }: EditorProps) {
  const app = useApp();
  const formats = useFormats();
  const texts = fileWritingTexts[useLanguage()];
  const examples = datedColumns(file).flatMap((dates) => dates.examples);
  const possible = new Set<DateFormat>(datedColumns(file).flatMap((dates) => dates.formats));
  const chosen = file.draft?.anlaufpunkt.dateFormat;
  return (
    <fieldset className={styles.choices}>
      <legend>{texts.dateHint}</legend>
      {DATE_FORMATS.filter((format) => possible.has(format) || format === chosen).map((format) => {
        const raw = examples.find((text) => isoDate(text, format) !== undefined);
        const iso = raw === undefined ? undefined : isoDate(raw, format);
        return (
          <label key={format} className={styles.choice}>
            <input
              type="radio"
              name={`date-${file.id}`}
              checked={format === chosen}
              onChange={() => changeKeys(app, file.id, { dateFormat: format }, "date")}
            />
            <span>{texts.dateFormats[format]}</span>
            <span className={styles.quiet}>
              {raw === undefined || iso === undefined ? texts.dateNone : texts.dateRead(raw, formats.period(iso))}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
