import { X } from "lucide-react";
import { useMemo } from "react";
import { clearFilter } from "../../../commands/clear-filter.ts";
import { filterWords } from "../../../commands/describe-question.ts";
import { chooseScenario } from "../../../commands/edit-scenario.ts";
import { filterTexts } from "../../../i18n/filter-texts.ts";
import { scenarioTexts } from "../../../i18n/scenario-texts.ts";
import { activeScenario, isFiltered } from "../../../state/selectors/active-offers.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import styles from "./active-filter.module.css";

/** On the map, whatever is folded (a slide says it below its title): that not everything counts, and that what is shown is not today. */
export function ActiveFilter() {
  const app = useApp();
  const language = useLanguage();
  const texts = filterTexts[language];
  const ofScenario = scenarioTexts[language];
  const view = useAppState((state) => state.view);
  const population = useAppState((state) => state.document.supply?.population);
  const scenario = useAppState(activeScenario);
  // biome-ignore lint/correctness/useExhaustiveDependencies: these two decide what the words are.
  const words = useMemo(() => filterWords(app.store.getState()), [app, view, population]);
  if (!isFiltered(view) && !scenario) return null;
  return (
    <div className={styles.line}>
      {scenario ? (
        <p className={styles.chip} data-scenario>
          <span>{ofScenario.active(scenario.title)}</span>
          <button type="button" className={styles.clear} onClick={() => chooseScenario(app, undefined)}>
            <X size={14} aria-hidden />
            <span className="visually-hidden">{ofScenario.leave}</span>
          </button>
        </p>
      ) : null}
      {isFiltered(view) ? (
        <p className={styles.chip}>
          <span>
            {texts.active}: {words.join(" · ")}
          </span>
          <button type="button" className={styles.clear} title={texts.clearKey} onClick={() => clearFilter(app)}>
            <X size={14} aria-hidden />
            <span>{texts.clear}</span>
          </button>
        </p>
      ) : null}
    </div>
  );
}
