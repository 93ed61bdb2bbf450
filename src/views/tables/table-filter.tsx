import { Search, X } from "lucide-react";
import { Button, Input, SearchField } from "react-aria-components";
import { tableTexts } from "../../i18n/table-texts.ts";
import { useLanguage } from "../app-context.tsx";
import styles from "./table-filter.module.css";

/** A text that the rows of a table must contain; Escape empties it. */
export function TableFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const texts = tableTexts[useLanguage()];
  return (
    <SearchField className={styles.field ?? ""} aria-label={texts.filter} value={value} onChange={onChange}>
      <Search size={15} aria-hidden />
      <Input className={styles.input ?? ""} placeholder={texts.filter} />
      {value === "" ? null : (
        <Button className={styles.clear ?? ""} aria-label={texts.clearFilter}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </SearchField>
  );
}
