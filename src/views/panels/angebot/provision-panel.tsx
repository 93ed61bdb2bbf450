import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { shownProvision } from "../../../state/selectors/provision-rows.ts";
import { useAppState, useLanguage } from "../../app-context.tsx";
import { CityProvision } from "./city-provision.tsx";
import { LeastProvided } from "./least-provided.tsx";
import { MeasureChooser } from "./measure-chooser.tsx";
import styles from "./provision-panel.module.css";

/** How much supply falls to how many people, by a measure of choice. */
export function ProvisionPanel() {
  const texts = provisionTexts[useLanguage()];
  const answer = useAppState(shownProvision);
  const isSilent = useAppState(
    ({ document: { supply } }) => supply !== undefined && supply.anlaufpunkte.length === 0 && answer !== undefined,
  );
  const isDragging = useAppState(({ transient }) => transient.drag !== undefined);
  return (
    <section className={styles.panel} aria-labelledby="provision-title" aria-busy={isDragging || undefined}>
      <h2 id="provision-title" className={styles.title}>
        {texts.title}
      </h2>
      <MeasureChooser />
      {isSilent && Number.isNaN(answer?.city.value) ? (
        <p className={styles.note}>{texts.noSupply}</p>
      ) : answer ? (
        <>
          {isDragging ? <p className={styles.note}>{texts.beforeDrag}</p> : null}
          <CityProvision answer={answer} />
          <LeastProvided answer={answer} />
        </>
      ) : (
        <p className={styles.note} role="status">
          {texts.measuring}
        </p>
      )}
    </section>
  );
}
