import type { ReactNode } from "react";
import styles from "./note.module.css";

interface NoteProps {
  readonly children: ReactNode;
  /** Said by screen readers when it appears. */
  readonly role?: "status" | undefined;
}

/** What one should know beside a figure or a choice, in small print. */
export function Note({ children, role }: NoteProps) {
  return (
    <p className={styles.note} role={role}>
      {children}
    </p>
  );
}
