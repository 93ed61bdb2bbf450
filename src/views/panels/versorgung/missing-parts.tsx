import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { useAppState, useLanguage } from "../../app-context.tsx";
import { AddDataButton } from "../../controls/add-data-button.tsx";
import styles from "./missing-parts.module.css";

/** What the package has to bring before anyone can be called served: shown in place of figures that cannot be. */
export function MissingParts() {
  const texts = versorgungTexts[useLanguage()];
  const lacksPlaces = useAppState((state) => state.document.supply?.anlaufpunkte.length === 0);
  const lacksResidents = useAppState(({ transient }) =>
    transient.coverage?.coverage.areas.residents.every(Number.isNaN),
  );
  if (!lacksPlaces && !lacksResidents) return null;
  return (
    <div className={styles.parts}>
      {lacksPlaces ? (
        <section>
          <h2>{texts.noAnlaufpunkteTitle}</h2>
          <p>{texts.noAnlaufpunkte}</p>
        </section>
      ) : null}
      {lacksResidents ? (
        <section>
          <h2>{texts.noPopulationTitle}</h2>
          <p>{texts.noPopulation}</p>
        </section>
      ) : null}
      <AddDataButton />
    </div>
  );
}
