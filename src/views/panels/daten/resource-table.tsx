import { datenTexts } from "../../../i18n/daten-texts.ts";
import { useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import styles from "./resource-table.module.css";

/** Every resource of the package with its rows, date, source and licence. */
export function ResourceTable() {
  const language = useLanguage();
  const texts = datenTexts[language];
  const formats = useFormats();
  const reports = useAppState((state) => state.document.reports);
  const stored = useAppState((state) => state.transient.answers.resourceRows);
  return (
    <section aria-labelledby="resources-title">
      <h2 id="resources-title">{texts.resources}</h2>
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.columns.resource}</th>
              <th scope="col" className={styles.number}>
                {texts.columns.rows}
              </th>
              <th scope="col">{texts.columns.period}</th>
              <th scope="col">{texts.columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => {
              const inDatabase = stored?.[report.name];
              return (
                <tr key={report.name}>
                  <th scope="row">
                    {report.title}
                    <span className={styles.detail}>
                      {texts.roles[report.role]} · {report.path}
                      {report.crs ? ` · ${report.crs}` : ""}
                    </span>
                  </th>
                  <td className={styles.number}>
                    {report.format === "pmtiles" ? texts.tiles : formats.count(report.rows)}
                    {report.rejected > 0 ? (
                      <span className={styles.detail}>
                        {formats.count(report.rejected)} {texts.columns.rejected}
                      </span>
                    ) : null}
                    {inDatabase !== undefined && inDatabase !== report.rows ? (
                      <span className={styles.detail}>
                        {formats.count(inDatabase)} {texts.rowsInDatabase}
                      </span>
                    ) : null}
                  </td>
                  <td>
                    {report.period ? (
                      formats.period(report.period)
                    ) : (
                      <span className={styles.quiet}>{texts.noPeriod}</span>
                    )}
                  </td>
                  <td>
                    {report.sources.map((source) => source.title).join("; ")}
                    <span className={styles.detail}>{report.licences.map((licence) => licence.name).join(", ")}</span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
