import { columnTexts } from "../../../i18n/column-texts.ts";
import type { AddingFile } from "../../../state/app-state.ts";
import { useLanguage } from "../../app-context.tsx";
import styles from "./editors.module.css";

interface ColumnSelectProps {
  readonly file: AddingFile;
  /** The column of the contract. */
  readonly ours: string;
  readonly label: string;
  readonly onChange: (column: string | undefined) => void;
}

/** One of the file's columns, or none. */
export function ColumnSelect({ file, ours, label, onChange }: ColumnSelectProps) {
  const texts = columnTexts[useLanguage()];
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <select
        className={styles.select}
        value={file.draft?.anlaufpunkt.columns?.[ours] ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
      >
        <option value="">{texts.meansNothing}</option>
        {(file.preview?.columns ?? [])
          .filter(({ name }) => name !== "")
          .map(({ name }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a file may have the same name.
            <option key={index} value={name}>
              {name}
            </option>
          ))}
      </select>
    </label>
  );
}
