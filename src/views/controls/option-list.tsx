import type { ReactNode } from "react";
import { Header, ListBox, ListBoxItem, ListBoxSection, Popover } from "react-aria-components";
import styles from "./option-list.module.css";

export interface Option {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly detail?: string | undefined;
}

export interface OptionSection {
  readonly title?: string | undefined;
  readonly options: readonly Option[];
}

interface OptionListProps {
  readonly sections: readonly OptionSection[];
  /** What stands in an empty list; without it an empty list says nothing. */
  readonly nothing?: string | undefined;
  /** Found by typing: the list keeps its width while it changes. */
  readonly isFound?: boolean;
  readonly placement?: "bottom start" | "bottom end" | undefined;
}

/** What drops down below every field of the app that chooses one of many. */
export function OptionList({ sections, nothing, isFound = false, placement = "bottom start" }: OptionListProps) {
  return (
    <Popover className={styles.popover ?? ""} data-found={isFound || undefined} placement={placement}>
      <ListBox
        className={styles.list ?? ""}
        renderEmptyState={() => (nothing === undefined ? null : <p className={styles.nothing}>{nothing}</p>)}
      >
        {sections.map(({ title, options }) =>
          title === undefined ? (
            options.map(optionItem)
          ) : (
            // Two groups may have the same title, but no option stands in both.
            <ListBoxSection key={options[0]?.id ?? title} className={styles.section ?? ""}>
              <Header className={styles.header}>{title}</Header>
              {options.map(optionItem)}
            </ListBoxSection>
          ),
        )}
      </ListBox>
    </Popover>
  );
}

function optionItem({ id, label, detail }: Option): ReactNode {
  return (
    <ListBoxItem key={id} id={id} textValue={label} className={styles.item ?? ""}>
      <span>{label}</span>
      {detail ? <span className={styles.detail}>{detail}</span> : null}
    </ListBoxItem>
  );
}
