import { ChevronDown } from "lucide-react";
import { Button as AriaButton, MenuTrigger } from "react-aria-components";
import { TABLE_FILE_FORMATS, type TableFileFormat } from "../../domain/saved-table.ts";
import { exportTexts } from "../../i18n/export-texts.ts";
import { useLanguage } from "../app-context.tsx";
import { ActionMenu } from "../controls/action-menu.tsx";
import { Button } from "../controls/button.tsx";
import styles from "./save-table.module.css";

interface SaveTableProps {
  readonly onSave: (format: TableFileFormat) => void;
}

/** Saves a table: as CSV by one click, in another format by the menu beside it. */
export function SaveTable({ onSave }: SaveTableProps) {
  const texts = exportTexts[useLanguage()];
  return (
    <div className={styles.pair}>
      <Button onPress={() => onSave("csv")}>{texts.table}</Button>
      <MenuTrigger>
        <AriaButton className={styles.more ?? ""} aria-label={texts.moreFormats}>
          <ChevronDown size={16} aria-hidden />
        </AriaButton>
        <ActionMenu
          items={TABLE_FILE_FORMATS.map((format) => ({ id: format, ...texts.formats[format] }))}
          onAction={onSave}
        />
      </MenuTrigger>
    </div>
  );
}
