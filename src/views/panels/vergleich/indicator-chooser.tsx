import { useMemo } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeIndicator } from "../../../state/selectors/active-indicator.ts";
import { activeLevel } from "../../../state/selectors/active-level.ts";
import { indicatorGroups } from "../../../state/selectors/indicator-groups.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import type { OptionSection } from "../../controls/option-list.tsx";
import { PickBox } from "../../controls/pick-box.tsx";

/** One indicator of many, grouped by goal, found by typing. */
export function IndicatorChooser() {
  const app = useApp();
  const language = useLanguage();
  const texts = vergleichTexts[language];
  const catalogue = useAppState((state) => state.transient.answers.catalogue);
  const records = useAppState((state) => state.document.records);
  const level = useAppState(activeLevel);
  const active = useAppState(activeIndicator);
  const sections = useMemo((): OptionSection[] => {
    const groups = catalogue && records ? indicatorGroups(catalogue, records, level?.id) : [];
    return groups.map(({ title, entries }) => ({
      title: title?.[language] ?? texts.noGoal,
      options: entries.map(({ indicator, state }) => ({
        id: indicator.id,
        label: indicator.title[language],
        detail: [
          indicator.unit?.[language],
          state === "elsewhere" && texts.notHere,
          state === "nowhere" && texts.noValues,
        ]
          .filter(Boolean)
          .join(" · "),
      })),
    }));
  }, [catalogue, records, level, language, texts]);

  const choose = (id: string) => {
    const entry = catalogue?.find((one) => one.indicator === id);
    const { period } = app.store.getState().view;
    // A year that the other indicator knows too stays; else its latest is shown.
    changeView(app, { indicator: id, period: period && entry?.periods.includes(period) ? period : undefined });
  };

  return (
    <PickBox
      label={texts.indicator}
      nothing={texts.indicatorNone}
      sections={sections}
      chosen={active && { id: active.id, label: active.title[language] }}
      onChoose={choose}
    />
  );
}
