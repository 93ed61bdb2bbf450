import { Undo2 } from "lucide-react";
import { useMemo } from "react";
import { withdrawSite } from "../../../commands/edit-scenario.ts";
import { showAnlaufpunkt } from "../../../commands/show-on-map.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { changedPlaces } from "../../../state/selectors/scenario-summary.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { IconButton } from "../../controls/button.tsx";
import { NameButton } from "../../controls/name-button.tsx";
import { Note } from "../../controls/note.tsx";
import { PanelSection } from "../../controls/panel-section.tsx";
import styles from "./scenario-changes.module.css";

/** What the shown what-if changes about the places, each change to be withdrawn. */
export function ScenarioChanges() {
  const app = useApp();
  const texts = scenarioTexts[useLanguage()];
  const formats = useFormats();
  const scenario = useAppState(activeScenario);
  const today = useAppState((state) => state.document.supply?.anlaufpunkte);
  const selected = useAppState((state) => state.transient.selectedAnlaufpunkt);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two decide what the selector finds.
  const changed = useMemo(() => changedPlaces(app.store.getState()), [app, scenario, today]);
  return (
    <PanelSection id="scenario-changes" title={texts.changesTitle}>
      {changed.length === 0 ? <Note>{texts.noChanges}</Note> : null}
      <ul className={styles.list}>
        {changed.map(({ place, changes }) => (
          <li key={place.id} data-selected={place.id === selected || undefined}>
            <NameButton onPress={() => showAnlaufpunkt(app, place.id)}>{place.name || place.id}</NameButton>
            <span className={styles.what}>{formats.list(changes.map((change) => texts.changes[change]))}</span>
            <IconButton label={texts.withdraw(place.name || place.id)} onPress={() => withdrawSite(app, place.id)}>
              <Undo2 size={16} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
