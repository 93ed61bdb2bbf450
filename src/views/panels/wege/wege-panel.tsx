import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { offersWalking } from "../../../state/selectors/walking-network.ts";
import { useAppState, useLanguage } from "../../app-context.tsx";
import { AreaBands } from "./area-bands.tsx";
import { BandChooser } from "./band-chooser.tsx";
import { BandSummary } from "./band-summary.tsx";
import { Detours } from "./detours.tsx";
import { DistanceCurve } from "./distance-curve.tsx";
import { MapChoice } from "./map-choice.tsx";
import { OpenNetwork } from "./open-network.tsx";
import { SnappingNotes } from "./snapping-notes.tsx";
import { StraightAndWalked } from "./straight-and-walked.tsx";
import { WalkingTimes } from "./walking-times.tsx";
import styles from "./wege-panel.module.css";

/** How far people have it: in bands, as a curve, at any speed, and along the ways one can walk. */
export function WegePanel() {
  const texts = distanceTexts[useLanguage()];
  const isWalked = useAppState((state) => state.transient.coverage?.way === "walk");
  const lacksNetwork = useAppState((state) => state.document.map !== undefined && !offersWalking(state));
  return (
    <section className={styles.panel} aria-labelledby="wege-title">
      <div className={styles.part}>
        <h2 id="wege-title" className={styles.title}>
          {texts.title}
        </h2>
        <BandChooser />
        <BandSummary />
        <MapChoice />
      </div>
      {isWalked ? <StraightAndWalked /> : null}
      <AreaBands />
      <DistanceCurve />
      <WalkingTimes />
      <Detours />
      {isWalked ? <SnappingNotes /> : null}
      {lacksNetwork ? (
        <div className={styles.missing}>
          <p>{texts.noNetwork}</p>
          <OpenNetwork />
        </div>
      ) : null}
    </section>
  );
}
