import type { ReactNode } from "react";
import styles from "./name-button.module.css";

interface NameButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  /** What a press does, where the name alone does not say it. */
  readonly label?: string | undefined;
  /** Shown while the pointer rests on the name. */
  readonly hint?: string | undefined;
  readonly isChosen?: boolean | undefined;
  readonly onFocus?: (() => void) | undefined;
}

/** The name of what a line of a list is about: a press shows it on the map. */
export function NameButton({ children, onPress, label, hint, isChosen, onFocus }: NameButtonProps) {
  return (
    <button
      type="button"
      className={styles.name}
      aria-label={label}
      title={hint}
      aria-current={isChosen ? "true" : undefined}
      onFocus={onFocus}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
