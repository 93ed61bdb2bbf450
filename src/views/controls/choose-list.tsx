import { ChevronDown } from "lucide-react";
import {
  Button,
  Header,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components";
import styles from "./choose-list.module.css";

export interface ChooseOption {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string | undefined;
}

export interface ChooseSection {
  readonly title?: string | undefined;
  readonly options: readonly ChooseOption[];
}

interface ChooseListProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly sections: readonly ChooseSection[];
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly hideLabel?: boolean;
}

/** One of many, in a list that opens. */
export function ChooseList({ label, value, sections, onChange, placeholder, hideLabel = false }: ChooseListProps) {
  return (
    <Select
      className={styles.select ?? ""}
      value={value ?? null}
      onChange={(key) => key !== null && onChange(String(key))}
      placeholder={placeholder ?? "–"}
    >
      <Label className={hideLabel ? "visually-hidden" : (styles.label ?? "")}>{label}</Label>
      <Button className={styles.button ?? ""}>
        <SelectValue className={styles.value ?? ""}>
          {({ selectedText }) => selectedText || placeholder || "–"}
        </SelectValue>
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Popover className={styles.popover ?? ""}>
        <ListBox className={styles.list ?? ""}>
          {sections.map((section, index) => (
            <ListBoxSection key={section.title ?? index} className={styles.section ?? ""}>
              {section.title ? <Header className={styles.header}>{section.title}</Header> : null}
              {section.options.map((option) => (
                <ListBoxItem key={option.id} id={option.id} textValue={option.label} className={styles.item ?? ""}>
                  <span>{option.label}</span>
                  {option.detail ? <span className={styles.detail}>{option.detail}</span> : null}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
