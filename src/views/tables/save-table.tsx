import { ChevronDown } from "lucide-react";
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover, Text } from "react-aria-components";
import { TABLE_FILE_FORMATS, type TableFileFormat } from "../../domain/saved-table.ts";
import { exportTexts } from "../../i18n/export-texts.ts";
import { useLanguage } from "../app-context.tsx";
import { Button } from "../controls/button.tsx";
import listStyles from "../controls/option-list.module.css";
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
        <Popover className={listStyles.popover ?? ""} placement="bottom end">
          <Menu className={listStyles.list ?? ""} onAction={(key) => onSave(key as TableFileFormat)}>
            {TABLE_FILE_FORMATS.map((format) => {
              const { title, detail } = texts.formats[format];
              return (
                <MenuItem key={format} id={format} textValue={title} className={listStyles.item ?? ""}>
                  <Text slot="label" className={styles.name}>
                    {title}
                  </Text>
                  <Text slot="description" className={listStyles.detail}>
                    {detail}
                  </Text>
                </MenuItem>
              );
            })}
          </Menu>
        </Popover>
      </MenuTrigger>
    </div>
  );
}
