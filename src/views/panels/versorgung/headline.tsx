import { memo } from "react";
import { changeTransient } from "../../../commands/app.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { coverageSummary } from "../../../state/selectors/coverage-summary.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ExportMenu } from "../../presentation/export-menu.tsx";
import { KeepViewButton } from "../../presentation/keep-view-button.tsx";
import { ReadingNote } from "../reading-note.tsx";
import { coverageProvenance } from "./coverage-provenance.ts";
import styles from "./headline.module.css";
import { headlineFigures } from "./headline-figures.ts";
import { MissingParts } from "./missing-parts.tsx";
import { StatusBar } from "./status-bar.tsx";

/** The answer in one sentence of plain German, how many people it concerns, and what it rests on. */
export function Headline({ isShort = false }: { readonly isShort?: boolean }) {
  const language = useLanguage();
  const formats = useFormats();
  const texts = versorgungTexts[language];
  const summary = useAppState(coverageSummary);
  const hasMap = useAppState((state) => state.document.map !== undefined);
  if (!summary) {
    return (
      <div className={styles.waiting} aria-busy="true">
        <ReadingNote otherwise={hasMap ? "" : shellTexts[language].opening} />
      </div>
    );
  }
  const figures = headlineFigures(summary, language);
  const people = texts.people(figures, formats);
  return (
    <div className={styles.headline}>
      <h1 className={styles.sentence} tabIndex={-1}>
        {texts
          .headline(figures, formats)
          .map((part) => (part.loud ? <em key={part.text}>{part.text}</em> : <span key={part.text}>{part.text}</span>))}
      </h1>
      {people ? <p className={styles.people}>{people}</p> : null}
      <StatusBar counts={summary.counts} />
      {isShort ? null : <MissingParts />}
      {isShort ? null : (
        <ul className={styles.notes}>
          {summary.outsideResidents > 0 ? <li>{texts.outside(formats.count(summary.outsideResidents))}</li> : null}
          {summary.missingCells > 0 ? <li>{texts.missingCells(formats.count(summary.missingCells))}</li> : null}
          {summary.estimatedAreas > 0 ? <li>{texts.estimated(formats.count(summary.estimatedAreas))}</li> : null}
        </ul>
      )}
      <Actions />
    </div>
  );
}

/** Apart, as they stay the same while the sentence follows a place that is dragged. */
const Actions = memo(function Actions() {
  const app = useApp();
  const texts = shellTexts[useLanguage()];
  return (
    <div className={styles.actions}>
      <Button
        look="link"
        onPress={() =>
          changeTransient(app, { provenance: coverageProvenance(app.store.getState(), "residents_unreached") })
        }
      >
        {texts.methods}
      </Button>
      <span className={styles.tools}>
        <KeepViewButton />
        <ExportMenu />
      </span>
    </div>
  );
});
