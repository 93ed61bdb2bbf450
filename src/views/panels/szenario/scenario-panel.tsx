import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { useAppState } from "../../app-context.tsx";
import { PlaceTools } from "./place-tools.tsx";
import { ScenarioChanges } from "./scenario-changes.tsx";
import { ScenarioChooser } from "./scenario-chooser.tsx";
import { ScenarioEffect } from "./scenario-effect.tsx";
import styles from "./scenario-panel.module.css";
import { SiteEditor } from "./site-editor.tsx";

/** What if: choose, change, and see what it does. */
export function ScenarioPanel() {
  const hasScenario = useAppState((state) => activeScenario(state) !== undefined);
  return (
    <div className={styles.panel}>
      <ScenarioChooser />
      {hasScenario ? <ScenarioEffect /> : null}
      <PlaceTools />
      {hasScenario ? (
        <>
          <SiteEditor />
          <ScenarioChanges />
        </>
      ) : null}
    </div>
  );
}
