import { Check, CircleDashed, CircleSlash, TrendingUp, X } from "lucide-react";
import type { TargetState } from "../../../domain/goal-result.ts";
import { zieleTexts } from "../../../i18n/ziele-texts.ts";
import { useLanguage } from "../../app-context.tsx";
import styles from "./state-mark.module.css";

const ICONS = { reached: Check, "on-track": TrendingUp, missed: X, open: CircleDashed, "no-data": CircleSlash };

/** Where an indicator stands: a sign and a word, never colour alone. */
export function StateMark({ state }: { state: TargetState }) {
  const Icon = ICONS[state];
  return (
    <span className={styles.mark} data-state={state}>
      <Icon size={15} strokeWidth={2.25} aria-hidden />
      {zieleTexts[useLanguage()].states[state]}
    </span>
  );
}
