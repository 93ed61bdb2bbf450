import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { sitingQuestionTexts } from "../../../i18n/siting-question-texts.ts";
import { needIndicator } from "../../../state/selectors/siting-choice.ts";
import { SITES_MOST } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { NumberEntry } from "../../controls/number-entry.tsx";
import { Toggle } from "../../controls/toggle.tsx";
import { AreaChooser } from "./area-chooser.tsx";
import { GoalChoice } from "./goal-choice.tsx";
import { GroundChoice } from "./ground-choice.tsx";
import { NeedChoice } from "./need-choice.tsx";
import { groundWords } from "./question-words.ts";
import styles from "./sites-question.module.css";
import { SourceChoice } from "./source-choice.tsx";

/** Goal and number at once; where, for whom and what stays are asked for when they are wanted. */
export function SitesQuestion() {
  const app = useApp();
  const language = useLanguage();
  const formats = useFormats();
  const texts = sitingQuestionTexts[language];
  const view = useAppState((state) => state.view);
  const need = useAppState(needIndicator);
  const hasPlanned = useAppState(
    (state) => state.document.supply?.anlaufpunkte.some(({ status }) => status === "planned") ?? false,
  );
  const hasFile = useAppState((state) => state.transient.candidateFile !== undefined);
  const { sites } = view;
  const source = view.candidates ? "places" : hasFile ? "file" : "cells";
  const [isOpen, setOpen] = useState(false);
  const words = [
    texts.sources[source],
    ...groundWords(view, formats),
    ...(need ? [texts.summary.need(need.title[language])] : []),
    ...(sites.planned ? [] : [texts.summary.planned]),
  ];
  return (
    <div className={styles.question}>
      <div className={styles.first}>
        <GoalChoice />
        {sites.goal === "fewest-sites" ? null : (
          <div className={styles.number}>
            <NumberEntry
              label={texts.n}
              value={sites.n}
              least={1}
              most={SITES_MOST}
              unit=""
              onChange={(n) => changeView(app, { sites: { ...sites, n } })}
            />
          </div>
        )}
      </div>
      <details className={styles.more} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <ChevronRight size={16} aria-hidden />
          <span>
            {texts.more}
            <span className={styles.words}>{words.join(" · ")}</span>
          </span>
        </summary>
        {isOpen ? (
          <div className={styles.wishes}>
            <SourceChoice />
            <GroundChoice />
            <AreaChooser name="without" label={texts.without} />
            <NeedChoice />
            {hasPlanned ? (
              <Toggle
                label={texts.planned}
                description={texts.plannedNote}
                isOn={sites.planned}
                onChange={(planned) => changeView(app, { sites: { ...sites, planned } })}
              />
            ) : null}
          </div>
        ) : null}
      </details>
    </div>
  );
}
