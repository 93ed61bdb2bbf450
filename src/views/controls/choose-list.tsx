import { ChevronDown } from "lucide-react";
import { Button, Label, Select, SelectValue } from "react-aria-components";
import styles from "./field.module.css";
import { OptionList, type OptionSection } from "./option-list.tsx";

interface ChooseListProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly sections: readonly OptionSection[];
  readonly onChange: (id: string) => void;
  readonly hideLabel?: boolean;
}

/** One of many, in a list that opens. */
export function ChooseList({ label, value, sections, onChange, hideLabel = false }: ChooseListProps) {
  return (
    <Select
      className={styles.box ?? ""}
      value={value ?? null}
      onChange={(key) => key !== null && onChange(String(key))}
      placeholder="–"
    >
      <Label className={hideLabel ? "visually-hidden" : (styles.label ?? "")}>{label}</Label>
      <Button className={`${styles.field} ${styles.button}`}>
        <SelectValue className={styles.value ?? ""}>{({ selectedText }) => selectedText || "–"}</SelectValue>
        <ChevronDown size={16} aria-hidden />
      </Button>
      <OptionList sections={sections} />
    </Select>
  );
}
