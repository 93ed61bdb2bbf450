import styles from "./band-bar.module.css";
import type { BandPart } from "./band-parts.ts";

interface BandBarProps {
  readonly parts: readonly BandPart[];
  readonly isSlim?: boolean;
}

/** All residents as one bar, from near to far; the same counts stand beside it in figures. */
export function BandBar({ parts, isSlim = false }: BandBarProps) {
  return (
    <div className={styles.bar} data-slim={isSlim || undefined} aria-hidden="true">
      {parts
        .filter(({ count }) => count > 0)
        .map(({ key, count, colour, pattern }) => (
          <span key={key} data-pattern={pattern} style={{ flexGrow: count, backgroundColor: colour }} />
        ))}
    </div>
  );
}
