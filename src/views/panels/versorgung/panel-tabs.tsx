import { changeView } from "../../../commands/change-view.ts";
import { versorgungTexts } from "../../../i18n/versorgung-texts.ts";
import { PANELS } from "../../../state/view.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import styles from "./panel-tabs.module.css";

/** The questions that the right panel answers, one at a time. */
export function PanelTabs() {
  const app = useApp();
  const texts = versorgungTexts[useLanguage()];
  const panel = useAppState((state) => state.view.panel);
  return (
    <nav className={styles.tabs} aria-label={texts.panelsLabel}>
      {PANELS.map((name) => (
        <button
          key={name}
          type="button"
          className={styles.tab}
          aria-current={name === panel ? "true" : undefined}
          onClick={() => changeView(app, { panel: name })}
        >
          {texts.panels[name]}
        </button>
      ))}
    </nav>
  );
}
