import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, ComboBox, Group, Input, Label } from "react-aria-components";
import styles from "./field.module.css";
import { type Option, OptionList } from "./option-list.tsx";

interface SeekBoxProps {
  readonly label: string;
  /** Says when nothing is found. */
  readonly nothing: string;
  readonly icon: ReactNode;
  readonly find: (text: string) => readonly Option[];
  readonly onChoose: (id: string, text: string) => void;
  /** All there is can be looked through as well, before a text is typed. */
  readonly opens?: boolean;
  /** The list is there as soon as the field has the focus. */
  readonly opensAtOnce?: boolean;
  /** What stands in the field while it is empty; default: the label. */
  readonly placeholder?: string | undefined;
  readonly takesFocus?: boolean;
  readonly placement?: "bottom start" | "bottom end" | undefined;
}

/** Finds one of many by typing; after the choice it is empty and ready for the next. */
export function SeekBox({
  label,
  nothing,
  icon,
  find,
  onChoose,
  opens = false,
  opensAtOnce = false,
  placeholder,
  takesFocus,
  placement,
}: SeekBoxProps) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takesFocus) input.current?.focus();
  }, [takesFocus]);
  const hasText = text.trim() !== "";
  return (
    <ComboBox
      className={styles.box ?? ""}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(key) => {
        // Escape and leaving the field choose nothing, and are done with the text all the same.
        setText("");
        if (key !== null) onChoose(String(key), text);
      }}
      // What is found is decided by `find`.
      defaultFilter={() => true}
      // An empty list says „nothing found“; without a text there is nothing to say, and nothing stays open.
      allowsEmptyCollection={opens || hasText}
      menuTrigger={opensAtOnce ? "focus" : "input"}
    >
      <Label className="visually-hidden">{label}</Label>
      <Group className={styles.field ?? ""}>
        {icon}
        <Input ref={input} className={styles.input ?? ""} placeholder={placeholder ?? label} />
        {opens ? <Button className="visually-hidden">{label}</Button> : null}
      </Group>
      <OptionList
        sections={[{ options: opens || hasText ? find(text) : [] }]}
        nothing={hasText ? nothing : undefined}
        isFound
        placement={placement}
      />
    </ComboBox>
  );
}
