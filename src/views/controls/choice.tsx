import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import styles from "./choice.module.css";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T | undefined;
  readonly options: readonly { readonly id: T; readonly label: ReactNode }[];
  readonly onChange: (value: T) => void;
  readonly hideLabel?: boolean;
}

/** One of a few, all visible: radio buttons that look like a row of keys. */
export function Choice<T extends string>({ label, value, options, onChange, hideLabel = false }: ChoiceProps<T>) {
  return (
    <RadioGroup
      className={styles.group ?? ""}
      value={value ?? null}
      onChange={(next) => onChange(next as T)}
      orientation="horizontal"
    >
      <Label className={hideLabel ? "visually-hidden" : (styles.label ?? "")}>{label}</Label>
      <div className={styles.keys}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={styles.key ?? ""}>
            {option.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
