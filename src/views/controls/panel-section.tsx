import type { ReactNode } from "react";
import styles from "./panel-section.module.css";

interface PanelSectionProps {
  /** Unique in the page: the words of the heading have it. */
  readonly id: string;
  readonly title: string;
  /** Quieter, at the other end of the heading's line. */
  readonly detail?: string | undefined;
  readonly isBusy?: boolean | undefined;
  readonly children: ReactNode;
}

/** A part of a panel under its heading. */
export function PanelSection({ id, title, detail, isBusy, children }: PanelSectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id} aria-busy={isBusy || undefined}>
      <h3 className={styles.title}>
        <span id={id}>{title}</span> {detail ? <span className={styles.detail}>{detail}</span> : null}
      </h3>
      {children}
    </section>
  );
}
