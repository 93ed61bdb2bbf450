import { changeView } from "../../../commands/change-view.ts";
import { provisionTexts } from "../../../i18n/provision-texts.ts";
import { DECAYS, provisionChoice } from "../../../state/selectors/provision-choice.ts";
import { shownProvision } from "../../../state/selectors/provision-rows.ts";
import { SUPPLY_MEASURES, type SupplyMeasure } from "../../../state/view.ts";
import { useApp, useAppState, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { Note } from "../../controls/note.tsx";
import styles from "./measure-chooser.module.css";

/** Which measure, what it means, and what it takes for near and for supply. */
export function MeasureChooser() {
  const app = useApp();
  const texts = provisionTexts[useLanguage()];
  const view = useAppState((state) => state.view);
  const places = useAppState((state) => state.transient.coverage?.places);
  const answer = useAppState(shownProvision);
  const { measure, decay, unit } = provisionChoice(view);
  const decays = DECAYS[measure];
  const hasCapacity = places?.some(({ capacity }) => capacity !== undefined) ?? false;
  return (
    <div className={styles.chooser}>
      <ChooseList
        label={texts.measure}
        value={measure}
        sections={[{ options: SUPPLY_MEASURES.map((id) => ({ id, label: texts.methods[id].title })) }]}
        onChange={(id) => changeView(app, { supply: id as SupplyMeasure, decay: undefined })}
      />
      <p className={styles.explained}>{texts.methods[measure].explained}</p>
      {decay ? (
        <div className={styles.block}>
          <Choice
            label={texts.decayLabel}
            value={decay}
            options={decays.map((id) => ({ id, label: texts.decayShort[id] }))}
            onChange={(id) => changeView(app, { decay: id === decays[0] ? undefined : id })}
          />
          <Note>{texts.decay[decay]}</Note>
        </div>
      ) : null}
      {hasCapacity && measure !== "per-10000" ? (
        <Choice
          label={texts.unitLabel}
          value={unit ?? answer?.unit}
          options={(["place", "capacity"] as const).map((id) => ({ id, label: texts.unitShort[id] }))}
          onChange={(id) => changeView(app, { unit: id })}
        />
      ) : null}
    </div>
  );
}
