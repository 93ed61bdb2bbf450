import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { useAppState } from "../../app-context.tsx";
import { ClosureCheck } from "./closure-check.tsx";
import { PlaceTools } from "./place-tools.tsx";
import { ScenarioChanges } from "./scenario-changes.tsx";
import { ScenarioChooser } from "./scenario-chooser.tsx";
import { ScenarioEffect } from "./scenario-effect.tsx";
import styles from "./scenario-panel.module.css";
import { SideBySide } from "./side-by-side.tsx";
import { SiteEditor } from "./site-editor.tsx";

/** What if: choose, change, and see what it does. */
export function ScenarioPanel() {
  const hasScenario = useAppState((state) => activeScenario(state) !== undefined);
  const hasSeveral = useAppState((state) => state.document.scenarios.length > 0);
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
      {hasSeveral ? <SideBySide /> : null}
      <ClosureCheck />
    </div>
  );
}
