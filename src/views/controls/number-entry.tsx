import { FieldError, Group, Input, Label, NumberField } from "react-aria-components";
import styles from "./number-entry.module.css";

interface NumberEntryProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly unit: string;
  readonly onChange: (value: number) => void;
  readonly isHighlighted?: boolean;
}

/** A free number with its unit; taken over with Enter or on leaving the field. */
export function NumberEntry({ label, value, least, most, unit, onChange, isHighlighted = false }: NumberEntryProps) {
  return (
    <NumberField
      className={styles.field ?? ""}
      value={value}
      minValue={least}
      maxValue={most}
      onChange={(next) => Number.isFinite(next) && onChange(Math.round(next))}
      formatOptions={{ maximumFractionDigits: 0 }}
    >
      <Label className={styles.label ?? ""}>{label}</Label>
      <Group className={`${styles.group} ${isHighlighted ? styles.highlighted : ""}`}>
        <Input className={styles.input ?? ""} />
        <span aria-hidden>{unit}</span>
      </Group>
      <FieldError />
    </NumberField>
  );
}
