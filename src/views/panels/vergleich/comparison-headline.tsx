import { changeTransient } from "../../../commands/app.ts";
import { exportTable } from "../../../commands/export-table.ts";
import { shellTexts } from "../../../i18n/shell-texts.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { type IndicatorSummary, indicatorSummary } from "../../../state/selectors/indicator-summary.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Button } from "../../controls/button.tsx";
import { ExportMenu } from "../../presentation/export-menu.tsx";
import { KeepViewButton } from "../../presentation/keep-view-button.tsx";
import styles from "./comparison-headline.module.css";
import { comparisonSentence } from "./comparison-sentence.ts";
import { savedComparison } from "./saved-comparison.ts";
import { cityProvenance } from "./vergleich-provenance.ts";

/** The answer in one sentence, what is missing in it, and what it rests on. */
export function ComparisonHeadline() {
  const app = useApp();
  const language = useLanguage();
  const summary = useAppState(indicatorSummary);
  if (!summary) return null;
  return (
    <div className={styles.headline}>
      <h1 className={styles.sentence}>{comparisonSentence(summary, language)}</h1>
      <Gaps summary={summary} />
      <div className={styles.actions}>
        <Button
          look="link"
          onPress={() => changeTransient(app, { provenance: cityProvenance(app.store.getState(), summary.map) })}
        >
          {shellTexts[language].methods}
        </Button>
        <span className={styles.tools}>
          <KeepViewButton />
          <ExportMenu onTable={(format) => void exportTable(app, savedComparison, format)} />
        </span>
      </div>
    </div>
  );
}

/** How many Sozialräume have no number, and why; whether the city's value lacks parts. */
function Gaps({ summary }: { summary: IndicatorSummary }) {
  const texts = vergleichTexts[useLanguage()];
  const formats = useFormats();
  const { missing, suppressed, notApplicable, city } = summary;
  const parts = [
    missing > 0 ? texts.gapMissing(formats.count(missing)) : "",
    suppressed > 0 ? texts.gapSuppressed(formats.count(suppressed)) : "",
    notApplicable > 0 ? texts.gapNotApplicable(formats.count(notApplicable)) : "",
  ].filter(Boolean);
  return (
    <ul className={styles.notes}>
      {parts.length > 0 ? <li>{texts.gaps(parts, formats)}</li> : null}
      {city.incomplete && summary.map.form !== "per-residents" ? (
        <li>{texts.cityLacksParts(formats.count(city.missing), formats.count(city.suppressed))}</li>
      ) : null}
    </ul>
  );
}
