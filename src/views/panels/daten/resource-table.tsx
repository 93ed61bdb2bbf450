import { useEffect, useRef } from "react";
import { removeResource } from "../../../commands/extend-package.ts";
import { canReadDifferently, readDifferently } from "../../../commands/read-differently.ts";
import { takeBackRepairs } from "../../../commands/repair-data.ts";
import type { ResourceReport } from "../../../domain/city.ts";
import type { Issue } from "../../../domain/issue.ts";
import { addingTexts } from "../../../i18n/adding-texts.ts";
import { datenTexts } from "../../../i18n/daten-texts.ts";
import { issuePlaceText } from "../../../i18n/issue-texts.ts";
import { locatedRowsText } from "../../../i18n/location-text.ts";
import { madeRepairText, repairTexts } from "../../../i18n/repair-texts.ts";
import { shownReports } from "../../../state/selectors/walking-network.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import styles from "./resource-table.module.css";

/** A place in a resource that an issue names. */
export interface PointedRow {
  readonly resource: string;
  readonly issue: Issue;
  /** What was pressed to come here. */
  readonly from: Element | undefined;
}

/** Every resource of the package with its rows, date, source and licence; the one that was asked for, with the place in its file. */
export function ResourceTable({ pointed }: { readonly pointed: PointedRow | undefined }) {
  const language = useLanguage();
  const app = useApp();
  const texts = datenTexts[language];
  const adding = addingTexts[language];
  const formats = useFormats();
  const reports = useAppState(shownReports);
  const stored = useAppState((state) => state.transient.answers.resourceRows);
  const found = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    if (!pointed) return;
    found.current?.focus({ preventScroll: true });
    found.current?.scrollIntoView({ block: "center" });
  }, [pointed]);
  const source = oneSource(reports);
  // Without areas there is no city.
  const isOnlyLevel = reports.filter(({ role }) => role === "sozialraeume").length === 1;
  const goBack = () => {
    if (pointed?.from instanceof HTMLElement) pointed.from.focus();
  };
  return (
    <section aria-labelledby="resources-title">
      <h2 id="resources-title">{texts.resources}</h2>
      {source ? <p className={styles.source}>{texts.oneSource(source)}</p> : null}
      <div className={styles.frame}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{texts.columns.resource}</th>
              <th scope="col" className={styles.number}>
                {texts.columns.rows}
              </th>
              <th scope="col">{texts.columns.period}</th>
              <th scope="col">{source ? texts.columns.licence : texts.columns.source}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => {
              const inDatabase = stored?.[report.name];
              const isPointed = pointed?.resource === report.name;
              return (
                <tr key={report.name} data-pointed={isPointed || undefined}>
                  <th scope="row" ref={isPointed ? found : undefined} tabIndex={isPointed ? -1 : undefined}>
                    {report.title}
                    <span className={styles.detail}>
                      {texts.roles[report.role]} · {report.path}
                      {report.crs ? ` · ${report.crs}` : ""}
                    </span>
                    {report.located?.map((rows) => (
                      <span key={rows.file} className={styles.detail}>
                        {locatedRowsText(rows, language)}
                      </span>
                    ))}
                    <MadeRepairs report={report} />
                    {canReadDifferently(report) ? (
                      <button
                        type="button"
                        id={`read-${report.name}`}
                        className={styles.remove}
                        aria-label={adding.readNamed(report.title)}
                        onClick={() => void readDifferently(app, report.name)}
                      >
                        {adding.read}
                      </button>
                    ) : null}
                    {report.role === "sozialraeume" && isOnlyLevel ? null : (
                      <button
                        type="button"
                        className={styles.remove}
                        aria-label={adding.removeNamed(report.title)}
                        onClick={() => removeResource(app, report.name)}
                      >
                        {adding.remove}
                      </button>
                    )}
                    {isPointed ? (
                      <>
                        <span className={styles.place}>{issuePlaceText(pointed.issue, language)}</span>
                        <Button look="link" onPress={goBack}>
                          {texts.backToIssue}
                        </Button>
                      </>
                    ) : null}
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
                        {inDatabase === 0
                          ? texts.notInDatabase
                          : `${formats.count(inDatabase)} ${texts.rowsInDatabase}`}
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
                    {source ? null : sourceText(report)}
                    <span className={source ? undefined : styles.detail}>
                      {report.licences.map(({ name }, index) => (
                        <span key={name} className={styles.licence}>
                          {index < report.licences.length - 1 ? `${name}, ` : name}
                        </span>
                      ))}
                    </span>
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

/** What was repaired in a resource, each kind with the way back. */
function MadeRepairs({ report }: { readonly report: ResourceReport }) {
  const app = useApp();
  const language = useLanguage();
  const texts = repairTexts[language];
  return report.repairs?.map((made) => {
    const what = madeRepairText(made, language);
    return (
      <span key={made.repair} className={styles.detail}>
        {texts.made(what)}{" "}
        <Button look="link" onPress={() => takeBackRepairs(app, report.name, made.repair)}>
          {texts.takeBack}
        </Button>
      </span>
    );
  });
}

const sourceText = ({ sources }: ResourceReport): string => sources.map(({ title }) => title).join("; ");

/** The source that all resources have: it is said once, not row by row. */
function oneSource(reports: readonly ResourceReport[]): string | undefined {
  const [first, ...others] = reports.map(sourceText);
  return first && others.length > 0 && others.every((text) => text === first) ? first : undefined;
}
