import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";
import styles from "./check-list.module.css";

interface CheckListProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly options: readonly {
    readonly id: string;
    readonly label: string;
    readonly mark?: ReactNode;
    readonly figure?: string;
  }[];
  readonly onChange: (values: string[]) => void;
}

/** Some of a few, each with a figure at the end of its line. */
export function CheckList({ label, values, options, onChange }: CheckListProps) {
  return (
    <CheckboxGroup className={styles.group ?? ""} value={[...values]} onChange={onChange}>
      <Label className={styles.label ?? ""}>{label}</Label>
      {options.map((option) => (
        <Checkbox key={option.id} value={option.id} className={styles.row ?? ""}>
          {({ isSelected }) => (
            <>
              <span className={styles.box} aria-hidden>
                {isSelected ? <Check size={14} strokeWidth={3} /> : null}
              </span>
              {option.mark}
              <span className={styles.text}>{option.label}</span>
              {option.figure ? <span className={styles.figure}>{option.figure}</span> : null}
            </>
          )}
        </Checkbox>
      ))}
    </CheckboxGroup>
  );
}
