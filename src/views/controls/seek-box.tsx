import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button, ComboBox, Group, Input, Label } from "react-aria-components";
import styles from "./field.module.css";
import { type Option, OptionList, type OptionSection } from "./option-list.tsx";

interface SeekBoxProps {
  readonly label: string;
  /** Says when nothing is found. */
  readonly nothing: string;
  readonly icon: ReactNode;
  readonly find: (text: string) => readonly Option[];
  /** Below what `find` finds: what comes later, for a text of which `onText` has told. */
  readonly later?: OptionSection | undefined;
  readonly onText?: ((text: string) => void) | undefined;
  /** Says what stands in the field afterwards where more is to be typed; nothing: it is empty. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most have nothing to say.
  readonly onChoose: (id: string, text: string) => string | void;
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
  later,
  onText,
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
  const change = (next: string) => {
    setText(next);
    onText?.(next);
  };
  const hasText = text.trim() !== "";
  return (
    <ComboBox
      className={styles.box ?? ""}
      inputValue={text}
      onInputChange={change}
      value={null}
      onChange={(key) => {
        // Escape and leaving the field choose nothing, and are done with the text all the same.
        change((key === null ? undefined : onChoose(String(key), text)) ?? "");
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
        sections={[{ options: opens || hasText ? find(text) : [] }, ...(hasText && later ? [later] : [])]}
        nothing={hasText ? nothing : undefined}
        isFound
        placement={placement}
      />
    </ComboBox>
  );
}
