import { Label, Radio, RadioGroup } from "react-aria-components";
import type { SitingGoal } from "../../../analysis/siting/siting.ts";
import { changeView } from "../../../commands/change-view.ts";
import { sitingTexts } from "../../../i18n/siting-texts.ts";
import { SITING_GOALS } from "../../../state/view.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import styles from "./goal-choice.module.css";

/** What the new sites shall be good for, in plain words; the chosen one explains itself. */
export function GoalChoice() {
  const app = useApp();
  const texts = sitingTexts[useLanguage()];
  const sites = useAppState((state) => state.view.sites);
  return (
    <RadioGroup
      className={styles.group ?? ""}
      value={sites.goal}
      onChange={(goal) => changeView(app, { sites: { ...sites, goal: goal as SitingGoal } })}
    >
      <Label className={styles.label ?? ""}>{texts.goal}</Label>
      {SITING_GOALS.map((goal) => (
        <Radio key={goal} value={goal} className={styles.goal ?? ""}>
          <span className={styles.dot} aria-hidden />
          <span>
            {texts.goals[goal]}
            {goal === sites.goal ? <span className={styles.note}>{texts.goalNotes[goal]}</span> : null}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
