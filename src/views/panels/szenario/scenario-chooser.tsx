import { Copy, FileDown, Plus, Redo2, Trash2, Undo2 } from "lucide-react";
import { chooseScenario, createScenario, removeScenario, renameScenario } from "../../../commands/edit-scenario.ts";
import { exportScenarios } from "../../../commands/export-scenarios.ts";
import { redoStep, undoStep } from "../../../commands/undo.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { activeScenario } from "../../../state/selectors/active-offers.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { IconButton } from "../../controls/button.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import { OpenScenarios } from "./open-scenarios.tsx";
import styles from "./scenario-chooser.module.css";

/** Today and the what-ifs beside it; what is done to them, and what takes it back. */
export function ScenarioChooser() {
  const app = useApp();
  const texts = scenarioTexts[useLanguage()];
  const scenarios = useAppState((state) => state.document.scenarios);
  const active = useAppState(activeScenario);
  const { past, future } = useAppState((state) => state.document.history);
  const [undone, redone] = [past.at(-1)?.label, future.at(-1)?.label];
  const create = () => createScenario(app, texts.named(scenarios.length + 1));

  return (
    <section className={styles.chooser} aria-labelledby="scenario-title">
      <div className={styles.top}>
        <h2 id="scenario-title" className={styles.title}>
          {texts.title}
        </h2>
        <span className={styles.tools}>
          <OpenScenarios />
          <IconButton label={texts.exportAll} isDisabled={scenarios.length === 0} onPress={() => exportScenarios(app)}>
            <FileDown size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={undone ? `${texts.undo}: ${texts.done[undone.done]} – ${undone.what}` : texts.undo}
            isDisabled={!undone}
            onPress={() => undoStep(app)}
          >
            <Undo2 size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={redone ? `${texts.redo}: ${texts.done[redone.done]} – ${redone.what}` : texts.redo}
            isDisabled={!redone}
            onPress={() => redoStep(app)}
          >
            <Redo2 size={18} aria-hidden />
          </IconButton>
        </span>
      </div>
      <fieldset className={styles.list}>
        <legend className="visually-hidden">{texts.choose}</legend>
        {[undefined, ...scenarios].map((scenario) => (
          <button
            key={scenario?.id ?? ""}
            type="button"
            className={styles.one}
            aria-pressed={scenario?.id === active?.id}
            onClick={() => chooseScenario(app, scenario?.id)}
          >
            {scenario?.title ?? texts.today}
          </button>
        ))}
        <button type="button" className={styles.one} data-new onClick={create}>
          <Plus size={14} aria-hidden /> {texts.create}
        </button>
      </fieldset>
      {active ? (
        <div className={styles.edit}>
          <TextEntry
            key={active.id}
            label={texts.name}
            value={active.title}
            onChange={(title) => renameScenario(app, active.id, title)}
          />
          <span className={styles.tools}>
            <IconButton label={texts.duplicate} onPress={() => createScenario(app, texts.copyOf(active.title), active)}>
              <Copy size={18} aria-hidden />
            </IconButton>
            <IconButton label={texts.remove} onPress={() => removeScenario(app, active.id)}>
              <Trash2 size={18} aria-hidden />
            </IconButton>
          </span>
        </div>
      ) : (
        <p className={styles.note}>{texts.introduction}</p>
      )}
    </section>
  );
}
