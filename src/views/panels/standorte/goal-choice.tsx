import type { SitingGoal } from "../../../analysis/siting/siting.ts";
import { changeView } from "../../../commands/change-view.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { SITING_GOALS } from "../../../state/view.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";

/** What the new sites shall be good for, in plain words; each goal explains itself in the list. */
export function GoalChoice() {
  const app = useApp();
  const texts = sitingQuestionTexts[useLanguage()];
  const sites = useAppState((state) => state.view.sites);
  return (
    <ChooseList
      label={texts.goal}
      value={sites.goal}
      sections={[{ options: SITING_GOALS.map((id) => ({ id, label: texts.goals[id], detail: texts.goalNotes[id] })) }]}
      onChange={(goal) => changeView(app, { sites: { ...sites, goal: goal as SitingGoal } })}
    />
  );
}
