import { datenTexts } from "../../../i18n/daten-texts.ts";
import { useAppState, useLanguage } from "../../app-context.tsx";
import styles from "./absent-roles.module.css";

const OFFERED = [
  "anlaufpunkte",
  "population",
  "indicators",
  "observations",
  "goals",
  "vorhaben",
  "background",
] as const;

/** What the package lacks, and what each would bring. */
export function AbsentRoles() {
  const texts = datenTexts[useLanguage()];
  const reports = useAppState((state) => state.document.reports);
  const complete = useAppState((state) => state.document.records !== undefined);
  if (!complete) return null;
  const absent = OFFERED.filter(
    (role) => !reports.some((report) => report.role === role && (report.rows > 0 || report.format === "pmtiles")),
  );
  if (absent.length === 0) return null;
  return (
    <section aria-labelledby="absent-title">
      <h2 id="absent-title">{texts.absent}</h2>
      <dl className={styles.list}>
        {absent.map((role) => (
          <div key={role}>
            <dt>{texts.roles[role]}</dt>
            <dd>{texts.absentHint[role]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
