import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeIndicator, isOnLevel } from "../../../state/selectors/active-indicator.ts";
import { activeIndicatorMap } from "../../../state/selectors/indicator-rows.ts";
import { useAppState, useLanguage } from "../../app-context.tsx";
import { AddDataButton } from "../../controls/add-data-button.tsx";
import { ComparedSection } from "./compared-section.tsx";
import { ComparisonHeadline } from "./comparison-headline.tsx";
import { NotOnLevel } from "./not-on-level.tsx";
import styles from "./vergleich-answer.module.css";

/** The answer first as a sentence, then the districts beside the city, then the years. */
export function VergleichAnswer() {
  const texts = vergleichTexts[useLanguage()];
  const catalogue = useAppState((state) => state.transient.answers.catalogue);
  const database = useAppState((state) => state.transient.database);
  const indicator = useAppState(activeIndicator);
  const isHere = useAppState(isOnLevel);
  const map = useAppState(activeIndicatorMap);
  if (database === "failed") return <p className={styles.waiting}>{texts.failed}</p>;
  if (catalogue && (!indicator || !catalogue.some((entry) => entry.mappable || entry.periods.length > 0))) {
    return (
      <div className={styles.answer}>
        <h1 className={styles.title}>{texts.emptyTitle}</h1>
        <p>{texts.emptyText}</p>
        <AddDataButton />
      </div>
    );
  }
  if (catalogue && indicator && !isHere) return <NotOnLevel indicator={indicator} />;
  if (!map) {
    return (
      <p className={styles.waiting} aria-busy="true">
        {texts.waiting}
      </p>
    );
  }
  return (
    <div className={styles.answer}>
      <ComparisonHeadline />
      <ComparedSection map={map} />
    </div>
  );
}
