import { useState } from "react";
import { changeView } from "../../../commands/change-view.ts";
import { chooseSpeed } from "../../../commands/choose-speed.ts";
import { distanceTexts } from "../../../i18n/distance-texts.ts";
import { bandsFromText, bandsPreset, minuteBands } from "../../../state/selectors/chosen-bands.ts";
import { DEFAULT_VIEW, SPEEDS, type Speed } from "../../../state/view.ts";
import { useApp, useAppState, useFormats, useLanguage } from "../../app-context.tsx";
import { Choice } from "../../controls/choice.tsx";
import { ChooseList } from "../../controls/choose-list.tsx";
import { TextEntry } from "../../controls/text-entry.tsx";
import styles from "./band-chooser.module.css";

/** Which bands: metres, walking times, or limits of one's own. */
export function BandChooser() {
  const app = useApp();
  const texts = distanceTexts[useLanguage()];
  const formats = useFormats();
  const bands = useAppState((state) => state.view.bands);
  const speed = useAppState((state) => state.view.speed);
  const [isWrong, setWrong] = useState(false);
  const [wantsOwn, setWantsOwn] = useState(false);
  const preset = wantsOwn ? "own" : bandsPreset({ bands, speed });
  const choose = (next: typeof preset) => {
    setWantsOwn(next === "own");
    setWrong(false);
    if (next === "metres") changeView(app, { bands: DEFAULT_VIEW.bands });
    if (next === "minutes") changeView(app, { bands: minuteBands(speed) });
  };
  return (
    <div className={styles.chooser}>
      <Choice
        label={texts.bands}
        value={preset}
        options={(["metres", "minutes", "own"] as const).map((id) => ({ id, label: texts.presets[id] }))}
        onChange={choose}
      />
      {preset === "minutes" ? (
        <ChooseList
          label={texts.speed}
          value={String(speed)}
          sections={[
            {
              options: SPEEDS.map((id) => ({
                id: String(id),
                label: texts.kmh(formats.fixed(id, 1)),
                detail: texts.speeds[id],
              })),
            },
          ]}
          onChange={(id) => chooseSpeed(app, Number(id) as Speed)}
        />
      ) : null}
      {preset === "own" ? (
        <TextEntry
          label={texts.ownBands}
          value={bands.map((limit) => formats.count(limit)).join(formats.language === "de" ? "; " : " ")}
          hint={texts.ownBandsHint}
          onChange={(text) => {
            const next = bandsFromText(text);
            setWrong(!next);
            if (next) changeView(app, { bands: next });
          }}
        />
      ) : null}
      {isWrong ? (
        <p className={styles.problem} role="alert">
          {texts.ownBandsWrong}
        </p>
      ) : null}
    </div>
  );
}
