import { changeTransient } from "../../commands/app.ts";
import type { Provenance } from "../../domain/provenance.ts";
import { provenanceTexts } from "../../i18n/provenance-texts.ts";
import { useApp, useLanguage } from "../app-context.tsx";
import styles from "./figure.module.css";

interface FigureProps {
  readonly text: string;
  /** Built when it is asked for. */
  readonly provenance: () => Provenance;
  /** What the figure is, for those who only hear it. */
  readonly label?: string;
  /** −1 inside a table that is walked through with the arrow keys. */
  readonly tabIndex?: number;
}

/** A number that answers a click: where does it come from? */
export function Figure({ text, provenance, label, tabIndex }: FigureProps) {
  const app = useApp();
  const texts = provenanceTexts[useLanguage()];
  return (
    <button
      type="button"
      className={styles.figure}
      tabIndex={tabIndex}
      aria-label={texts.ask(label ? `${label}: ${text}` : text)}
      onClick={(event) => {
        event.stopPropagation();
        changeTransient(app, { provenance: provenance() });
      }}
    >
      {text}
    </button>
  );
}
