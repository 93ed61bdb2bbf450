import type { Provenance } from "../../../domain/provenance.ts";
import { Figure } from "../../controls/figure.tsx";
import styles from "./choice-cell.module.css";

interface ChoiceCellProps {
  readonly share: string;
  /** How far those live who were counted; asks where the share comes from. */
  readonly metres: string;
  /** What a press takes over. */
  readonly take: string;
  /** What the share is of, for those who only hear it. */
  readonly label: string;
  readonly isChosen: boolean;
  readonly onTake: () => void;
  readonly provenance: () => Provenance;
}

/** A share that becomes the question when it is pressed, and below it the distance it was counted to, which can be asked. */
export function ChoiceCell({ share, metres, take, label, isChosen, onTake, provenance }: ChoiceCellProps) {
  return (
    <span className={styles.cell}>
      <button type="button" className={styles.value} aria-pressed={isChosen} aria-label={take} onClick={onTake}>
        {share}
      </button>
      <span className={styles.metres}>
        <Figure text={metres} label={label} provenance={provenance} />
      </span>
    </span>
  );
}
