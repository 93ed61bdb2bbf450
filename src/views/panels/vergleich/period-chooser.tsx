import { ChevronLeft, ChevronRight } from "lucide-react";
import { changeView } from "../../../commands/change-view.ts";
import { vergleichTexts } from "../../../i18n/vergleich-texts.ts";
import { activeIndicatorMap } from "../../../state/selectors/indicator-rows.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { IconButton } from "../../controls/button.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import styles from "./period-chooser.module.css";

/** As many periods as fit beside each other as keys; more become a list. */
const MOST_KEYS = 4;

/** The period on the map, with steps to the one before and after. */
export function PeriodChooser() {
  const app = useApp();
  const texts = vergleichTexts[useLanguage()];
  const formats = useFormats();
  const map = useAppState(activeIndicatorMap);
  if (!map) return null;
  const periods = map.periods.map(({ period }) => period);
  const choose = (period: string | undefined) => period !== undefined && changeView(app, { period });
  const options = periods.map((period) => ({ id: period, label: formats.period(period) }));
  const isShort = options.every((option) => option.label.length <= 5);
  return (
    <div className={styles.periods}>
      {isShort && options.length <= MOST_KEYS ? (
        <Choice label={texts.period} value={periods[map.at]} options={options} onChange={choose} />
      ) : (
        <ChooseList
          label={texts.period}
          value={periods[map.at]}
          sections={[{ options: options.toReversed() }]}
          onChange={choose}
        />
      )}
      {periods.length > 1 ? (
        <div className={styles.steps}>
          <IconButton label={texts.previous} isDisabled={map.at === 0} onPress={() => choose(periods[map.at - 1])}>
            <ChevronLeft size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={texts.next}
            isDisabled={map.at === periods.length - 1}
            onPress={() => choose(periods[map.at + 1])}
          >
            <ChevronRight size={18} aria-hidden />
          </IconButton>
        </div>
      ) : null}
    </div>
  );
}
