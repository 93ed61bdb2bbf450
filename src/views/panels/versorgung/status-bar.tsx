import type { CoverageStatus } from "../../../domain/coverage-row.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { useFormats, useLanguage } from "../../app-context.tsx";
import styles from "./status-bar.module.css";
import { STATUS_ORDER } from "./status-classes.ts";

/** How many Sozialräume stand where, as one bar; the same counts stand in the legend. */
export function StatusBar({ counts }: { counts: Readonly<Record<CoverageStatus, number>> }) {
  const formats = useFormats();
  const texts = versorgungTexts[useLanguage()];
  const shown = STATUS_ORDER.filter((status) => counts[status] > 0);
  return (
    <div>
      <div className={styles.bar} aria-hidden="true">
        {shown.map((status) => (
          <span key={status} className={styles[status]} style={{ flexGrow: counts[status] }} />
        ))}
      </div>
      <ul className={styles.labels}>
        {shown.map((status) => (
          <li key={status}>
            <strong>{formats.count(counts[status])}</strong> {texts.statusShort[status]}
          </li>
        ))}
      </ul>
    </div>
  );
}
