import { ChevronDown } from "lucide-react";
import { Button, ComboBox, Group, Input, Label } from "react-aria-components";
import styles from "./field.module.css";
import { type Option, OptionList, type OptionSection } from "./option-list.tsx";

interface PickBoxProps {
  readonly label: string;
  /** Says when nothing is found. */
  readonly nothing: string;
  readonly sections: readonly OptionSection[];
  readonly chosen: Option | undefined;
  readonly onChoose: (id: string) => void;
}

/** One of many stands in the field; another is found by typing, or looked up in the list. */
export function PickBox({ label, nothing, sections, chosen, onChoose }: PickBoxProps) {
  return (
    <ComboBox
      // The field holds the title in the language that is shown, and forgets what was typed when another is chosen.
      key={`${chosen?.id} ${chosen?.label}`}
      className={styles.box ?? ""}
      defaultSelectedKey={chosen?.id ?? null}
      defaultInputValue={chosen?.label ?? ""}
      menuTrigger="focus"
      onSelectionChange={(key) => key !== null && key !== chosen?.id && onChoose(String(key))}
    >
      <Label className={styles.label ?? ""}>{label}</Label>
      <Group className={styles.field ?? ""}>
        <Input className={styles.input ?? ""} onFocus={(event) => event.currentTarget.select()} />
        <Button className={styles.open ?? ""}>
          <ChevronDown size={16} aria-hidden />
        </Button>
      </Group>
      <OptionList sections={sections} nothing={nothing} isFound />
    </ComboBox>
  );
}
