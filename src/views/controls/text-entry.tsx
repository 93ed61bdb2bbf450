import { useState } from "react";
import { Input, Label, Text, TextField } from "react-aria-components";
import styles from "./text-entry.module.css";

interface TextEntryProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
}

/** A text, taken over with Enter or on leaving the field; Escape brings back what stood there. */
export function TextEntry({ label, value, onChange, hint }: TextEntryProps) {
  const [draft, setDraft] = useState<string>();
  const take = () => {
    if (draft !== undefined && draft !== value) onChange(draft);
    setDraft(undefined);
  };
  return (
    <TextField className={styles.entry ?? ""} value={draft ?? value} onChange={setDraft} onBlur={take}>
      <Label className={styles.label ?? ""}>{label}</Label>
      <Input
        className={styles.input ?? ""}
        onKeyDown={(event) => {
          if (event.key === "Enter") take();
          if (event.key === "Escape" && draft !== undefined) {
            event.stopPropagation();
            setDraft(undefined);
          }
        }}
      />
      {hint ? (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      ) : null}
    </TextField>
  );
}
